import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, ClientId, InvoiceId, PaymentId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Posting, PostingLine } from "@/lib/ledger/posting";

/** A part that lowers what an invoice has open; below zero it raises it again. */
export type Placed = { invoiceId: InvoiceId; projectId: ProjectId | null; amountCents: Cents };

type Received = {
  id: PaymentId;
  number: string;
  clientId: ClientId;
  receivedOn: PlainDate;
  amountCents: Cents;
  depositAccountId: AccountId;
  /** What goes to invoices; the rest is the client's credit. */
  placed: Placed[];
  excessCents: Cents;
};

/** Received: money in, the invoices owe less, and what is too much is owed to the client. */
export function paymentPosting(payment: Received): Posting {
  const { clientId, placed } = payment;
  const projectId = placed.length === 1 ? (placed[0]?.projectId ?? null) : null;
  return {
    entryOn: payment.receivedOn,
    memo: `Payment ${payment.number}`,
    sourceType: "payment",
    sourceId: payment.id,
    lines: [
      { account: { id: payment.depositAccountId }, amountCents: payment.amountCents, clientId, projectId },
      ...placedLines(clientId, placed),
      creditLine(clientId, payment.excessCents),
    ],
  };
}

/** Each part credits the receivable of its invoice. */
export function placedLines(clientId: ClientId, placed: Placed[]): PostingLine[] {
  return placed.map(({ invoiceId, projectId, amountCents }) => ({
    ...{
      account: { role: "receivable" as const },
      amountCents: cents(0 - amountCents),
      clientId,
      projectId,
      invoiceId,
    },
  }));
}

/** What the client's credit gains is owed to the client. */
export function creditLine(clientId: ClientId, gainedCents: Cents): PostingLine {
  return { account: { role: "customer_credit" }, amountCents: cents(0 - gainedCents), clientId };
}
