import { and, eq, lte, sql } from "drizzle-orm";
import { clients, creditEntries, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { paidCents } from "@/lib/invoicing/balance";
import type { ClientId, InvoiceId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";

/** Credit of a client that stands beside an open invoice of the same client: money that nobody has put where it belongs. */
export type Unapplied = {
  clientId: ClientId;
  clientName: string;
  creditCents: Cents;
  invoiceId: InvoiceId;
  invoiceNumber: string;
  projectId: ProjectId | null;
  openCents: Cents;
};

/** For each such client the invoice that is due first. */
export async function findUnapplied(scope: Scope, db: Reader): Promise<Unapplied[]> {
  const credit = db
    .select({
      clientId: creditEntries.clientId,
      cents: sql<string>`sum(${creditEntries.amountCents})`.as("credit_cents"),
    })
    .from(creditEntries)
    .where(owned(scope, creditEntries))
    .groupBy(creditEntries.clientId)
    .having(sql`sum(${creditEntries.amountCents}) > 0`)
    .as("credit");
  const rows = await db
    .selectDistinctOn([invoices.clientId], {
      clientId: invoices.clientId,
      clientName: clients.name,
      credit: credit.cents,
      invoiceId: invoices.id,
      invoiceNumber: invoices.number,
      projectId: invoices.projectId,
      open: sql<string>`${invoices.totalCents} - ${paidCents}`,
    })
    .from(invoices)
    .innerJoin(credit, eq(credit.clientId, invoices.clientId))
    .innerJoin(clients, and(eq(clients.companyId, invoices.companyId), eq(clients.id, invoices.clientId)))
    .where(
      and(
        owned(scope, invoices),
        eq(invoices.status, "issued"),
        lte(invoices.issuedOn, scope.today),
        sql`${paidCents} < ${invoices.totalCents}`,
      ),
    )
    .orderBy(invoices.clientId, invoices.dueOn, invoices.issuedOn, invoices.sequence)
    .limit(200);
  return rows.map(({ credit: creditText, open, invoiceNumber, ...row }) => ({
    ...row,
    invoiceNumber: invoiceNumber ?? "",
    creditCents: cents(Number(creditText)),
    openCents: cents(Number(open)),
  }));
}
