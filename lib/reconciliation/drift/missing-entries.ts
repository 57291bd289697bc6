import { and, asc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { allocations, creditEntries, creditNotes, invoices, payments, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { invoicePosting } from "@/lib/invoicing/posting";
import { present } from "@/lib/kernel/assert";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import type { Posting } from "@/lib/ledger/posting";
import { creditNotePosting } from "@/lib/payments/post-credit-note";
import { type Placed, paymentPosting } from "@/lib/payments/posting";
import { settlementPosting } from "@/lib/payments/settle";
import {
  missingSpending,
  postingOfBill,
  postingOfBillPayment,
  postingOfExpense,
  postingOfReimbursement,
} from "./missing-spending";

/** A document that should have an entry and has none. The guards allow no such thing: it came from outside of them. */
export type MissingEntry = {
  document: Missable;
  id: string;
  label: string;
};

type Missable =
  | ("invoice" | "payment" | "settlement" | "credit_note")
  | ("expense" | "reimbursement" | "bill" | "bill_payment");

/** What names it: a reimbursement has no id but its expense's. */
export function subjectOf({ document, id }: MissingEntry): string {
  return document === "reimbursement" ? `${id} ${document}` : id;
}

export async function findMissingEntries(scope: Scope, db: Reader): Promise<MissingEntry[]> {
  const lacks = (source: SQL, id: SQL) => sql`not exists (select from journal_entries e
    where e.company_id = ${scope.company.id} and e.source_type = ${source} and e.source_id = ${id})`;
  const { rows } = await db.execute<MissingEntry>(sql`
    select 'invoice' as document, id, 'Invoice ' || number as label from ${invoices}
      where ${owned(scope, invoices)} and status <> 'draft' and ${lacks(sql`'invoice'`, sql`${invoices.id}`)}
    union all
    select 'payment', id, 'Payment ' || number from ${payments}
      where ${owned(scope, payments)} and status <> 'pending' and ${lacks(sql`'payment'`, sql`${payments.id}`)}
    union all
    select 'settlement', id, initcap(replace(kind, '_', ' ')) from ${settlements}
      where ${owned(scope, settlements)} and ${lacks(sql`kind`, sql`${settlements.id}`)}
    union all
    select 'credit_note', id, 'Credit note ' || number from ${creditNotes}
      where ${owned(scope, creditNotes)} and status <> 'draft' and ${lacks(sql`'credit_note'`, sql`${creditNotes.id}`)}
    union all ${missingSpending(scope, lacks)}
    order by 1, 2 limit 200`);
  return rows;
}

/** The entry as the document's own command would have posted it, from what the document says. */
export async function missingPosting(scope: Scope, db: Reader, { document, id }: MissingEntry): Promise<Posting> {
  switch (document) {
    case "invoice":
      return invoicePosting(await readInvoice(scope, db, id));
    case "payment":
      return postingOfPayment(scope, db, id);
    case "settlement":
      return postingOfSettlement(scope, db, id);
    case "credit_note":
      return postingOfCreditNote(scope, db, id);
    case "expense":
      return postingOfExpense(scope, db, id);
    case "reimbursement":
      return postingOfReimbursement(scope, db, id);
    case "bill":
      return postingOfBill(scope, db, id);
    case "bill_payment":
      return postingOfBillPayment(scope, db, id);
  }
}

async function readInvoice(scope: Scope, db: Reader, id: string) {
  const [row] = await db
    .select()
    .from(invoices)
    .where(and(owned(scope, invoices), sql`${invoices.id} = ${id}`));
  const invoice = present(row, "an invoice without its entry");
  return { ...invoice, number: invoice.number ?? "" };
}

async function postingOfPayment(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const [row] = await db
    .select()
    .from(payments)
    .where(and(owned(scope, payments), sql`${payments.id} = ${id}`));
  const payment = present(row, "a payment without its entry");
  const placed = await readPlaced(
    scope,
    db,
    sql`${allocations.paymentId} = ${id}`,
    gt(allocations.amountCents, cents(0)),
  );
  const excessCents = cents(payment.amountCents - sumCents(placed.map((part) => part.amountCents)));
  return paymentPosting({ ...payment, number: payment.number ?? "", placed, excessCents });
}

async function postingOfSettlement(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const [row] = await db
    .select()
    .from(settlements)
    .where(and(owned(scope, settlements), sql`${settlements.id} = ${id}`));
  const settlement = present(row, "a settlement without its entry");
  const first = settlement.kind === "refund" ? lt : gt;
  const placed = await readPlaced(
    scope,
    db,
    sql`${allocations.settlementId} = ${id}`,
    first(allocations.amountCents, cents(0)),
  );
  const credit = await readCredit(scope, db, sql`${creditEntries.settlementId} = ${id}`);
  const { invoiceId, paymentId, depositInvoiceId, accountId, ...rest } = settlement;
  return settlementPosting(settlement.id, {
    ...rest,
    ...(invoiceId && { invoiceId }),
    ...(paymentId && { paymentId }),
    ...(depositInvoiceId && { depositInvoiceId }),
    ...(accountId && { accountId }),
    placed,
    creditCents: credit,
  });
}

async function postingOfCreditNote(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const [row] = await db
    .select({ note: creditNotes, projectId: invoices.projectId })
    .from(creditNotes)
    .innerJoin(invoices, and(eq(invoices.companyId, creditNotes.companyId), eq(invoices.id, creditNotes.invoiceId)))
    .where(and(owned(scope, creditNotes), sql`${creditNotes.id} = ${id}`));
  const { note, projectId } = present(row, "a credit note without its entry");
  const placed = await readPlaced(
    scope,
    db,
    sql`${allocations.creditNoteId} = ${id}`,
    gt(allocations.amountCents, cents(0)),
  );
  const credit = cents(note.totalCents - sumCents(placed.map((part) => part.amountCents)));
  return creditNotePosting({ ...note, projectId }, placed, credit);
}

/** As it was first placed: what an undoing took back later has an entry of its own. */
function readPlaced(scope: Scope, db: Reader, ofDocument: SQL, first: SQL): Promise<Placed[]> {
  return db
    .select({ invoiceId: allocations.invoiceId, projectId: invoices.projectId, amountCents: allocations.amountCents })
    .from(allocations)
    .innerJoin(invoices, and(eq(invoices.companyId, allocations.companyId), eq(invoices.id, allocations.invoiceId)))
    .where(and(owned(scope, allocations), ofDocument, first))
    .orderBy(asc(allocations.id));
}

async function readCredit(scope: Scope, db: Reader, ofDocument: SQL): Promise<Cents> {
  const [first] = await db
    .select({ amountCents: creditEntries.amountCents })
    .from(creditEntries)
    .where(and(owned(scope, creditEntries), ofDocument))
    .orderBy(asc(creditEntries.id))
    .limit(1);
  return first?.amountCents ?? cents(0);
}
