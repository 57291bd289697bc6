import type { PlainDate } from "@/lib/kernel/dates";
import type { BillId, ClientId, InvoiceId, JournalEntryId, ProjectId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import type { AccountRole } from "./account";

/** What an entry may come from. With its id it is unique in a company: the same deed is never posted twice. */
export const sourceTypes = [
  "invoice",
  "invoice_void",
  "payment",
  "payment_void",
  "refund",
  "refund_void",
  "credit_application",
  "credit_application_void",
  "credit_grant",
  "credit_grant_void",
  "credit_reduction",
  "credit_reduction_void",
  "credit_payout",
  "credit_payout_void",
  "write_off",
  "write_off_void",
  "deposit_application",
  "deposit_application_void",
  "credit_note",
  "credit_note_void",
  "expense",
  "expense_void",
  "reimbursement",
  "reimbursement_void",
  "bill",
  "bill_void",
  "bill_payment",
  "bill_payment_void",
  "manual",
  "reversal",
  "opening",
  "opening_void",
  "closing",
  "closing_void",
] as const;
export type SourceType = (typeof sourceTypes)[number];

export const sourceLabels: Record<SourceType, string> = {
  invoice: "Invoice",
  invoice_void: "Invoice void",
  payment: "Payment",
  payment_void: "Payment void",
  refund: "Refund",
  refund_void: "Refund undone",
  credit_application: "Credit applied",
  credit_application_void: "Credit applied undone",
  credit_grant: "Credit granted",
  credit_grant_void: "Credit granted undone",
  credit_reduction: "Credit reduced",
  credit_reduction_void: "Credit reduced undone",
  credit_payout: "Credit paid out",
  credit_payout_void: "Credit paid out undone",
  write_off: "Write-off",
  write_off_void: "Write-off undone",
  deposit_application: "Deposit applied",
  deposit_application_void: "Deposit applied undone",
  credit_note: "Credit note",
  credit_note_void: "Credit note void",
  expense: "Expense",
  expense_void: "Expense void",
  reimbursement: "Reimbursement",
  reimbursement_void: "Reimbursement void",
  bill: "Bill",
  bill_void: "Bill void",
  bill_payment: "Bill payment",
  bill_payment_void: "Bill payment void",
  manual: "By hand",
  reversal: "Reversal",
  opening: "Opening balances",
  opening_void: "Opening balances taken back",
  closing: "Year-end close",
  closing_void: "Year-end close taken back",
};

export type PostingLine = {
  /** A system account by its role, or any account by its id. */
  account: { role: AccountRole } | { id: string };
  /** Debit positive, credit negative, never zero. */
  amountCents: Cents;
  memo?: string;
  clientId?: ClientId | null;
  projectId?: ProjectId | null;
  invoiceId?: InvoiceId | null;
  /** On every line of the payable account: whose balance it moves. */
  billId?: BillId | null;
};

/** A journal entry before it is written. `post()` is the only thing that writes it. */
export type Posting = {
  entryOn: PlainDate;
  memo: string;
  sourceType: SourceType;
  /** The record behind it; an entry made by hand is its own. */
  sourceId?: string;
  reversesEntryId?: JournalEntryId;
  lines: PostingLine[];
};
