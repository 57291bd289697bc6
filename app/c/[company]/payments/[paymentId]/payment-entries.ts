import { entriesOf } from "../../entries-of";
import type { PaymentRecord } from "./payment-facts";

/** The payment's own entries and those of its refunds, in the order in which they were made. */
export async function entriesOfPayment(params: Promise<{ company: string }>, { payment, refunds }: PaymentRecord) {
  const found = await Promise.all([
    entriesOf(params, { sourceTypes: ["payment", "payment_void"], sourceId: payment.id }),
    ...refunds.map(({ id }) => entriesOf(params, { sourceTypes: ["refund", "refund_void"], sourceId: id })),
  ]);
  return found.flat().sort((a, b) => a.number - b.number);
}
