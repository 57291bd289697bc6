import { and, asc, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companies, members } from "@/db/schema";
import type { ScopeCompany, ScopeMember } from "@/lib/access/scope";
import type { UserId } from "@/lib/kernel/ids";

/** A person's place in one company: what a scope is made from. */
export type Seat = { company: ScopeCompany; member: ScopeMember };

export const seatColumns = {
  company: {
    id: companies.id,
    slug: companies.slug,
    name: companies.name,
    timeZone: companies.timeZone,
    defaultDueDays: companies.defaultDueDays,
    defaultEstimateValidDays: companies.defaultEstimateValidDays,
    defaultTaxPpm: companies.defaultTaxPpm,
    creditRule: companies.creditRule,
    plan: companies.plan,
    factorPolicy: companies.factorPolicy,
    fiscalYearStartMonth: companies.fiscalYearStartMonth,
  },
  member: {
    id: members.id,
    name: members.displayName,
    role: members.role,
    needsFactor: members.needsFactor,
    factorDueAt: members.factorDueAt,
  },
};

/** Null when there is no such company or the person is not in it; nobody is told which of the two. */
export async function findSeat(userId: UserId, slug: string): Promise<Seat | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  const [seat] = await inTransaction(
    { userId },
    (db) =>
      db
        .select(seatColumns)
        .from(companies)
        .innerJoin(members, eq(members.companyId, companies.id))
        .where(and(eq(companies.slug, slug), eq(members.userId, userId), eq(members.isActive, true))),
    { readOnly: true },
  );
  return seat ?? null;
}

export function listSeats(userId: UserId): Promise<Seat[]> {
  return inTransaction(
    { userId },
    (db) =>
      db
        .select(seatColumns)
        .from(members)
        .innerJoin(companies, eq(companies.id, members.companyId))
        .where(and(eq(members.userId, userId), eq(members.isActive, true)))
        .orderBy(asc(companies.name)),
    { readOnly: true },
  );
}
