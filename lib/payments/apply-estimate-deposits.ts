import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { appliedTo } from "@/lib/invoicing/balance";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { present } from "@/lib/kernel/assert";
import type { InvoiceId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { depositLeft, putOn } from "./apply-deposit";

const depositInvoices = alias(invoices, "deposit_invoices");
const theirEstimate = and(
  eq(depositInvoices.companyId, invoices.companyId),
  eq(depositInvoices.estimateId, invoices.estimateId),
  eq(depositInvoices.kind, "deposit"),
);

type Locked = Awaited<ReturnType<typeof lockInvoices>>[number];

/**
 * The draft, and the deposit invoices of the estimate that it bills, held in the order of their ids. Refuses `not_found`.
 */
export async function lockWithDeposits(work: Work, invoiceId: InvoiceId) {
  const deposits = await work.db
    .select({ id: depositInvoices.id })
    .from(invoices)
    .innerJoin(depositInvoices, theirEstimate)
    .where(and(owned(work, invoices), eq(invoices.id, invoiceId), eq(invoices.kind, "standard")));
  const locked = await lockInvoices(work, [invoiceId, ...deposits.map(({ id }) => id)]);
  const draft = present(
    locked.find(({ id }) => id === invoiceId),
    "an invoice that was locked",
  );
  return { draft, deposits: locked.filter(({ id, status }) => id !== invoiceId && status === "issued") };
}

/** Puts what was paid of them on the invoice that has just been issued, until it owes nothing or they are used up. */
export async function applyEstimateDeposits(work: Work, invoice: Locked, deposits: Locked[]): Promise<void> {
  for (const deposit of deposits) {
    const open = invoice.totalCents - (await appliedTo(work, invoice.id));
    const amountCents = cents(Math.min(open, await depositLeft(work, deposit.id, work.today)));
    if (amountCents > 0) await putOn(work, invoice, deposit, work.today, amountCents);
  }
}
