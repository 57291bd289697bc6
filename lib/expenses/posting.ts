import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, BillId, BillPaymentId, ClientId, ExpenseId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Posting, PostingLine } from "@/lib/ledger/posting";

type Approved = {
  id: ExpenseId;
  number: string;
  merchant: string;
  spentOn: PlainDate;
  amountCents: Cents;
  accountId: AccountId;
  paidFromAccountId: AccountId | null;
  clientId: ClientId | null;
  projectId: ProjectId | null;
};

/** Approved: the money is spent; it left the company's account, or the company owes it to the member who paid. */
export function expensePosting(expense: Approved): Posting {
  const { clientId, projectId, amountCents, paidFromAccountId } = expense;
  const from: PostingLine["account"] = paidFromAccountId ? { id: paidFromAccountId } : { role: "reimbursable" };
  return {
    entryOn: expense.spentOn,
    memo: `Expense ${expense.number}${expense.merchant ? `, ${expense.merchant}` : ""}`,
    sourceType: "expense",
    sourceId: expense.id,
    lines: [
      { account: { id: expense.accountId }, amountCents, clientId, projectId },
      { account: from, amountCents: cents(0 - amountCents), clientId, projectId },
    ],
  };
}

/** Reimbursed: what the member was owed leaves the company's account. */
export function reimbursementPosting(
  expense: Pick<Approved, "id" | "number" | "amountCents" | "clientId" | "projectId">,
  paid: { on: PlainDate; from: AccountId },
): Posting {
  const { clientId, projectId, amountCents } = expense;
  return {
    entryOn: paid.on,
    memo: `Reimbursement of expense ${expense.number}`,
    sourceType: "reimbursement",
    sourceId: expense.id,
    lines: [
      { account: { role: "reimbursable" }, amountCents, clientId, projectId },
      { account: { id: paid.from }, amountCents: cents(0 - amountCents), clientId, projectId },
    ],
  };
}

type PostedBill = {
  id: BillId;
  number: string;
  vendorName: string;
  billedOn: PlainDate;
  totalCents: Cents;
  lines: {
    description: string;
    accountId: AccountId;
    clientId: ClientId | null;
    projectId: ProjectId | null;
    subtotalCents: Cents;
    taxCents: Cents;
  }[];
};

/** Posted: each line cost its amount and its share of the tax; the vendor is owed the total. */
export function billPosting(bill: PostedBill): Posting {
  return {
    entryOn: bill.billedOn,
    memo: `Bill ${bill.number}, ${bill.vendorName}`,
    sourceType: "bill",
    sourceId: bill.id,
    lines: [
      ...bill.lines.map((line) => ({
        account: { id: line.accountId },
        amountCents: cents(line.subtotalCents + line.taxCents),
        memo: line.description.slice(0, 240),
        clientId: line.clientId,
        projectId: line.projectId,
      })),
      { account: { role: "payable" as const }, amountCents: cents(0 - bill.totalCents), billId: bill.id },
    ],
  };
}

type PaidBills = {
  id: BillPaymentId;
  vendorName: string;
  paidOn: PlainDate;
  amountCents: Cents;
  fromAccountId: AccountId;
  bills: { billId: BillId; amountCents: Cents }[];
};

/** Paid: each bill is owed that much less, and the money leaves its account. */
export function billPaymentPosting(payment: PaidBills): Posting {
  return {
    entryOn: payment.paidOn,
    memo: `Payment to ${payment.vendorName}`,
    sourceType: "bill_payment",
    sourceId: payment.id,
    lines: [
      ...payment.bills.map(({ billId, amountCents }) => ({
        account: { role: "payable" as const },
        amountCents,
        billId,
      })),
      { account: { id: payment.fromAccountId }, amountCents: cents(0 - payment.amountCents) },
    ],
  };
}
