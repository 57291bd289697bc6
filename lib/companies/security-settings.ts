import { eq } from "drizzle-orm";
import { companies } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";

/** Of whom this company wants a second factor, as it is now. */
export async function getSecuritySettings(scope: Scope) {
  const [settings] = await scope.read((db) =>
    db
      .select({ factorPolicy: companies.factorPolicy, revision: companies.revision })
      .from(companies)
      .where(eq(companies.id, scope.company.id)),
  );
  return present(settings, "the company of a seat");
}
