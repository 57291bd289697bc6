import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { addDays } from "@/lib/kernel/dates";
import { formatDollars, formatPercent } from "@/lib/kernel/decimal-text";
import type { EstimateId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm, rateOf } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { copiedDiscount, copiedLines } from "./copied-lines";
import { draftInvoice } from "./draft-invoice";
import { kindWords, partOf } from "./estimate";
import { billedCents, numberOf, standingInvoicesOf } from "./estimate-billing";
import type { EstimateInput, InvoicePartInput } from "./estimate-inputs";
import type { NewInvoiceInput } from "./inputs";
import { noDiscount } from "./invoice";
import { linesOfEstimate, lockEstimate } from "./lock-estimate";

type Converting = Work<"estimates.write" | "invoices.write">;
type Accepted = Awaited<ReturnType<typeof lockAccepted>>;

/**
 * A draft invoice of all that was accepted: its lines, discount, tax and terms. Refuses while another invoice of it
 * stands, and says which.
 */
export async function convertEstimate(work: Converting, { estimateId }: EstimateInput) {
  const accepted = await lockAccepted(work, estimateId);
  const [before] = accepted.standing.filter(({ kind }) => kind === "standard");
  if (before) throw new Refusal("estimate_converted", { number: numberOf(before) });
  const lines = copiedLines(await linesOfEstimate(work, estimateId));
  const terms = { taxPercent: accepted.taxPpm, discount: copiedDiscount(accepted), lines };
  return billed(work, accepted, terms, "was invoiced");
}

/**
 * A draft invoice of a percentage of what was accepted, line by line; of one hundred percent or of more than is left,
 * the last part is the rest, so that all parts sum to it exactly. Refuses when nothing is left.
 */
export async function invoicePart(work: Converting, { estimateId, percent }: InvoicePartInput) {
  const accepted = await lockAccepted(work, estimateId);
  const before = billedCents(accepted.standing);
  const left = cents(accepted.subtotalCents - before);
  const asked = rateOf(accepted.subtotalCents, percent);
  if (left <= 0 || (asked > left && percent < 1_000_000))
    throw refuseField("percent", "estimate_overbilled", { left: formatDollars(left) });
  const part = cents(Math.min(asked, left));
  if (part === 0) throw refuseField("percent", "estimate_part_zero");
  const text = asked > left ? "Rest" : `${formatPercent(percent)}%`;
  const lines = await partLines(work, accepted, before, part, text);
  return billed(work, accepted, { taxPercent: accepted.taxPpm, discount: noDiscount, lines }, `was invoiced: ${text}`);
}

/** A draft invoice of the deposit that was asked for: held for the client until it is put on what bills the work. Once. */
export async function invoiceDeposit(work: Converting, { estimateId }: EstimateInput) {
  const accepted = await lockAccepted(work, estimateId);
  const { depositCents, kind, number } = accepted;
  if (depositCents === 0) throw new Refusal("estimate_no_deposit");
  const made = accepted.standing.find((invoice) => invoice.kind === "deposit");
  if (made) throw new Refusal("estimate_deposit_made", { number: numberOf(made) });
  const lines = [lineOf(`Deposit on ${kind} ${number}`, depositCents)];
  const terms = { kind: "deposit" as const, taxPercent: 0 as RatePpm, discount: noDiscount, lines };
  return billed(work, accepted, terms, "has a deposit invoice");
}

async function lockAccepted(work: Converting, estimateId: EstimateId) {
  const { number, ...estimate } = await lockEstimate(work, estimateId);
  if (estimate.status !== "accepted" || number === null) throw new Refusal("estimate_not_accepted");
  return { ...estimate, number, standing: await standingInvoicesOf(work, estimateId) };
}

type Terms = Pick<NewInvoiceInput, "taxPercent" | "discount" | "lines"> & { kind?: "deposit" };

async function billed(work: Converting, accepted: Accepted, terms: Terms, what: string) {
  const { id: estimateId, kind, number, clientId, projectId, reference, notes } = accepted;
  const issuedOn = work.today;
  const dueOn = addDays(issuedOn, work.company.defaultDueDays);
  const head = {
    kind: "standard" as const,
    useProjectNumbers: false,
    clientId,
    projectId,
    issuedOn,
    dueOn,
    reference,
    notes,
  };
  const { invoiceId } = await draftInvoice(work, { ...head, terms: accepted.terms, ...terms }, { estimateId });
  record(work, "estimate.invoiced", estimateId, {
    summary: `${kindWords[kind].word} ${number} ${what}`,
    facts: { invoiceId },
    clientId,
    projectId,
    invoiceId,
  });
  return { invoiceId };
}

/** One piece at its price for each line, since what a line was discounted is in its part already. */
async function partLines(work: Work, accepted: Accepted, before: Cents, part: Cents, text: string) {
  const lines = await linesOfEstimate(work, accepted.id);
  const parts = partOf(lines, before, part);
  return lines.flatMap((line, i) => {
    const { subtotalCents, taxCents } = parts[i] as (typeof parts)[number];
    if (subtotalCents === 0 && taxCents === 0) return [];
    const description = `${line.description.slice(0, 900)}\n${text} of ${formatDollars(line.subtotalCents)}`;
    const amounts = { isTaxable: line.isTaxable, tax: taxCents > 0 ? cents(taxCents) : null };
    return [{ ...lineOf(description, cents(subtotalCents)), itemId: line.itemId, ...amounts }];
  });
}

function lineOf(description: string, unitPrice: Cents) {
  const one = { lineId: null, itemId: null, quantity: 10_000 as Quantity, discount: noDiscount };
  return { ...one, description, unitPrice, isTaxable: false, tax: null };
}
