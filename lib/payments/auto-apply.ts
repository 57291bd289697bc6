import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { appliedToEach } from "@/lib/invoicing/balance";
import { lockIssuedOf } from "@/lib/invoicing/lock-invoice";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { lockCredit } from "./credit";
import { settle } from "./settle";

type Held = Awaited<ReturnType<typeof lockIssuedOf>>;

/**
 * Where credit pays by itself: the client's open invoices, locked in the order of their ids, and then the client, before
 * numbers are taken, so that deeds that pay them never wait for each other in a circle. Empty where the rule is another.
 */
export async function heldForRule(work: Work, clientId: ClientId | null): Promise<Held> {
  if (work.company.creditRule !== "automatic" || !clientId) return [];
  const held = await lockIssuedOf(work, clientId);
  await lockCredit(work, clientId);
  return held;
}

/** Asked only where the rule wants to know. */
export async function clientOfInvoice(work: Work, invoiceId: InvoiceId | undefined): Promise<ClientId | null> {
  if (work.company.creditRule !== "automatic" || !invoiceId) return null;
  const [invoice] = await work.db
    .select({ clientId: invoices.clientId })
    .from(invoices)
    .where(and(owned(work, invoices), eq(invoices.id, invoiceId)));
  return invoice?.clientId ?? null;
}

/**
 * Puts the client's credit on its open invoices until one of the two is used up: the oldest due first, then by date and
 * number, one application to each. Only where the company's rule says so; today is its day. Undone like any other.
 */
export async function applyByRule(work: Work, clientId: ClientId, held: Held): Promise<void> {
  if (work.company.creditRule !== "automatic" || held.length === 0) return;
  let left = await lockCredit(work, clientId);
  if (left <= 0) return;
  const applied = await appliedToEach(
    work,
    held.map(({ id }) => id),
  );
  for (const invoice of held.toSorted(byDue)) {
    const open = invoice.totalCents - (applied.get(invoice.id) ?? 0);
    const amountCents = cents(Math.min(left, open));
    if (amountCents <= 0 || invoice.issuedOn > work.today) continue;
    const { id: invoiceId, projectId } = invoice;
    const reason = "Applied automatically";
    const id = await settle(work, {
      ...{
        kind: "credit_application",
        clientId,
        invoiceId,
        settledOn: work.today,
        amountCents,
        reason,
        isAutomatic: true,
      },
      ...{ placed: [{ invoiceId, projectId, amountCents }], creditCents: cents(0 - amountCents) },
    });
    record(work, "credit.applied", id, {
      summary: `${formatDollars(amountCents)} of client credit was applied automatically to invoice ${invoice.number}`,
      facts: { amountCents, openBeforeCents: open, automatic: true },
      ...{ clientId, projectId, invoiceId },
    });
    left = cents(left - amountCents);
  }
}

function byDue(a: Held[number], b: Held[number]): number {
  return compared(a.dueOn, b.dueOn) || compared(a.issuedOn, b.issuedOn) || (a.sequence ?? 0) - (b.sequence ?? 0);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
