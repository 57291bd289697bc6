import { and, eq, sql } from "drizzle-orm";
import { creditNotes, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { lockInvoice } from "@/lib/invoicing/lock-invoice";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type CreditNoteId, type InvoiceId, newId } from "@/lib/kernel/ids";
import { type Cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { type Creditable, creditable, taxFor } from "./credit-note";
import type { CreditNoteInput, EditCreditNoteInput, NewCreditNoteInput } from "./credit-note-inputs";

type Invoice = Awaited<ReturnType<typeof lockInvoice>>;
type Asked = Pick<NewCreditNoteInput, "notedOn" | "subtotal" | "tax" | "reason">;

/**
 * A draft that takes back a part of an issued invoice: no number, nothing in the journal. Refuses more than is left of the
 * invoice, or of its tax, after the credit notes that are posted, and a day before the invoice's.
 */
export async function draftCreditNote(work: Work<"credit_notes.write">, input: NewCreditNoteInput) {
  const invoice = await lockInvoice(work, input.invoiceId);
  const row = await rowOf(work, invoice, input);
  const id = newId("creditNote");
  const { clientId, projectId, id: invoiceId } = invoice;
  const owner = { companyId: work.company.id, createdBy: work.member.id };
  await work.db.insert(creditNotes).values({ ...owner, id, invoiceId, clientId, ...row });
  record(work, "credit_note.drafted", id, {
    summary: `A credit note of ${formatDollars(row.totalCents)} was drafted: ${input.reason}`,
    facts: { totalCents: row.totalCents, taxCents: row.taxCents },
    ...{ clientId, projectId, invoiceId },
  });
  return { creditNoteId: id };
}

/** Refuses `stale` when it was saved since, and a posted one. */
export async function updateCreditNote(work: Work<"credit_notes.write">, input: EditCreditNoteInput) {
  const { creditNoteId, revision } = input;
  const { note: before, invoice } = await lockDraftNote(work, creditNoteId, revision);
  const after = await rowOf(work, invoice, input);
  await work.db
    .update(creditNotes)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, creditNotes), eq(creditNotes.id, creditNoteId)));
  record(work, "credit_note.updated", creditNoteId, {
    summary: "The credit note's draft was changed",
    facts: changesOf(before, after),
    ...{ clientId: before.clientId, projectId: invoice.projectId, invoiceId: invoice.id },
  });
  return { creditNoteId };
}

export async function deleteCreditNote(work: Work<"credit_notes.write">, { creditNoteId, revision }: CreditNoteInput) {
  const { note, invoice } = await lockDraftNote(work, creditNoteId, revision);
  await work.db.delete(creditNotes).where(and(owned(work, creditNotes), eq(creditNotes.id, creditNoteId)));
  record(work, "credit_note.deleted", creditNoteId, {
    summary: `The credit note's draft of ${formatDollars(note.totalCents)} was deleted`,
    facts: { totalCents: note.totalCents },
    ...{ clientId: note.clientId, projectId: invoice.projectId, invoiceId: invoice.id },
  });
  return { invoiceId: invoice.id };
}

/** A draft with its invoice, both held until the commit; the invoice first, as everybody does. */
export async function lockDraftNote(work: Work, creditNoteId: CreditNoteId, revision: number) {
  const seen = await readNote(work, creditNoteId, false);
  const invoice = await lockInvoice(work, seen.invoiceId);
  const note = await readNote(work, creditNoteId, true);
  if (note.status !== "draft") throw new Refusal("credit_note_not_draft", { number: note.number ?? "" });
  if (note.revision !== revision) throw new Refusal("stale");
  return { note, invoice };
}

export async function readNote(work: Work, creditNoteId: CreditNoteId, hold: boolean) {
  const asked = work.db
    .select()
    .from(creditNotes)
    .where(and(owned(work, creditNotes), eq(creditNotes.id, creditNoteId)));
  const [note] = await (hold ? asked.for("no key update") : asked);
  if (!note) throw new Refusal("not_found");
  return note;
}

/** What is left to credit of an invoice, after posted credit notes and write-offs. Stable only while it is locked. */
export async function leftToCredit(
  scope: Scope,
  invoice: { id: InvoiceId; subtotalCents: number; taxCents: number },
): Promise<Creditable> {
  const [credited] = await scope.read((db) =>
    db
      .select({
        subtotalCents: sql<number>`coalesce(sum(${creditNotes.subtotalCents}), 0)`.mapWith(Number),
        taxCents: sql<number>`coalesce(sum(${creditNotes.taxCents}), 0)`.mapWith(Number),
      })
      .from(creditNotes)
      .where(and(owned(scope, creditNotes), eq(creditNotes.invoiceId, invoice.id), eq(creditNotes.status, "posted"))),
  );
  const [writtenOff] = await scope.read((db) =>
    db
      .select({ sum: sql<number>`coalesce(sum(${settlements.amountCents}), 0)`.mapWith(Number) })
      .from(settlements)
      .where(
        and(
          owned(scope, settlements),
          eq(settlements.invoiceId, invoice.id),
          eq(settlements.kind, "write_off"),
          eq(settlements.status, "standing"),
        ),
      ),
  );
  return creditable(invoice, credited ?? { subtotalCents: 0, taxCents: 0 }, writtenOff?.sum ?? 0);
}

async function rowOf(work: Work, invoice: Invoice, { notedOn, subtotal, tax, reason }: Asked) {
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "credited" });
  if (invoice.kind === "deposit") throw new Refusal("deposit_not_earned", { verb: "credited" });
  if (notedOn < invoice.issuedOn)
    throw refuseField("notedOn", "payment_before_invoice", { day: formatDay(invoice.issuedOn) });
  const left = await leftToCredit(work, invoice);
  const taxCents = tax ?? taxFor(subtotal, invoice, left);
  refuseOver(subtotal, taxCents, left);
  const totalCents = sumCents([subtotal, taxCents]);
  if (totalCents === 0) throw refuseField("subtotal", "credit_note_zero");
  return { notedOn, reason, subtotalCents: subtotal, taxCents, totalCents };
}

export function refuseOver(subtotal: Cents, tax: Cents, left: Creditable): void {
  if (subtotal > left.subtotalCents) {
    throw refuseField("subtotal", "credit_note_too_much", { left: formatDollars(left.subtotalCents), what: "amount" });
  }
  if (tax > left.taxCents) {
    throw refuseField("tax", "credit_note_too_much", { left: formatDollars(left.taxCents), what: "tax" });
  }
  if (subtotal + tax > left.totalCents) {
    const writtenOff = left.subtotalCents + left.taxCents - left.totalCents;
    const named = { writtenOff: formatDollars(writtenOff), left: formatDollars(left.totalCents) };
    throw refuseField("subtotal", "credit_note_written_off", named);
  }
}
