import { eq } from "drizzle-orm";
import { companies } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditCompanyInput } from "./inputs";

/**
 * What holds for all of the company from now on; invoices that exist keep their own terms, and the address keeps its
 * slug. Refuses `stale` when somebody saved since the form was drawn.
 */
export async function updateCompany(work: Work<"company.write">, { revision, ...details }: EditCompanyInput) {
  const before = await lockCompany(work);
  if (before.revision !== revision) throw new Refusal("stale");

  await work.db
    .update(companies)
    .set({ ...details, revision: revision + 1 })
    .where(eq(companies.id, work.company.id));
  record(work, "company.updated", work.company.id, {
    summary: "Company settings were changed",
    facts: changesOf(before, details),
  });
}

async function lockCompany(work: Work) {
  const [company] = await work.db.select().from(companies).where(eq(companies.id, work.company.id)).for("update");
  return present(company, "the company of a seat");
}
