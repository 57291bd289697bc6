import "server-only";
import { inTransaction } from "@/db/client";
import { beginFactorGrace } from "@/lib/companies/begin-factor-grace";
import { idleMilliseconds } from "@/lib/identity/session";
import type { SignedIn } from "@/lib/identity/sessions";
import { type Factors, factorsOf, hasFactor } from "@/lib/identity/sign-in";
import { needsFactor } from "@/lib/kernel/factor-policy";
import type { Seat } from "./seat";

/** A second factor counts for a company's pages as long as this: a working day. */
const ttlMilliseconds = 12 * 60 * 60 * 1000;

/**
 * What the company's rule asks of this person now: nothing, the factor once more, to set one up soon (`grace`: one
 * session's length from the first time it was missed), or to set one up first.
 */
export type FactorVerdict = "fine" | "confirm" | "grace" | "set_up";

export async function factorVerdict(user: SignedIn, { company, member }: Seat, now: Date): Promise<FactorVerdict> {
  if (!needsFactor(company.factorPolicy, member.role, member.needsFactor)) return "fine";
  const shownAt = user.secondFactorAt?.getTime() ?? 0;
  if (now.getTime() - shownAt < ttlMilliseconds) return "fine";
  if (hasFactor(await factorsHere(user))) return "confirm";
  const due = member.factorDueAt ?? new Date(now.getTime() + idleMilliseconds);
  if (!member.factorDueAt) {
    await inTransaction({ companyId: company.id }, (db) => beginFactorGrace(db, company.id, member.id, due));
  }
  return now < due ? "grace" : "set_up";
}

export function factorsHere({ userId }: SignedIn): Promise<Factors> {
  return inTransaction({ userId }, (db) => factorsOf(db, userId), { readOnly: true });
}
