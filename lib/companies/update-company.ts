import { eq } from "drizzle-orm";
import { companies } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditCompanyInput, EditSecurityInput, EditTimeSettingsInput } from "./inputs";

/**
 * What holds for all of the company from now on; invoices that exist keep their own terms, and the address keeps its
 * slug. Refuses `stale` when somebody saved since the form was drawn.
 */
export function updateCompany(work: Work<"company.write">, input: EditCompanyInput) {
  return saveSettings(work, input, "Company settings were changed");
}

/** How time is rounded and approved from now on; time that stands is not rounded again. Refuses `stale`. */
export function updateTimeSettings(work: Work<"company.write">, input: EditTimeSettingsInput) {
  return saveSettings(work, input, "Time settings were changed");
}

/** Of whom a second factor is wanted from the next request on. Refuses `stale`. */
export function updateSecurity(work: Work<"security.write">, input: EditSecurityInput) {
  return saveSettings(work, input, "The rule for second factors was changed");
}

async function saveSettings(
  work: Work,
  { revision, ...settings }: EditCompanyInput | EditTimeSettingsInput | EditSecurityInput,
  summary: string,
): Promise<void> {
  const before = await lockCompany(work);
  if (before.revision !== revision) throw new Refusal("stale");

  await work.db
    .update(companies)
    .set({ ...settings, revision: revision + 1 })
    .where(eq(companies.id, work.company.id));
  record(work, "company.updated", work.company.id, { summary, facts: changesOf(before, settings) });
}

async function lockCompany(work: Work) {
  const [company] = await work.db.select().from(companies).where(eq(companies.id, work.company.id)).for("update");
  return present(company, "the company of a seat");
}
