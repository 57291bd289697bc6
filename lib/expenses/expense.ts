import { formatDollars } from "@/lib/kernel/decimal-text";
import { type Cents, cents, type RatePpm, rateOf } from "@/lib/kernel/money";
import { isAtLeast, type Role } from "@/lib/kernel/roles";

/** draft → submitted → approved → reimbursed; returned goes back to draft. What was approved is voided, never deleted. */
export const expenseStatuses = ["draft", "submitted", "approved", "reimbursed", "void"] as const;
export type ExpenseStatus = (typeof expenseStatuses)[number];

/** What a client is charged: the amount and the markup on it, rounded half up to the cent. */
export function chargeOf({ amountCents, markupPpm }: { amountCents: Cents; markupPpm: RatePpm }): Cents {
  return cents(amountCents + rateOf(amountCents, markupPpm));
}

/** A draft can be changed: by its own member, and by managers. */
export function mayEditExpense(
  member: { id: string; role: Role },
  expense: { memberId: string; status: ExpenseStatus },
): boolean {
  return expense.status === "draft" && (expense.memberId === member.id || isAtLeast(member.role, "manager"));
}

/** `$12.50 at Shell`: how facts and confirmations call an expense. */
export function expenseWords({ amountCents, merchant }: { amountCents: number; merchant: string }): string {
  return merchant ? `${formatDollars(amountCents)} at ${merchant}` : formatDollars(amountCents);
}
