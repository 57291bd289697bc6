export const paymentMethods = ["check", "ach", "card", "cash", "other"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const methodLabels: Record<PaymentMethod, string> = {
  check: "Check",
  ach: "Bank transfer (ACH)",
  card: "Card",
  cash: "Cash",
  other: "Other",
};

export type PaymentStatus = "received" | "void";
