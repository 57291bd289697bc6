import { makeDueOf } from "@/lib/doors/recurring";
import { plainDate } from "@/lib/kernel/dates";
import { line, newClient, newPlan, newProject, percent } from "../deeds";
import { type Firm, noon } from "../world";
import type { Event } from "./scribe";

/** What a plan makes posts as what a person makes. */
export async function playRecurring({ manager }: Firm, event: Event): Promise<void> {
  const client = await newClient(manager, "Brook Street Clinic");
  const projectId = await newProject(manager, client, { name: "Care" });
  await event(
    "Recurring invoice made by its plan",
    "Due today, $200.00 taxable at 6.25 %. It is drafted and issued as any other, and carries its project's number.",
    async () => {
      await newPlan(manager, client, {
        ...{ projectId, useProjectNumbers: true, startsOn: plainDate("2026-11-18") },
        ...{ lines: [line("200", { isTaxable: true })], taxPercent: percent("6.25") },
      });
      await makeDueOf(manager.seat.company.id, noon);
    },
  );
}
