import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, ClientId, InvoiceId, PaymentId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Posting } from "@/lib/ledger/posting";

type Received = {
  id: PaymentId;
  number: string;
  clientId: ClientId;
  receivedOn: PlainDate;
  amountCents: Cents;
  depositAccountId: AccountId;
  invoiceId: InvoiceId;
  projectId: ProjectId | null;
  /** What goes to the invoice; the rest is the client's credit. */
  appliedCents: Cents;
};

/** Received: money in, the invoice owes less, and what is too much is owed to the client. */
export function paymentPosting(payment: Received): Posting {
  const { clientId, projectId, invoiceId } = payment;
  const excess = payment.amountCents - payment.appliedCents;
  return {
    entryOn: payment.receivedOn,
    memo: `Payment ${payment.number}`,
    sourceType: "payment",
    sourceId: payment.id,
    lines: [
      { account: { id: payment.depositAccountId }, amountCents: payment.amountCents, clientId, projectId },
      {
        account: { role: "receivable" },
        amountCents: cents(0 - payment.appliedCents),
        clientId,
        projectId,
        invoiceId,
      },
      { account: { role: "customer_credit" }, amountCents: cents(0 - excess), clientId },
    ],
  };
}
