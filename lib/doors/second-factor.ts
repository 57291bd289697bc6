import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { members } from "@/db/schema";
import { idleMilliseconds } from "@/lib/identity/session";
import type { SignedIn } from "@/lib/identity/sessions";
import { factorsOf, hasFactor } from "@/lib/identity/sign-in";
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
  if (await canShowFactor(user)) return "confirm";
  const due = member.factorDueAt ?? (await beginGrace({ company, member }, now));
  return now < due ? "grace" : "set_up";
}

export async function canShowFactor({ userId }: SignedIn): Promise<boolean> {
  return hasFactor(await inTransaction({ userId }, (db) => factorsOf(db, userId), { readOnly: true }));
}

async function beginGrace({ company, member }: Pick<Seat, "company" | "member">, now: Date): Promise<Date> {
  const factorDueAt = new Date(now.getTime() + idleMilliseconds);
  await inTransaction({ companyId: company.id }, (db) =>
    db
      .update(members)
      .set({ factorDueAt })
      .where(and(eq(members.companyId, company.id), eq(members.id, member.id), isNull(members.factorDueAt))),
  );
  return factorDueAt;
}
