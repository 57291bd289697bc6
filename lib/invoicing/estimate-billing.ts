import { and, eq, ne } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { ClientId, EstimateId, InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { InvoiceKind } from "./invoice";
import { lockEstimate } from "./lock-estimate";

/** The invoices that bill an estimate and stand, drafts included. Stable only while the estimate is held. */
export function standingInvoicesOf(scope: Scope, estimateId: EstimateId) {
  return scope.read((db) =>
    db
      .select({
        id: invoices.id,
        kind: invoices.kind,
        status: invoices.status,
        number: invoices.number,
        subtotalCents: invoices.subtotalCents,
        totalCents: invoices.totalCents,
      })
      .from(invoices)
      .where(and(owned(scope, invoices), eq(invoices.estimateId, estimateId), ne(invoices.status, "void")))
      .orderBy(invoices.id),
  );
}

type Standing = Awaited<ReturnType<typeof standingInvoicesOf>>[number];

/** What is billed of the subtotal; a deposit bills nothing of it, since it is put on what does. */
export function billedCents(standing: Pick<Standing, "kind" | "subtotalCents">[]): Cents {
  return sumCents(standing.filter(({ kind }) => kind === "standard").map(({ subtotalCents }) => subtotalCents));
}

type Bill = { id: InvoiceId; clientId: ClientId; estimateId: EstimateId | null };
type Changed = { clientId: ClientId; kind: InvoiceKind; subtotalCents: Cents; totalCents: Cents };

/** A draft that bills what was accepted stays with its client, and within what was accepted, whatever is typed. */
export async function refuseOverbilled(work: Work, bill: Bill, changed: Changed): Promise<void> {
  if (!bill.estimateId) return;
  if (changed.clientId !== bill.clientId) throw refuseField("clientId", "estimate_other_client");
  const accepted = await lockEstimate(work, bill.estimateId);
  const others = (await standingInvoicesOf(work, bill.estimateId)).filter(({ id }) => id !== bill.id);
  const isDeposit = changed.kind === "deposit";
  const deposit = others.find(({ kind }) => kind === "deposit");
  if (isDeposit && deposit) throw new Refusal("estimate_deposit_made", { number: numberOf(deposit) });
  const left = isDeposit ? accepted.totalCents : cents(accepted.subtotalCents - billedCents(others));
  if ((isDeposit ? changed.totalCents : changed.subtotalCents) > left)
    throw new Refusal("estimate_overbilled", { left: formatDollars(left) });
}

export function numberOf({ number }: { number: string | null }): string {
  return number ?? "(a draft)";
}
