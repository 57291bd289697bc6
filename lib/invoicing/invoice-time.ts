import type { Work } from "@/lib/access/scope";
import { addDays } from "@/lib/kernel/dates";
import type { InvoiceLineId, ProjectId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { attachTime, lockUnbilledTime } from "@/lib/time/bill-time";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceTimeInput } from "./inputs";
import { maxLines } from "./invoice";
import { type BillableTime, timeLines } from "./time-lines";

/**
 * A draft from chosen approved time. The entries are locked and tied to their lines, so nobody bills them twice;
 * deleting the line, the draft, or voiding the invoice gives them back. The invoice names a project when all of its time
 * is of one. Refuses time without a rate, time of another client or project than was asked for, and more lines than an
 * invoice has.
 */
export async function invoiceTime(work: Work<"invoices.write">, input: InvoiceTimeInput) {
  const chosen = await lockUnbilledTime(work, input.timeEntryIds);
  if (chosen.some((entry) => entry.clientId !== input.clientId)) throw new Refusal("time_other_client");
  const projectId = projectOf(chosen, input.projectId);
  const entries = chosen.map(({ rateCents, ...entry }): BillableTime => {
    if (rateCents === null) throw new Refusal("time_no_rate", { what: entry.projectLabel });
    return { ...entry, rateCents };
  });
  const lines = timeLines(entries, input.grouping);
  if (lines.length > maxLines) throw new Refusal("invoice_too_long", { lines: lines.length, most: maxLines });
  const { invoiceId, lineIds } = await draftInvoice(work, {
    clientId: input.clientId,
    projectId,
    issuedOn: work.today,
    dueOn: addDays(work.today, work.company.defaultDueDays),
    reference: "",
    notes: "",
    taxPercent: work.company.defaultTaxPpm,
    lines: lines.map((line) => ({
      lineId: null,
      itemId: line.itemId,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPriceCents,
      isTaxable: line.isTaxable,
    })),
  });
  const pairs = lines.flatMap((line, i) =>
    line.timeEntryIds.map((timeEntryId) => ({ timeEntryId, invoiceLineId: lineIds[i] as InvoiceLineId })),
  );
  await attachTime(work, pairs);
  return { invoiceId };
}

function projectOf(chosen: { projectId: ProjectId }[], asked: ProjectId | null): ProjectId | null {
  const [only = null, ...others] = new Set(chosen.map((entry) => entry.projectId));
  if (asked && (others.length > 0 || only !== asked)) throw refuseField("projectId", "time_other_project");
  return others.length > 0 ? null : only;
}
