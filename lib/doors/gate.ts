import "server-only";
import { inTransaction } from "@/db/client";
import { missing, type Permission } from "@/lib/access/permissions";
import { routeAt } from "@/lib/access/routes";
import { hashOf } from "@/lib/identity/secret";
import { findSession } from "@/lib/identity/sessions";
import { findSeat } from "./seat";
import { factorVerdict } from "./second-factor";

/** Who comes to which address: the path with its question, and the session's token from the cookie. */
type Visit = { pathname: string; search: string; token: string | undefined };

/**
 * Asked by the middleware before a page of a company is drawn: where to go instead, or null. Session, plan, lock and second
 * factor; it never opens anything, for each page has its door, which asks all of this again. What a role may not and who is
 * in no such company stays with that door, which draws the page that says so.
 */
export async function gate({ pathname, search, token }: Visit): Promise<string | null> {
  const asks = routeAt(pathname);
  if (asks?.kind === "signed_in" && !token) return signIn(pathname + search);
  if (asks?.kind !== "page") return null;
  return token ? companyGate({ pathname, search, token }, asks.rights) : signIn(pathname + search);
}

async function companyGate(
  { pathname, search, token }: Required<Visit> & { token: string },
  rights: readonly Permission[],
) {
  const now = new Date();
  const user = await inTransaction({ holds: hashOf(token) }, (db) => findSession(db, token, now), { readOnly: true });
  if (!user) return signIn(pathname + search);
  const seat = await findSeat(user.userId, pathname.split("/")[2] ?? "");
  if (!seat) return null;
  const lack = missing(seat, rights);
  if (lack?.verdict === "suspended") return `/suspended?company=${seat.company.slug}`;
  if (lack?.verdict === "forbidden") return null;
  const verdict = await factorVerdict(user, seat, now);
  if (verdict === "confirm") return `/account/confirm?next=${encodeURIComponent(pathname + search)}`;
  if (verdict === "set_up") return "/account/security/authenticator?due=now";
  return lack ? `/c/${seat.company.slug}/plan?for=${lack.right}` : null;
}

function signIn(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
