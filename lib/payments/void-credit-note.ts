import { and, eq, sql } from "drizzle-orm";
import { allocations, creditNotes } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { lockInvoice } from "@/lib/invoicing/lock-invoice";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { CreditNoteId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import { lockCreditFrom } from "./credit";
import type { VoidCreditNoteInput } from "./credit-note-inputs";
import { readNote } from "./draft-credit-note";
import { writePlacing } from "./place-payment";

/**
 * Undoes a posted credit note on a day of its own: the invoice owes again, the credit that it gave is taken back, the entry
 * is reversed; the number stays. Refuses when that credit has been used.
 */
export async function voidCreditNote(work: Work<"credit_notes.write">, input: VoidCreditNoteInput) {
  const { creditNoteId, voidedOn, reason } = input;
  const seen = await readNote(work, creditNoteId, false);
  const invoice = await lockInvoice(work, seen.invoiceId);
  const note = await readNote(work, creditNoteId, true);
  if (note.status !== "posted") throw new Refusal("credit_note_not_posted");
  if (voidedOn < note.notedOn) throw refuseField("voidedOn", "void_before", { day: formatDay(note.notedOn) });
  refuseAhead("voidedOn", voidedOn, work.today);
  const onInvoice = await placedBy(work, creditNoteId);
  const credit = cents(note.totalCents - onInvoice);
  const { clientId, projectId, id: invoiceId } = invoice;
  if (credit > 0 && credit > (await lockCreditFrom(work, clientId, voidedOn))) throw new Refusal("credit_spent");

  await work.db
    .update(creditNotes)
    .set({ status: "void", voidedOn, voidReason: reason, revision: note.revision + 1 })
    .where(and(owned(work, creditNotes), eq(creditNotes.id, creditNoteId)));
  const memo = `Void of credit note ${note.number}`;
  const back = [{ invoiceId, amountCents: cents(0 - onInvoice) }];
  await writePlacing(work, { creditNoteId }, { clientId, day: voidedOn, reason: memo }, back, cents(0 - credit));
  await reverseSource(
    work,
    { sourceType: "credit_note", sourceId: creditNoteId },
    { entryOn: voidedOn, memo, sourceType: "credit_note_void", sourceId: creditNoteId },
  );
  record(work, "credit_note.voided", creditNoteId, {
    summary: `Credit note ${note.number} of ${formatDollars(note.totalCents)} was voided: ${reason}`,
    facts: { number: note.number, totalCents: note.totalCents, voidedOn, reason },
    ...{ clientId, projectId, invoiceId },
  });
  return { creditNoteId };
}

async function placedBy(work: Work, creditNoteId: CreditNoteId) {
  const [row] = await work.db
    .select({ placed: sql<string>`coalesce(sum(${allocations.amountCents}), 0)` })
    .from(allocations)
    .where(and(owned(work, allocations), eq(allocations.creditNoteId, creditNoteId)));
  return cents(Number(row?.placed ?? 0));
}
