import { settlements } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import {
  type AccountId,
  type ClientId,
  type InvoiceId,
  newId,
  type PaymentId,
  type SettlementId,
} from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { together } from "@/lib/kernel/together";
import { post } from "@/lib/ledger/post";
import type { Posting, PostingLine } from "@/lib/ledger/posting";
import { writePlacing } from "./place-payment";
import { creditLine, type Placed, placedLines } from "./posting";
import { type SettlementKind, settlementLabels } from "./settlement";

export type Settlement = {
  kind: SettlementKind;
  clientId: ClientId;
  settledOn: PlainDate;
  amountCents: Cents;
  reason: string;
  isAutomatic?: boolean;
  invoiceId?: InvoiceId;
  paymentId?: PaymentId;
  depositInvoiceId?: InvoiceId;
  accountId?: AccountId;
  /** What it puts on invoices; below zero where it takes from them. */
  placed?: Placed[];
  /** What the client's credit gains by it, or loses. */
  creditCents?: Cents;
};

/**
 * Writes a settlement with all that it moves, and posts it: the one way for refunds, credit, write-offs and deposits. The
 * caller has locked the invoices, in the order of their ids, and then the client, and has refused what is to be refused.
 */
export async function settle(work: Work, settlement: Settlement): Promise<SettlementId> {
  const id = newId("settlement");
  const { placed = [], creditCents = cents(0), ...row } = settlement;
  const { clientId, settledOn: day, kind, reason } = settlement;
  await together(
    () => work.db.insert(settlements).values({ ...row, id, companyId: work.company.id, createdBy: work.member.id }),
    () =>
      writePlacing(
        work,
        { settlementId: id },
        { clientId, day, reason: reason || settlementLabels[kind] },
        placed,
        creditCents,
      ),
    () => post(work, settlementPosting(id, settlement)),
  );
  return id;
}

/** Receivables and credit as they move; the rest is the one account, or the deposit, that stands against them. */
export function settlementPosting(id: SettlementId, settlement: Settlement): Posting {
  const { kind, clientId, placed = [], creditCents = cents(0), amountCents, accountId, depositInvoiceId } = settlement;
  const projectId = placed.length === 1 ? (placed[0]?.projectId ?? null) : null;
  const lines: PostingLine[] = [...placedLines(clientId, placed), creditLine(clientId, creditCents)];
  if (accountId) {
    const isOut = kind === "refund" || kind === "credit_payout" || kind === "credit_reduction";
    lines.unshift({
      account: { id: accountId },
      amountCents: cents(isOut ? 0 - amountCents : amountCents),
      clientId,
      projectId,
    });
  }
  if (depositInvoiceId) {
    lines.unshift({
      account: { role: "customer_deposit" },
      amountCents,
      clientId,
      projectId,
      invoiceId: depositInvoiceId,
    });
  }
  return { entryOn: settlement.settledOn, memo: memoOf(settlement), sourceType: kind, sourceId: id, lines };
}

function memoOf({ kind, reason }: Settlement): string {
  return [settlementLabels[kind], reason].filter(Boolean).join(": ").slice(0, 240);
}
