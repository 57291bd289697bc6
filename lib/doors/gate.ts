import "server-only";
import { inTransaction } from "@/db/client";
import { missing, type Permission, planFor } from "@/lib/access/permissions";
import { routeAt } from "@/lib/access/routes";
import { hashOf } from "@/lib/identity/secret";
import { findSession } from "@/lib/identity/sessions";
import { findSeat } from "./seat";

/** Who comes to which address: the path with its question, and the session's token from the cookie. */
type Visit = { pathname: string; search: string; token: string | undefined };

/**
 * Asked by the middleware before a page of a company is drawn: where to go instead, or null. It never opens anything;
 * each page has its door, which asks all of this again. What a role may not and who is in no such company stays with
 * that door, which draws the page that says so. The database is asked only where the answer could be another plan:
 * where each plan has the page, its door is the first that has to know who comes.
 */
export async function gate({ pathname, search, token }: Visit): Promise<string | null> {
  const asks = routeAt(pathname);
  if (asks?.kind === "signed_in" && !token) return signIn(pathname + search);
  if (asks?.kind !== "page") return null;
  if (!token) return signIn(pathname + search);
  if (!asks.rights.some((right) => planFor(right) !== "starter")) return null;
  return planGate({ pathname, search, token }, asks.rights);
}

async function planGate(visit: Required<Visit> & { token: string }, rights: readonly Permission[]) {
  const user = await inTransaction({ holds: hashOf(visit.token) }, (db) => findSession(db, visit.token, new Date()), {
    readOnly: true,
  });
  if (!user) return signIn(visit.pathname + visit.search);
  const seat = await findSeat(user.userId, visit.pathname.split("/")[2] ?? "");
  const lack = seat && missing(seat, rights);
  return lack?.verdict === "upgrade_required" ? `/c/${seat?.company.slug}/plan?for=${lack.right}` : null;
}

function signIn(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
