import { and, asc, eq, inArray } from "drizzle-orm";
import { companies, members, numberSeries, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { type NumberedSeries, seriesLabels } from "./series";

/** The active members by name, for pickers and the team list. */
export function listMembers(scope: Scope<"members.read">) {
  return scope.read((db) =>
    db
      .select({
        id: members.id,
        name: members.displayName,
        role: members.role,
        email: users.email,
        hourlyRateCents: members.hourlyRateCents,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(owned(scope, members), eq(members.isActive, true)))
      .orderBy(asc(members.displayName)),
  );
}

/** Who decides what the company pays for, by name: its owners and admins. */
export async function listDeciders(scope: Scope<"company.read">): Promise<string[]> {
  const rows = await scope.read((db) =>
    db
      .select({ name: members.displayName })
      .from(members)
      .where(and(owned(scope, members), eq(members.isActive, true), inArray(members.role, ["owner", "admin"])))
      .orderBy(asc(members.displayName)),
  );
  return rows.map(({ name }) => name);
}

/** Who a member is, what he costs and works. Refuses `not_found`. */
export async function getMember(scope: Scope<"members.write">, memberId: MemberId) {
  const [member] = await scope.read((db) =>
    db
      .select({
        ...{ id: members.id, name: members.displayName, role: members.role, email: users.email },
        ...{ isActive: members.isActive, createdAt: members.createdAt },
        ...{ costRateCents: members.costRateCents, weeklyMinutes: members.weeklyMinutes },
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(owned(scope, members), eq(members.id, memberId))),
  );
  if (!member) throw new Refusal("not_found");
  return member;
}

/** The settings, as they are now, with the revision that an edit starts from. */
export async function getCompany(scope: Scope<"company.read">) {
  const [company] = await scope.read((db) =>
    db
      .select({
        name: companies.name,
        address: companies.address,
        email: companies.email,
        phone: companies.phone,
        timeZone: companies.timeZone,
        defaultDueDays: companies.defaultDueDays,
        defaultEstimateValidDays: companies.defaultEstimateValidDays,
        defaultTaxPpm: companies.defaultTaxPpm,
        creditRule: companies.creditRule,
        fiscalYearStartMonth: companies.fiscalYearStartMonth,
        revision: companies.revision,
      })
      .from(companies)
      .where(eq(companies.id, scope.company.id)),
  );
  return present(company, "the company of a seat");
}

/** Every series that people see, in the order of the labels, with what its next number depends on. */
export async function listNumberSeries(scope: Scope<"numbering.write">) {
  const rows = await scope.read((db) => db.select().from(numberSeries).where(owned(scope, numberSeries)));
  return (Object.keys(seriesLabels) as NumberedSeries[]).flatMap((series) =>
    rows.filter((row) => row.series === series).map(({ companyId: _, ...row }) => ({ ...row, series })),
  );
}
