import type { Work } from "@/lib/access/scope";
import { appliedTo, mostAppliedFrom } from "@/lib/invoicing/balance";
import { lockInvoice } from "@/lib/invoicing/lock-invoice";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";

/**
 * An issued invoice that something is about to be put on, held until the commit, with what is open. Refuses more than is
 * open on that day and from then on, and a day before the invoice's or to come.
 */
export async function lockOpen(
  work: Work,
  invoiceId: InvoiceId,
  asked: { amount: Cents; day: PlainDate; dayField: string },
) {
  const [invoice, applied, most] = await together(
    () => lockInvoice(work, invoiceId),
    () => appliedTo(work, invoiceId),
    () => mostAppliedFrom(work, [invoiceId], asked.day),
  );
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "settled" });
  const openCents = cents(invoice.totalCents - applied);
  if (asked.amount > openCents) throw refuseField("amount", "more_than_open", { open: formatDollars(openCents) });
  if (asked.day < invoice.issuedOn) {
    throw refuseField(asked.dayField, "payment_before_invoice", { day: formatDay(invoice.issuedOn) });
  }
  refuseAhead(asked.dayField, asked.day, work.today);
  refuseSettledThen(asked.dayField, invoice, asked, most);
  return { invoice, openCents };
}

/** Something else paid it on that day, and was taken back only later: on that day there is no room for this. */
export function refuseSettledThen(
  dayField: string,
  invoice: { id: InvoiceId; number: string | null; totalCents: Cents },
  asked: { amount: Cents; day: PlainDate },
  most: ReadonlyMap<InvoiceId, Cents>,
): void {
  const openCents = cents(invoice.totalCents - (most.get(invoice.id) ?? 0));
  if (asked.amount <= openCents) return;
  const named = { number: invoice.number ?? "", day: formatDay(asked.day), open: formatDollars(openCents) };
  throw refuseField(dayField, "settled_then", named);
}
