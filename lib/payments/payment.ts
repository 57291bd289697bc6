export const paymentMethods = ["check", "ach", "card", "cash", "other"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const methodLabels: Record<PaymentMethod, string> = {
  check: "Check",
  ach: "Bank transfer (ACH)",
  card: "Card",
  cash: "Cash",
  other: "Other",
};

/** Pending is expected money: no number, nothing in the journal, open to change. */
export const paymentStatuses = ["pending", "received", "void"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** What people see: what was given back shows too. */
export type PaymentStanding = PaymentStatus | "partly_refunded" | "refunded";

/** Derived, never stored. `refundedCents` is the sum of the refunds that stand. */
export function paymentStanding(
  payment: { status: PaymentStatus; amountCents: number },
  refundedCents: number,
): PaymentStanding {
  if (payment.status !== "received" || refundedCents === 0) return payment.status;
  return refundedCents < payment.amountCents ? "partly_refunded" : "refunded";
}
