import { sql } from "drizzle-orm";
import type { Scope, Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { appliedTo, mostAppliedFrom } from "@/lib/invoicing/balance";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { present } from "@/lib/kernel/assert";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { refuseSettledThen } from "./lock-open";
import { settle } from "./settle";
import type { ApplyDepositInput } from "./settlement-inputs";

/**
 * Puts a paid deposit on an invoice of the same client: it owes that much less, and the deposit is held no longer.
 * Refuses more than is open, or than was paid of the deposit and not used yet.
 */
export async function applyDeposit(work: Work<"payments.write">, input: ApplyDepositInput) {
  const { invoiceId, depositInvoiceId, appliedOn, amount } = input;
  const locked = await lockInvoices(work, [invoiceId, depositInvoiceId]);
  const find = (id: InvoiceId) =>
    present(
      locked.find((one) => one.id === id),
      "an invoice that was locked",
    );
  const [invoice, deposit] = [find(invoiceId), find(depositInvoiceId)];
  if (deposit.kind !== "deposit" || deposit.clientId !== invoice.clientId) throw new Refusal("not_found");
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "settled" });
  if (invoice.kind === "deposit") throw new Refusal("deposit_not_earned", { verb: "paid from another deposit" });
  const open = cents(invoice.totalCents - (await appliedTo(work, invoiceId)));
  if (amount > open) throw refuseField("amount", "more_than_open", { open: formatDollars(open) });
  const most = await mostAppliedFrom(work, [invoiceId], appliedOn);
  refuseSettledThen("appliedOn", invoice, { amount, day: appliedOn }, most);
  const left = await depositLeft(work, depositInvoiceId, appliedOn);
  if (amount > left)
    throw refuseField("amount", "deposit_short", { left: formatDollars(left), number: deposit.number ?? "" });
  if (appliedOn < invoice.issuedOn)
    throw refuseField("appliedOn", "payment_before_invoice", { day: formatDay(invoice.issuedOn) });
  refuseAhead("appliedOn", appliedOn, work.today);
  return putOn(work, invoice, deposit, appliedOn, amount);
}

type Locked = Awaited<ReturnType<typeof lockInvoices>>[number];

/** The amount fits both, and both are held. */
export async function putOn(
  work: Work,
  invoice: Locked,
  deposit: Locked,
  day: ApplyDepositInput["appliedOn"],
  amount: Cents,
) {
  const { clientId, projectId, id: invoiceId } = invoice;
  const settlementId = await settle(work, {
    ...{
      kind: "deposit_application",
      clientId,
      invoiceId,
      depositInvoiceId: deposit.id,
      settledOn: day,
      amountCents: amount,
    },
    ...{ reason: `Deposit ${deposit.number}`, placed: [{ invoiceId, projectId, amountCents: amount }] },
  });
  record(work, "deposit.applied", settlementId, {
    summary: `${formatDollars(amount)} of deposit ${deposit.number} was applied to invoice ${invoice.number}`,
    facts: { amountCents: amount, deposit: deposit.number },
    ...{ clientId, projectId, invoiceId },
  });
  return { settlementId, invoiceId };
}

/**
 * Where money that paid a deposit invoice cannot be taken from it, because the deposit is on another invoice then: what is
 * left of it. Else null.
 */
export async function depositShortFor(
  work: Work,
  invoices: Locked[],
  { invoiceId, amountCents }: { invoiceId: InvoiceId; amountCents: Cents },
  day: PlainDate,
): Promise<{ left: string; number: string } | null> {
  const invoice = invoices.find(({ id }) => id === invoiceId);
  if (invoice?.kind !== "deposit") return null;
  const left = await depositLeft(work, invoiceId, day);
  return amountCents > left ? { left: formatDollars(left), number: invoice.number ?? "" } : null;
}

/**
 * The least on any day from this one on of what was paid of a deposit invoice less what was put on others, never below
 * zero. Stable only while it is locked.
 */
export async function depositLeft(scope: Scope, depositInvoiceId: InvoiceId, day: PlainDate): Promise<Cents> {
  const { rows } = await scope.read((db) =>
    db.execute<{ left: string }>(
      sql`select deposit_left(${scope.company.id}, ${depositInvoiceId}, ${day}::date) as left`,
    ),
  );
  return cents(Math.max(0, Number(rows[0]?.left ?? 0)));
}
