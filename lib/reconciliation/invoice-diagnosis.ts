import { and, asc, eq } from "drizzle-orm";
import { accounts, clients, invoices, journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, InvoiceId, JournalEntryId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import type { SourceType } from "@/lib/ledger/posting";
import { type AllocationSource, readAllocations } from "@/lib/payments/allocation-queries";

/** A line of the receivable account that names the invoice. */
export type BookedStep = {
  entryId: JournalEntryId;
  entryNumber: number;
  entryOn: PlainDate;
  memo: string;
  sourceType: SourceType;
  sourceId: string;
  amountCents: Cents;
  balanceCents: Cents;
};

/** What the invoice itself and its allocations say, in the words of the journal: which document moves it, and how. */
export type SaidStep = {
  on: PlainDate;
  what: "issued" | "voided" | "applied" | "taken_back";
  /** Of what applied it. */
  source?: AllocationSource;
  /** The invoice, or what was put on it. */
  documentId: string;
  documentNumber: string;
  amountCents: Cents;
  balanceCents: Cents;
};

/** A document whose sum in the journal is not what it says of itself. */
export type Disagreement = { documentId: string; label: string; saidCents: Cents; bookedCents: Cents };

export type InvoiceDiagnosis = Awaited<ReturnType<typeof diagnoseInvoice>>;

/**
 * Why an invoice's balance is what it is: step by step from the journal, and beside it from the invoice and its payments.
 * The two agree, or `differenceCents` says by how much not and `disagreements` at which documents. Refuses `not_found`.
 */
export function diagnoseInvoice(scope: Scope<"accounting.read" | "payments.read">, invoiceId: InvoiceId) {
  return scope.read(async (db) => {
    const invoice = await readInvoice(scope, db, invoiceId);
    const booked = withBalance(await readBooked(scope, db, invoiceId));
    const said = withBalance([...ownSteps(invoice), ...(await readApplied(scope, db, invoiceId))].sort(byDay));
    const bookedCents = booked.at(-1)?.balanceCents ?? cents(0);
    const saidCents = said.at(-1)?.balanceCents ?? cents(0);
    return {
      ...{ invoice, booked, said, bookedCents, saidCents },
      differenceCents: cents(bookedCents - saidCents),
      disagreements: compare(said, booked),
      receivable: await readReceivable(scope, db),
    };
  });
}

async function readInvoice(scope: Scope, db: Reader, invoiceId: InvoiceId) {
  const [row] = await db
    .select({ invoice: invoices, clientName: clients.name })
    .from(invoices)
    .innerJoin(clients, and(eq(clients.companyId, invoices.companyId), eq(clients.id, invoices.clientId)))
    .where(and(owned(scope, invoices), eq(invoices.id, invoiceId)));
  if (!row) throw new Refusal("not_found");
  return { ...row.invoice, clientName: row.clientName };
}

function readBooked(scope: Scope, db: Reader, invoiceId: InvoiceId): Promise<Omit<BookedStep, "balanceCents">[]> {
  return db
    .select({
      entryId: journalEntries.id,
      entryNumber: journalEntries.number,
      entryOn: journalEntries.entryOn,
      memo: journalEntries.memo,
      sourceType: journalEntries.sourceType,
      sourceId: journalEntries.sourceId,
      amountCents: journalLines.amountCents,
    })
    .from(journalLines)
    .innerJoin(
      journalEntries,
      and(eq(journalEntries.companyId, journalLines.companyId), eq(journalEntries.id, journalLines.entryId)),
    )
    .innerJoin(accounts, and(eq(accounts.companyId, journalLines.companyId), eq(accounts.id, journalLines.accountId)))
    .where(and(owned(scope, journalLines), eq(journalLines.invoiceId, invoiceId), eq(accounts.role, "receivable")))
    .orderBy(asc(journalEntries.entryOn), asc(journalEntries.number), asc(journalLines.lineNo));
}

/** What each document put on it, in the words of the journal; a payment's void takes back what the payment put there. */
async function readApplied(
  scope: Scope<"payments.read">,
  db: Reader,
  invoiceId: InvoiceId,
): Promise<Omit<SaidStep, "balanceCents">[]> {
  const rows = await readAllocations(scope, db, invoiceId);
  return rows.map(({ allocatedOn: on, source, documentId, documentNumber, amountCents }) => ({
    ...{ on, documentId, documentNumber },
    what: amountCents > 0 ? "applied" : "taken_back",
    source,
    amountCents: cents(0 - amountCents),
  }));
}

async function readReceivable(scope: Scope, db: Reader): Promise<{ id: AccountId; label: string } | null> {
  const [account] = await db
    .select({ id: accounts.id, code: accounts.code, name: accounts.name })
    .from(accounts)
    .where(and(owned(scope, accounts), eq(accounts.role, "receivable")));
  return account ? { id: account.id, label: `${account.code} ${account.name}` } : null;
}

function ownSteps(invoice: Awaited<ReturnType<typeof readInvoice>>): Omit<SaidStep, "balanceCents">[] {
  if (invoice.status === "draft") return [];
  const document = { documentId: invoice.id, documentNumber: invoice.number ?? "" };
  const issued = { on: invoice.issuedOn, what: "issued", ...document, amountCents: invoice.totalCents } as const;
  if (!invoice.voidedOn) return [issued];
  return [issued, { on: invoice.voidedOn, what: "voided", ...document, amountCents: cents(0 - invoice.totalCents) }];
}

/** Of one day, the invoice is issued first and voided last; what was applied stays between them as it was made. */
function byDay(a: Omit<SaidStep, "balanceCents">, b: Omit<SaidStep, "balanceCents">): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return within[a.what] - within[b.what];
}

const within: Record<SaidStep["what"], number> = { issued: 0, applied: 1, taken_back: 1, voided: 2 };

function withBalance<Step extends { amountCents: Cents }>(steps: Step[]): (Step & { balanceCents: Cents })[] {
  let balance = 0;
  return steps.map((step) => {
    balance += step.amountCents;
    return { ...step, balanceCents: cents(balance) };
  });
}

/** Sums by document on both sides. An entry that no document of this invoice stands behind disagrees with nothing said. */
function compare(said: SaidStep[], booked: BookedStep[]): Disagreement[] {
  const sums = new Map<string, Disagreement>();
  const sumOf = (documentId: string, label: string) => {
    const sum = sums.get(documentId) ?? { documentId, label, saidCents: cents(0), bookedCents: cents(0) };
    sums.set(documentId, sum);
    return sum;
  };
  for (const step of said) {
    const sum = sumOf(step.documentId, step.documentNumber);
    sum.saidCents = cents(sum.saidCents + step.amountCents);
  }
  for (const step of booked) {
    const sum = sumOf(step.sourceId, step.memo);
    sum.bookedCents = cents(sum.bookedCents + step.amountCents);
  }
  return [...sums.values()].filter((sum) => sum.saidCents !== sum.bookedCents);
}
