import { enter } from "@/lib/doors/page";
import type { InvoiceKind } from "@/lib/invoicing/invoice";
import type { ClientId, EstimateId, InvoiceId } from "@/lib/kernel/ids";
import { listAllocations } from "@/lib/payments/allocation-queries";
import { creditOf } from "@/lib/payments/credit";
import { listCreditNotesOf } from "@/lib/payments/credit-note-queries";
import { listDepositsHeld } from "@/lib/payments/deposit-queries";

export type InvoiceMoney = Awaited<ReturnType<typeof moneyOf>>;

/** What stands on the invoice and what its client has to put on it, for whom payments are; everybody else sees the sums. */
export async function moneyOf(
  params: Promise<{ company: string }>,
  invoice: { id: InvoiceId; clientId: ClientId; status: string },
) {
  const scope = await enter(params, "payments.read", "credit_notes.read");
  const [applied, creditNotes, creditCents, deposits] = await Promise.all([
    listAllocations(scope, invoice.id),
    listCreditNotesOf(scope, invoice.id),
    creditOf(scope, invoice.clientId),
    listDepositsHeld(scope, invoice.clientId),
  ]);
  return { applied, creditNotes, creditCents, deposits };
}

/** What issuing this draft will put on it: the deposits held of the estimate that it bills, as far as it owes. */
export async function depositsToCome(
  params: Promise<{ company: string }>,
  invoice: { clientId: ClientId; estimateId: EstimateId | null; kind: InvoiceKind; totalCents: number },
) {
  if (!invoice.estimateId || invoice.kind === "deposit") return [];
  const held = await listDepositsHeld(await enter(params, "payments.read"), invoice.clientId);
  let open = invoice.totalCents;
  return held
    .filter(({ estimateId }) => estimateId === invoice.estimateId)
    .map(({ number, leftCents }) => {
      const amountCents = Math.min(open, leftCents);
      open -= amountCents;
      return { number, amountCents };
    })
    .filter(({ amountCents }) => amountCents > 0);
}
