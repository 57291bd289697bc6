import type { PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, JournalEntryId, ProjectId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import type { AccountRole } from "./account";

/** What an entry may come from. With its id it is unique in a company: the same deed is never posted twice. */
export const sourceTypes = ["invoice", "invoice_void", "payment", "payment_void", "manual", "reversal"] as const;
export type SourceType = (typeof sourceTypes)[number];

export const sourceLabels: Record<SourceType, string> = {
  invoice: "Invoice",
  invoice_void: "Invoice void",
  payment: "Payment",
  payment_void: "Payment void",
  manual: "By hand",
  reversal: "Reversal",
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
