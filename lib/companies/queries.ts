import { and, asc, eq } from "drizzle-orm";
import { companies, members, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";

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

/** The settings, as they are now, with the revision that an edit starts from. */
export async function getCompany(scope: Scope<"company.read">) {
  const [company] = await scope.read((db) =>
    db
      .select({
        name: companies.name,
        timeZone: companies.timeZone,
        defaultDueDays: companies.defaultDueDays,
        defaultTaxPpm: companies.defaultTaxPpm,
        revision: companies.revision,
      })
      .from(companies)
      .where(eq(companies.id, scope.company.id)),
  );
  return present(company, "the company of a seat");
}
