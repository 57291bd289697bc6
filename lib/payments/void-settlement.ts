import { and, asc, eq, sql } from "drizzle-orm";
import { allocations, creditEntries, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { EventType } from "@/lib/events/types";
import { mostAppliedFrom } from "@/lib/invoicing/balance";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { SettlementId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import { lockCreditFrom } from "./credit";
import { writePlacing } from "./place-payment";
import { type SettlementKind, settlementLabels } from "./settlement";
import type { VoidSettlementInput } from "./settlement-inputs";

/**
 * Undoes a refund, an application of credit or of a deposit, an adjustment or a write-off, on a day of its own: what it
 * moved moves back, and its entry is reversed. Refuses when it is undone already, when the credit that it gave has been
 * used, when an invoice has been paid otherwise meanwhile, and a day before its own, to come, or closed.
 */
export async function voidSettlement(
  work: Work<"payments.write">,
  { settlementId, voidedOn, reason }: VoidSettlementInput,
) {
  const placed = await readPlaced(work, settlementId);
  const invoices = await lockInvoices(
    work,
    placed.map(({ invoiceId }) => invoiceId),
  );
  const settlement = await lockSettlement(work, settlementId);
  const { kind, clientId, amountCents } = settlement;
  if (settlement.status !== "standing") throw new Refusal("settlement_void");
  if (voidedOn < settlement.settledOn)
    throw refuseField("voidedOn", "void_before", { day: formatDay(settlement.settledOn) });
  refuseAhead("voidedOn", voidedOn, work.today);
  const credit = await readCredited(work, settlementId);
  if (credit > 0 && credit > (await lockCreditFrom(work, clientId, voidedOn))) throw new Refusal("credit_spent");
  const applied = await mostAppliedFrom(
    work,
    invoices.map(({ id }) => id),
    voidedOn,
  );
  for (const part of placed) {
    const invoice = invoices.find(({ id }) => id === part.invoiceId);
    const number = invoice?.number ?? "";
    if (part.amountCents < 0 && invoice?.status !== "issued") throw new Refusal("undo_on_void", { number });
    const open = (invoice?.totalCents ?? 0) - (applied.get(part.invoiceId) ?? 0);
    if (0 - part.amountCents > open) throw new Refusal("paid_otherwise", { number });
  }

  await work.db
    .update(settlements)
    .set({ status: "void", voidedOn, voidReason: reason })
    .where(and(owned(work, settlements), eq(settlements.id, settlementId)));
  const label = `${settlementLabels[kind]}, undone`;
  const back = placed.map(({ invoiceId, amountCents: part }) => ({ invoiceId, amountCents: cents(0 - part) }));
  await writePlacing(work, { settlementId }, { clientId, day: voidedOn, reason: label }, back, cents(0 - credit));
  await reverseSource(
    work,
    { sourceType: kind, sourceId: settlementId },
    {
      entryOn: voidedOn,
      memo: `${label}: ${reason}`.slice(0, 240),
      sourceType: `${kind}_void`,
      sourceId: settlementId,
    },
  );
  for (const invoice of invoices.length > 0 ? invoices : [null]) {
    record(work, undone[kind], settlementId, {
      summary: `${settlementLabels[kind]} of ${formatDollars(amountCents)} was undone: ${reason}`,
      facts: { kind, amountCents, voidedOn, reason },
      ...{ clientId, projectId: invoice?.projectId ?? null, invoiceId: invoice?.id ?? null },
    });
  }
  return { settlementId };
}

const undone: Record<SettlementKind, EventType> = {
  refund: "payment.refund_undone",
  credit_application: "credit.application_undone",
  credit_grant: "credit.grant_undone",
  credit_reduction: "credit.reduction_undone",
  credit_payout: "credit.payout_undone",
  write_off: "invoice.write_off_undone",
  deposit_application: "deposit.application_undone",
};

async function lockSettlement(work: Work, settlementId: SettlementId) {
  const [settlement] = await work.db
    .select()
    .from(settlements)
    .where(and(owned(work, settlements), eq(settlements.id, settlementId)))
    .for("no key update");
  if (!settlement) throw new Refusal("not_found");
  return settlement;
}

function readPlaced(work: Work, settlementId: SettlementId) {
  return work.db
    .select({
      invoiceId: allocations.invoiceId,
      amountCents: sql<string>`sum(${allocations.amountCents})`.mapWith((sum) => cents(Number(sum))),
    })
    .from(allocations)
    .where(and(owned(work, allocations), eq(allocations.settlementId, settlementId)))
    .groupBy(allocations.invoiceId)
    .orderBy(asc(allocations.invoiceId));
}

async function readCredited(work: Work, settlementId: SettlementId) {
  const [row] = await work.db
    .select({ credited: sql<string>`coalesce(sum(${creditEntries.amountCents}), 0)` })
    .from(creditEntries)
    .where(and(owned(work, creditEntries), eq(creditEntries.settlementId, settlementId)));
  return cents(Number(row?.credited ?? 0));
}
