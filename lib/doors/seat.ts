import { and, asc, eq } from "drizzle-orm";
import { type Database, inTransaction, type Visibility } from "@/db/client";
import { companies, members, subscriptions } from "@/db/schema";
import type { ScopeCompany, ScopeMember } from "@/lib/access/scope";
import { accessOf } from "@/lib/billing/subscription";
import { present } from "@/lib/kernel/assert";
import type { CompanyId, MemberId, UserId } from "@/lib/kernel/ids";

/** A person's place in one company: what a scope is made from. */
export type Seat = { company: ScopeCompany; member: ScopeMember };

const columns = {
  company: {
    id: companies.id,
    slug: companies.slug,
    name: companies.name,
    timeZone: companies.timeZone,
    defaultDueDays: companies.defaultDueDays,
    defaultEstimateValidDays: companies.defaultEstimateValidDays,
    defaultTaxPpm: companies.defaultTaxPpm,
    creditRule: companies.creditRule,
    factorPolicy: companies.factorPolicy,
    fiscalYearStartMonth: companies.fiscalYearStartMonth,
  },
  subscription: {
    plan: subscriptions.plan,
    status: subscriptions.status,
    trialEndsAt: subscriptions.trialEndsAt,
    pastDueSince: subscriptions.pastDueSince,
    currentPeriodEndsAt: subscriptions.currentPeriodEndsAt,
    cancelAtPeriodEnd: subscriptions.cancelAtPeriodEnd,
    isComped: subscriptions.isComped,
    compedUntil: subscriptions.compedUntil,
    suspendedAt: subscriptions.suspendedAt,
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
export async function findSeat(userId: UserId, slug: string, now = new Date()): Promise<Seat | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  const mine = (db: Database) =>
    seats(db).where(and(eq(companies.slug, slug), eq(members.userId, userId), eq(members.isActive, true)));
  return (await read({ userId }, mine, now))[0] ?? null;
}

export function listSeats(userId: UserId, now = new Date()): Promise<Seat[]> {
  const mine = (db: Database) =>
    seats(db)
      .where(and(eq(members.userId, userId), eq(members.isActive, true)))
      .orderBy(asc(companies.name));
  return read({ userId }, mine, now);
}

/** The seat of this member, or of the company's oldest, for what acts without anybody: the daily run, EZ360's own hand. */
export async function seatIn(companyId: CompanyId, memberId?: MemberId, now = new Date()): Promise<Seat | null> {
  const one = (db: Database) =>
    seats(db)
      .where(and(eq(members.companyId, companyId), memberId ? eq(members.id, memberId) : undefined))
      .orderBy(asc(members.id))
      .limit(1);
  return (await read({ companyId }, one, now))[0] ?? null;
}

/** The company that somebody joins who has no seat in it yet. The transaction names it. */
export async function companyOf(db: Database, companyId: CompanyId, now: Date): Promise<ScopeCompany> {
  const [row] = await db
    .select({ company: columns.company, subscription: columns.subscription })
    .from(companies)
    .innerJoin(subscriptions, eq(subscriptions.companyId, companies.id))
    .where(eq(companies.id, companyId));
  return asOfNow(present(row, "the company of an invitation"), now);
}

function seats(db: Database) {
  return db
    .select(columns)
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .innerJoin(subscriptions, eq(subscriptions.companyId, members.companyId));
}

type Row = Awaited<ReturnType<typeof seats>>[number];

async function read(visibility: Visibility, query: (db: Database) => Promise<Row[]>, now: Date): Promise<Seat[]> {
  const rows = await inTransaction(visibility, query, { readOnly: true });
  return rows.map(({ member, ...row }) => ({ company: asOfNow(row, now), member }));
}

function asOfNow({ company, subscription }: Omit<Row, "member">, now: Date): ScopeCompany {
  const { plan, ...terms } = subscription;
  return { ...company, plan, access: accessOf(terms, now) };
}
