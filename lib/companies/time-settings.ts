import { eq } from "drizzle-orm";
import { companies } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";

/** How this company rounds time and approves it, as it is now: a change counts from the next deed on. */
export async function getTimeSettings(scope: Scope) {
  const [settings] = await scope.read((db) =>
    db
      .select({
        rounding: {
          mode: companies.timeRounding,
          stepMinutes: companies.timeRoundingMinutes,
          minimumMinutes: companies.timeMinimumMinutes,
        },
        needsApproval: companies.timeNeedsApproval,
        ownApproval: companies.timeOwnApproval,
        revision: companies.revision,
      })
      .from(companies)
      .where(eq(companies.id, scope.company.id)),
  );
  return present(settings, "the company of a seat");
}
