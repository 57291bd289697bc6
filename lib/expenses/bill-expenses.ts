import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { clients, expenses, members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import type { ClientId, ExpenseId, InvoiceLineId } from "@/lib/kernel/ids";
import { type Cents, sumCents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { chargeOf } from "./expense";

/**
 * The chosen expenses of a client, held until the commit in the order of their ids, so that two invoices never take the
 * same one. Refuses `expense_not_billable` unless each is approved, billable, this client's and on no invoice.
 */
export async function lockUnbilledExpenses(work: Work<"invoices.write">, ids: ExpenseId[], clientId: ClientId) {
  const wanted = [...new Set(ids)];
  const rows = await work.db
    .select()
    .from(expenses)
    .where(and(owned(work, expenses), sql`${expenses.id} = any(${sql.param(wanted)}::text[])`))
    .orderBy(asc(expenses.id))
    .for("update");
  if (rows.length < wanted.length) throw new Refusal("not_found");
  const isFree = (row: (typeof rows)[number]) =>
    (row.status === "approved" || row.status === "reimbursed") &&
    row.isBillable &&
    row.invoiceLineId === null &&
    row.clientId === clientId;
  if (!rows.every(isFree)) throw new Refusal("expense_not_billable");
  return rows;
}

/** Ties locked expenses to the lines that charge them. */
export async function attachExpenses(
  work: Work<"invoices.write">,
  rows: { expenseId: ExpenseId; invoiceLineId: InvoiceLineId }[],
): Promise<void> {
  const ids = sql.param(rows.map((row) => row.expenseId));
  const lineIds = sql.param(rows.map((row) => row.invoiceLineId));
  const { rowCount } = await work.db.execute(sql`
    update ${expenses} set invoice_line_id = billed.line_id, revision = revision + 1
    from unnest(${ids}::text[], ${lineIds}::text[]) as billed (expense_id, line_id)
    where ${owned(work, expenses)} and ${expenses.id} = billed.expense_id and ${expenses.invoiceLineId} is null`);
  if (rowCount !== rows.length) throw new Refusal("expense_not_billable");
}

/** What stood on these lines can be charged again: the line or its draft was deleted, or the invoice is void. */
export async function releaseExpenses(work: Work, invoiceLineIds: InvoiceLineId[]): Promise<void> {
  if (invoiceLineIds.length === 0) return;
  await work.db
    .update(expenses)
    .set({ invoiceLineId: null, revision: sql`${expenses.revision} + 1` })
    .where(and(owned(work, expenses), sql`${expenses.invoiceLineId} = any(${sql.param(invoiceLineIds)}::text[])`));
}

/** Whether any of these lines charges an expense. */
export async function hasExpensesOnLines(work: Work, lineIds: InvoiceLineId[]): Promise<boolean> {
  const found = await work.db
    .select({ id: expenses.id })
    .from(expenses)
    .where(and(owned(work, expenses), sql`${expenses.invoiceLineId} = any(${sql.param(lineIds)}::text[])`))
    .limit(1);
  return found.length > 0;
}

/** What can go on an invoice, of one client or of all, oldest first, with what the client is charged. */
export async function listUnbilledExpenses(scope: Scope<"invoices.write">, clientId: ClientId | null = null) {
  const rows = await scope.read((db) =>
    db
      .select({
        id: expenses.id,
        number: expenses.number,
        spentOn: expenses.spentOn,
        merchant: expenses.merchant,
        description: expenses.description,
        memberName: members.displayName,
        clientId: expenses.clientId,
        clientName: clients.name,
        amountCents: expenses.amountCents,
        markupPpm: expenses.markupPpm,
      })
      .from(expenses)
      .innerJoin(members, and(eq(members.companyId, expenses.companyId), eq(members.id, expenses.memberId)))
      .innerJoin(clients, and(eq(clients.companyId, expenses.companyId), eq(clients.id, expenses.clientId)))
      .where(
        and(
          owned(scope, expenses),
          sql`${expenses.status} in ('approved', 'reimbursed')`,
          eq(expenses.isBillable, true),
          isNull(expenses.invoiceLineId),
          clientId ? eq(expenses.clientId, clientId) : undefined,
        ),
      )
      .orderBy(asc(expenses.spentOn), asc(expenses.id))
      .limit(2_000),
  );
  return rows.map((row) => ({ ...row, chargeCents: chargeOf(row) }));
}

/** The clients of those expenses, each with what they come to. */
export async function listUnbilledExpenseClients(scope: Scope<"invoices.write">) {
  const all = await listUnbilledExpenses(scope);
  const byClient = new Map<string, { clientId: string; name: string; charges: Cents[] }>();
  for (const { clientId, clientName, chargeCents } of all) {
    const client = byClient.get(String(clientId)) ?? { clientId: String(clientId), name: clientName, charges: [] };
    byClient.set(client.clientId, { ...client, charges: [...client.charges, chargeCents] });
  }
  return [...byClient.values()]
    .map(({ charges, ...client }) => ({ ...client, count: charges.length, cents: sumCents(charges) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en-US"));
}
