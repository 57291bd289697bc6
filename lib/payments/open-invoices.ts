import { and, asc, eq, sql } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { paidCents } from "@/lib/invoicing/balance";
import type { ClientId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";

/** As many as one payment may go to. */
const most = 500;

/** What this client still owes, the oldest due first: the order in which money is spread. */
export async function listOpenInvoices(scope: Scope<"payments.read">, clientId: ClientId) {
  const rows = await scope.read((db) =>
    db
      .select({
        id: invoices.id,
        number: invoices.number,
        issuedOn: invoices.issuedOn,
        dueOn: invoices.dueOn,
        totalCents: invoices.totalCents,
        openCents: sql<number>`${invoices.totalCents} - ${paidCents}`.mapWith(Number),
      })
      .from(invoices)
      .where(
        and(
          owned(scope, invoices),
          eq(invoices.clientId, clientId),
          eq(invoices.status, "issued"),
          sql`${paidCents} < ${invoices.totalCents}`,
        ),
      )
      .orderBy(asc(invoices.dueOn), asc(invoices.issuedOn), asc(invoices.sequence))
      .limit(most),
  );
  return rows.map(({ number, openCents, ...invoice }) => ({
    ...invoice,
    number: number ?? "",
    openCents: cents(openCents),
  }));
}
