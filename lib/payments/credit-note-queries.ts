import { and, asc, desc, eq, gte, ilike, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { allocations, clients, creditEntries, creditNotes, invoices, members } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { appliedTo } from "@/lib/invoicing/balance";
import { getInvoice } from "@/lib/invoicing/queries";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type CreditNoteId, type InvoiceId, isId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { creditNoteStatuses } from "./credit-note";
import { leftToCredit } from "./draft-credit-note";

export const creditNoteSorts = ["noted"] as const;
export const creditNoteFilters = ["status", "client", "from", "to"] as const;

type CreditNoteList = ListRequest<(typeof creditNoteSorts)[number], (typeof creditNoteFilters)[number]>;

const byDay: Order = { by: creditNotes.notedOn, id: creditNotes.id, type: "date" };
const ofInvoice = and(eq(invoices.companyId, creditNotes.companyId), eq(invoices.id, creditNotes.invoiceId));
const ofClient = and(eq(clients.companyId, creditNotes.companyId), eq(clients.id, creditNotes.clientId));

export function listCreditNotes(scope: Scope<"credit_notes.read">, request: CreditNoteList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, creditNotes), matching(request));
    const page = await keysetPage(request, byDay, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: creditNotes.id,
          sortKey: creditNotes.notedOn,
          number: creditNotes.number,
          status: creditNotes.status,
          notedOn: creditNotes.notedOn,
          invoiceNumber: invoices.number,
          clientId: creditNotes.clientId,
          clientName: clients.name,
          totalCents: creditNotes.totalCents,
        })
        .from(creditNotes)
        .innerJoin(invoices, ofInvoice)
        .innerJoin(clients, ofClient)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${creditNotes} join ${invoices} on ${ofInvoice} join ${clients} on ${ofClient} where ${where}`;
    return { ...page, total: await boundedCount(db, counted) };
  });
}

/** The credit notes of one invoice, drafts and void ones too, the newest first. */
export function listCreditNotesOf(scope: Scope<"credit_notes.read">, invoiceId: InvoiceId) {
  return scope.read((db) =>
    db
      .select({
        id: creditNotes.id,
        number: creditNotes.number,
        status: creditNotes.status,
        totalCents: creditNotes.totalCents,
      })
      .from(creditNotes)
      .where(and(owned(scope, creditNotes), eq(creditNotes.invoiceId, invoiceId)))
      .orderBy(desc(creditNotes.id)),
  );
}

/** The credit note with its invoice and where each cent of it went, as it was made and as it was taken back. Refuses `not_found`. */
export function getCreditNote(scope: Scope<"credit_notes.read">, creditNoteId: CreditNoteId) {
  const poster = alias(members, "poster");
  return scope.read(async (db) => {
    const [note] = await db
      .select({
        note: creditNotes,
        invoice: { number: invoices.number, issuedOn: invoices.issuedOn, totalCents: invoices.totalCents },
        client: { name: clients.name, address: clients.address, contactName: clients.contactName },
        createdByName: members.displayName,
        postedByName: poster.displayName,
      })
      .from(creditNotes)
      .innerJoin(invoices, ofInvoice)
      .innerJoin(clients, ofClient)
      .innerJoin(members, and(eq(members.companyId, creditNotes.companyId), eq(members.id, creditNotes.createdBy)))
      .leftJoin(poster, and(eq(poster.companyId, creditNotes.companyId), eq(poster.id, creditNotes.postedBy)))
      .where(and(owned(scope, creditNotes), eq(creditNotes.id, creditNoteId)));
    if (!note) throw new Refusal("not_found");
    return { ...note, went: await readWent(scope, db, creditNoteId) };
  });
}

/**
 * The invoice that a credit note is to be made of, with what of it is left to credit and what is open: up to that, a
 * credit note lowers what is owed, and what is more becomes credit of the client. Refuses `not_found`.
 */
export async function getCreditable(scope: Scope<"credit_notes.read" | "invoices.read">, invoiceId: InvoiceId) {
  const record = await getInvoice(scope, invoiceId);
  const left = await leftToCredit(scope, record.invoice);
  const open = record.invoice.totalCents - (await appliedTo(scope, invoiceId));
  return { ...record, left, openCents: cents(Math.max(open, 0)) };
}

async function readWent(scope: Scope, db: Reader, creditNoteId: CreditNoteId) {
  const onInvoice = await db
    .select({ id: allocations.id, day: allocations.allocatedOn, amountCents: allocations.amountCents })
    .from(allocations)
    .where(and(owned(scope, allocations), eq(allocations.creditNoteId, creditNoteId)))
    .orderBy(asc(allocations.id));
  const asCredit = await db
    .select({ id: creditEntries.id, day: creditEntries.enteredOn, amountCents: creditEntries.amountCents })
    .from(creditEntries)
    .where(and(owned(scope, creditEntries), eq(creditEntries.creditNoteId, creditNoteId)))
    .orderBy(asc(creditEntries.id));
  return { onInvoice, asCredit };
}

function matching({ search, filters }: CreditNoteList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  const status = creditNoteStatuses.find((known) => known === filters.status);
  return and(
    search
      ? or(
          ilike(creditNotes.number, text),
          ilike(invoices.number, text),
          ilike(clients.name, text),
          amount.ok ? eq(creditNotes.totalCents, amount.value) : undefined,
        )
      : undefined,
    status ? eq(creditNotes.status, status) : undefined,
    isId("client", filters.client) ? eq(creditNotes.clientId, filters.client) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(creditNotes.notedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(creditNotes.notedOn, filters.to) : undefined,
  );
}
