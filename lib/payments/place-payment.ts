import { allocations, creditEntries } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import type { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import {
  type ClientId,
  type CreditNoteId,
  type InvoiceId,
  newId,
  type PaymentId,
  type SettlementId,
} from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import type { PlacementInput } from "./inputs";
import { refuseSettledThen } from "./lock-open";
import type { Placed } from "./posting";

type LockedInvoice = Awaited<ReturnType<typeof lockInvoices>>[number];

export type Placing = { placed: Placed[]; excessCents: Cents; openCents: Cents };

/**
 * Where a payment goes: to each invoice what was said, as far as it is open; what is left becomes credit, and only when
 * the person said so. Refuses an invoice of another client, one that is not issued, one of a later day, one that something
 * else paid on that day (`most` is what stands on each from then on), and more on invoices than came in.
 */
export function placePayment(
  invoices: LockedInvoice[],
  applied: ReadonlyMap<InvoiceId, Cents>,
  most: ReadonlyMap<InvoiceId, Cents>,
  asked: PlacementInput[],
  payment: { clientId: ClientId; amount: Cents; receivedOn: PlainDate; acceptExcess: boolean },
): Placing {
  const wanted = sumCents(asked.map(({ amount }) => amount));
  if (wanted > payment.amount) {
    throw refuseField("amount", "placed_too_much", { excess: formatDollars(wanted - payment.amount) });
  }
  const parts = asked.map(({ invoiceId, amount }) => {
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (!invoice) throw new Refusal("not_found");
    refuseUnpayable(invoice, payment);
    const openCents = cents(invoice.totalCents - (applied.get(invoiceId) ?? 0));
    const amountCents = cents(Math.min(amount, openCents));
    refuseSettledThen("receivedOn", invoice, { amount: amountCents, day: payment.receivedOn }, most);
    return { invoice, openCents, amountCents };
  });
  const placedCents = sumCents(parts.map(({ amountCents }) => amountCents));
  const openCents = sumCents(parts.map((part) => part.openCents));
  const excessCents = cents(payment.amount - placedCents);
  if (excessCents > 0 && !payment.acceptExcess) throw unconfirmed(payment.amount, placedCents, openCents, excessCents);
  const placed = parts
    .filter(({ amountCents }) => amountCents > 0)
    .map(({ invoice, amountCents }) => ({ invoiceId: invoice.id, projectId: invoice.projectId, amountCents }));
  return { placed, excessCents, openCents };
}

function refuseUnpayable(invoice: LockedInvoice, payment: { clientId: ClientId; receivedOn: PlainDate }): void {
  if (invoice.clientId !== payment.clientId) throw new Refusal("payment_other_client");
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "paid" });
  if (payment.receivedOn < invoice.issuedOn) {
    throw refuseField("receivedOn", "payment_before_invoice", { day: formatDay(invoice.issuedOn) });
  }
}

/** Stands beside the confirmation that the form then shows. */
function unconfirmed(amount: number, placed: number, open: number, excess: number): Refusal {
  const details = { amount: formatDollars(amount), open: formatDollars(open), excess: formatDollars(excess) };
  if (placed === open) return refuseField("acceptExcess", "overpayment_unconfirmed", details);
  return refuseField("acceptExcess", "excess_unconfirmed", { ...details, placed: formatDollars(placed) });
}

export type PlacingSource = { paymentId: PaymentId } | { settlementId: SettlementId } | { creditNoteId: CreditNoteId };

/** Writes what a document puts on invoices and into the client's credit, on its day; below zero it takes it back. */
export async function writePlacing(
  work: Work,
  source: PlacingSource,
  { clientId, day, reason }: { clientId: ClientId; day: PlainDate; reason: string },
  placed: { invoiceId: InvoiceId; amountCents: Cents }[],
  creditCents: Cents,
): Promise<void> {
  const companyId = work.company.id;
  const rows = placed
    .filter(({ amountCents }) => amountCents !== 0)
    .map(({ invoiceId, amountCents }) => ({
      companyId,
      id: newId("allocation"),
      invoiceId,
      ...source,
      amountCents,
      allocatedOn: day,
    }));
  const credit = {
    companyId,
    id: newId("creditEntry"),
    clientId,
    ...source,
    amountCents: creditCents,
    enteredOn: day,
    reason,
  };
  await together(
    ...(rows.length > 0 ? [() => work.db.insert(allocations).values(rows)] : []),
    ...(creditCents !== 0 ? [() => work.db.insert(creditEntries).values(credit)] : []),
  );
}
