import { expect, test } from "vitest";
import { getInvoice } from "@/lib/invoicing/queries";
import { addDays } from "@/lib/kernel/dates";
import { approveTime } from "@/lib/time/approve-time";
import { logTime } from "@/lib/time/log-time";
import { submitTime } from "@/lib/time/submit-time";
import { lasting } from "../../db/roles";
import { billed, dollars, newClient, newProject, newService } from "../../deeds";
import { today, world } from "../../world";

test("5,000 entries are drafted in seconds: two on an idle machine, and a busy one has leave for more", async () => {
  const { a } = await world();
  const many = await newClient(a.manager);
  const project = await newProject(a.manager, many, { hourlyRateCents: dollars("90") });
  const [drawing, field] = [await newService(a.manager, "Drawing", dollars("120")), await newService(a.manager)];
  const sheet = Array.from({ length: 5_000 }, (_, at) => ({
    ...{ projectId: project, itemId: drawing, durationMinutes: 20, isBillable: true, note: "" },
    moreServices: at % 10 === 0 ? [{ itemId: field, minutes: 5 }] : [],
    workedOn: addDays(today, -30 - (at % 250)),
  }));
  const { timeEntryIds } = await a.manager.work((work) => logTime(work, sheet));
  await a.manager.work((work) => submitTime(work, { timeEntryIds }));
  await a.admin.work((work) => approveTime(work, { timeEntryIds }));
  // as autovacuum would have by now: plans that were kept from the small tables above are made anew
  await lasting("owner", a.manager.seat.company.id, (run) => run("analyze time_entries, time_entry_services"));
  const from = performance.now();
  const invoiceId = await billed(a.manager, many, timeEntryIds, "service");
  const took = performance.now() - from;
  const { invoice } = await getInvoice(a.manager.scope(), invoiceId);
  // 5,000 times 20 minutes less 500 times 5 at $120.00, and those at $90.00
  expect(invoice.subtotalCents).toBe(19_500_000 + 375_000);
  expect(took).toBeLessThan(5_000);
}, 60_000);
