import { and, eq } from "drizzle-orm";
import { creditNotes } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { appliedTo, mostAppliedFrom } from "@/lib/invoicing/balance";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { post } from "@/lib/ledger/post";
import type { Posting } from "@/lib/ledger/posting";
import { applyByRule, heldForRule } from "./auto-apply";
import { lockCredit } from "./credit";
import type { CreditNoteInput } from "./credit-note-inputs";
import { leftToCredit, lockDraftNote, readNote, refuseOver } from "./draft-credit-note";
import { refuseSettledThen } from "./lock-open";
import { writePlacing } from "./place-payment";
import { creditLine, type Placed, placedLines } from "./posting";

/**
 * Numbers and posts a credit note: revenue and tax are taken back; as far as the invoice is open it owes less, the rest
 * becomes credit of the client. From then on it is undone only by its void. Refuses more than is left of the invoice or of
 * its tax, a day on which something else stood in its place, and one to come or closed.
 */
export async function postCreditNote(work: Work<"credit_notes.write">, { creditNoteId, revision }: CreditNoteInput) {
  const held = await heldForRule(work, (await readNote(work, creditNoteId, false)).clientId);
  const { note, invoice } = await lockDraftNote(work, creditNoteId, revision);
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "credited" });
  refuseOver(note.subtotalCents, note.taxCents, await leftToCredit(work, invoice));
  refuseAhead("notedOn", note.notedOn, work.today);
  const open = invoice.totalCents - (await appliedTo(work, invoice.id));
  const onInvoice = cents(Math.min(note.totalCents, open));
  const most = await mostAppliedFrom(work, [invoice.id], note.notedOn);
  refuseSettledThen("notedOn", invoice, { amount: onInvoice, day: note.notedOn }, most);
  const creditCents = cents(note.totalCents - onInvoice);
  const { clientId, projectId, id: invoiceId } = invoice;
  if (creditCents > 0) await lockCredit(work, clientId);

  const { number, sequence } = await nextNumber(work, "credit_note");
  const posted = { status: "posted" as const, number, sequence, postedAt: work.now, postedBy: work.member.id };
  const placed: Placed[] = [{ invoiceId, projectId, amountCents: onInvoice }];
  const party = { clientId, day: note.notedOn, reason: `Credit note ${number}` };
  await together(
    () =>
      work.db
        .update(creditNotes)
        .set({ ...posted, revision: revision + 1 })
        .where(and(owned(work, creditNotes), eq(creditNotes.id, creditNoteId))),
    () => writePlacing(work, { creditNoteId }, party, placed, creditCents),
    () => post(work, creditNotePosting({ ...note, number, projectId }, placed, creditCents)),
  );
  record(work, "credit_note.posted", creditNoteId, {
    summary: `Credit note ${number} of ${formatDollars(note.totalCents)} was posted${creditCents > 0 ? `; ${formatDollars(creditCents)} became client credit` : ""}`,
    facts: { number, totalCents: note.totalCents, taxCents: note.taxCents, onInvoiceCents: onInvoice, creditCents },
    ...{ clientId, projectId, invoiceId },
  });
  if (creditCents > 0) await applyByRule(work, clientId, held);
  return { creditNoteId, number };
}

type Note = Awaited<ReturnType<typeof lockDraftNote>>["note"] & { projectId: Placed["projectId"] };

/** Revenue and tax back; receivable and credit as far as each takes it. */
export function creditNotePosting(note: Note, placed: Placed[], creditCents: Cents): Posting {
  const { clientId, projectId } = note;
  return {
    entryOn: note.notedOn,
    memo: `Credit note ${note.number}`,
    sourceType: "credit_note",
    sourceId: note.id,
    lines: [
      { account: { role: "revenue" }, amountCents: note.subtotalCents, clientId, projectId },
      { account: { role: "sales_tax" }, amountCents: note.taxCents, clientId, projectId },
      ...placedLines(clientId, placed),
      creditLine(clientId, creditCents),
    ],
  };
}
