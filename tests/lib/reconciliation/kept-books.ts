import { invoiceTime } from "@/lib/invoicing/invoice-time";
import type { ClientId } from "@/lib/kernel/ids";
import { createProject } from "@/lib/projects/create-project";
import { newProjectInput } from "@/lib/projects/inputs";
import { approveTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { newTimeEntryInput } from "@/lib/time/inputs";
import { submitTime } from "@/lib/time/submit-time";
import type { Firm } from "../../world";
import { bookkeeping } from "../reports/bookkeeping";

export type Books = Awaited<ReturnType<typeof keepBooks>>;

/** A firm with one of each: open, paid, overpaid, void, drafts, entries by hand and reversed, billed time, a closed month. */
export async function keepBooks(firm: Firm) {
  const books = bookkeeping(firm);
  const client = await books.client("Alder & Pike");
  const other = await books.client("Birch Lane");
  const open = await books.invoice(client, "2026-11-02", 120_050, { tax: "6.25" });
  const paid = await books.invoice(client, "2026-09-10", 80_000);
  const payment = await books.pay(paid, "2026-09-20", 80_000);
  const over = await books.invoice(client, "2026-10-01", 50_000);
  const overpayment = await books.pay(over, "2026-10-05", 60_000);
  await books.voidPayment(await books.pay(open, "2026-11-03", 20_000), "2026-11-04");
  await books.pay(open, "2026-11-05", 30_000);
  const voided = await books.invoice(other, "2026-11-01", 10_000);
  await books.voidInvoice(voided, "2026-11-06");
  const draft = await books.draft(other, "2026-11-08");
  const entry = await books.entry("2026-11-07", [
    ["1000", 500_000],
    ["3000", -500_000],
  ]);
  const reversed = await books.entry("2026-11-07", [
    ["6000", 1_000],
    ["1000", -1_000],
  ]);
  await books.reverse(reversed, "2026-11-09");
  const time = await billTime(firm, client);
  const period = await books.close("2026-09-01", "2026-09-30");
  return {
    firm,
    companyId: firm.owner.seat.company.id,
    client,
    other,
    open,
    paid,
    payment,
    over,
    overpayment,
    voided,
    draft,
    entry,
    reversed,
    time,
    period,
  };
}

async function billTime(firm: Firm, clientId: ClientId) {
  const typed = { clientId, name: "Survey", billing: "hourly", hourlyRateCents: "150.00" };
  const { projectId } = await firm.owner.work((work) => createProject(work, newProjectInput.parse(typed)));
  const worked = { projectId, workedOn: "2026-11-10", durationMinutes: "1:30", isBillable: "on" };
  const entryOf = (day: string) =>
    firm.manager.work((work) => createTimeEntry(work, newTimeEntryInput.parse({ ...worked, workedOn: day })));
  const [billed, unbilled] = [await entryOf("2026-11-10"), await entryOf("2026-11-11")];
  const both = { timeEntryIds: [billed.timeEntryId, unbilled.timeEntryId] };
  await firm.manager.work((work) => submitTime(work, both));
  await firm.owner.work((work) => approveTime(work, both));
  const chosen = { clientId, projectId, timeEntryIds: [billed.timeEntryId], grouping: "service" as const };
  await firm.owner.work((work) => invoiceTime(work, chosen));
  return { billed: billed.timeEntryId, unbilled: unbilled.timeEntryId };
}
