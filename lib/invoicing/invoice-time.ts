import type { Work } from "@/lib/access/scope";
import { rememberGrouping } from "@/lib/clients/time-grouping";
import { addDays } from "@/lib/kernel/dates";
import type { InvoiceLineId, ProjectId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { attachTime, lockUnbilledTime } from "@/lib/time/bill-time";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceTimeInput } from "./inputs";
import { maxLines, noDiscount } from "./invoice";
import { type BillableTime, timeLines } from "./time-lines";

/**
 * A draft from chosen approved time. Its minutes by service are locked and tied to their lines, so nobody bills them twice;
 * deleting the line, the draft, or voiding the invoice gives them back. The invoice names a project when all of its time
 * is of one. Refuses time without a rate, time of another client or project than was asked for, and more lines than an
 * invoice has. The next time the client's is grouped the same way.
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
    kind: "standard",
    projectId,
    useProjectNumbers: false,
    issuedOn: work.today,
    dueOn: addDays(work.today, work.company.defaultDueDays),
    reference: "",
    notes: "",
    taxPercent: work.company.defaultTaxPpm,
    discount: noDiscount,
    lines: lines.map((line) => ({
      lineId: null,
      itemId: line.itemId,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPriceCents,
      discount: noDiscount,
      isTaxable: line.isTaxable,
      tax: null,
    })),
  });
  const pairs = lines.flatMap((line, i) =>
    line.time.map((minutes) => ({ ...minutes, invoiceLineId: lineIds[i] as InvoiceLineId })),
  );
  await attachTime(work, pairs);
  await rememberGrouping(work, input.clientId, input.grouping);
  return { invoiceId };
}

function projectOf(chosen: { projectId: ProjectId }[], asked: ProjectId | null): ProjectId | null {
  const [only = null, ...others] = new Set(chosen.map((entry) => entry.projectId));
  if (asked && (others.length > 0 || only !== asked)) throw refuseField("projectId", "time_other_project");
  return others.length > 0 ? null : only;
}
