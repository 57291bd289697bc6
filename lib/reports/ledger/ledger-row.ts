import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, ClientId, InvoiceId, JournalEntryId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { AccountType } from "@/lib/ledger/account";
import type { SourceType } from "@/lib/ledger/posting";

export type LedgerLine = {
  entryId: JournalEntryId;
  entryNumber: string;
  entryOn: PlainDate;
  lineNo: number;
  accountId: AccountId;
  accountCode: string;
  accountName: string;
  /** Debit positive. */
  amountCents: Cents;
  /** After this line, positive on the ledger's normal side. */
  balanceCents: Cents;
  memo: string;
  sourceType: SourceType;
  sourceId: string;
  clientId: ClientId | null;
  clientName: string | null;
  projectId: ProjectId | null;
  projectName: string | null;
  invoiceId: InvoiceId | null;
  invoiceNumber: string | null;
};

/** A row as the driver gives it: the head on every one, and on a ledger without lines alone. */
export type LedgerRow = {
  account: { id: AccountId; code: string; name: string; type: AccountType } | null;
  opening: string;
  closing: string;
} & Omit<LedgerLine, "amountCents" | "balanceCents"> & { amountCents: string; balance: string };

/** `sign` is 1 where the ledger's balances are debits, -1 where they are credits. */
export function lineOf(row: LedgerRow, sign: number): LedgerLine {
  const { account: _, opening: __, closing: ___, balance, amountCents, ...line } = row;
  return { ...line, amountCents: cents(Number(amountCents)), balanceCents: cents(sign * Number(balance)) };
}
