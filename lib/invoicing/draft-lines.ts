import { and, eq, inArray } from "drizzle-orm";
import { catalogItems, invoiceLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { releaseExpenses } from "@/lib/expenses/bill-expenses";
import { type InvoiceId, type InvoiceLineId, newId } from "@/lib/kernel/ids";
import { cents, maxCents, type RatePpm } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { releaseTime } from "@/lib/time/bill-time";
import type { InvoiceLineInput } from "./inputs";
import { type Discount, type InvoiceKind, type InvoiceTotals, isTooLarge, totalsOf } from "./invoice";

export type DraftLine = InvoiceLineInput & { id: InvoiceLineId };

/** A line of any document, without its identity. */
export type LineInput = Omit<InvoiceLineInput, "lineId">;

/** New ids for new lines; a line that claims to be kept must be one of `known`, and no two of them the same. */
export function withIds(lines: InvoiceLineInput[], known: ReadonlySet<string>): DraftLine[] {
  const free = new Set(known);
  return lines.map((line) => {
    if (line.lineId && !free.delete(line.lineId)) throw new Refusal("not_found");
    return { ...line, id: line.lineId ?? newId("invoiceLine") };
  });
}

/**
 * The amounts of a draft: what the server says, whatever the browser showed. Refuses what no invoice can hold, and a
 * discount of more than there is to pay.
 */
export function amountsOf(lines: LineInput[], taxPpm: RatePpm, discount: Discount): InvoiceTotals {
  const amounts = lines.map((line) => ({
    quantity: line.quantity,
    unitPriceCents: line.unitPrice,
    isTaxable: line.isTaxable,
    discount: line.discount,
    typedTaxCents: line.tax ?? cents(0),
  }));
  if (amounts.some(isTooLarge)) throw new Refusal("amount_too_large");
  const totals = totalsOf(amounts, taxPpm, discount);
  for (const [i, line] of lines.entries()) {
    if (line.discount.cents > (totals.lines[i]?.discountCents ?? 0))
      throw refuseField(`lines.${i}.discount`, "discount_too_large");
  }
  if (discount.cents > totals.discountCents) throw refuseField("discount", "discount_too_large");
  if (totals.totalCents > maxCents) throw new Refusal("amount_too_large");
  return totals;
}

/** What is not earned is not taxed: the tax follows with the invoice that the deposit is put on. */
export function refuseTaxOn(kind: InvoiceKind, { taxCents }: InvoiceTotals): void {
  if (kind === "deposit" && taxCents > 0) throw refuseField("taxPercent", "deposit_taxed");
}

/** The amounts of a document as its row keeps them. */
export function amountsRow(totals: InvoiceTotals, taxPpm: RatePpm, discount: Discount) {
  const { discountCents, subtotalCents, taxCents, totalCents } = totals;
  return { taxPpm, discountPpm: discount.ppm, discountCents, subtotalCents, taxCents, totalCents };
}

/** Writes the lines anew in their order. Lines that are gone give their time and expenses back. */
export async function replaceLines(
  work: Work,
  invoiceId: InvoiceId,
  lines: DraftLine[],
  totals: InvoiceTotals,
  known: ReadonlySet<string>,
): Promise<void> {
  await requireItems(work, lines);
  const kept = new Set<string>(lines.map((line) => line.id));
  const gone = [...known].filter((id) => !kept.has(id)) as InvoiceLineId[];
  if (gone.length > 0) {
    await releaseTime(work, gone);
    await releaseExpenses(work, gone);
    await work.db.delete(invoiceLines).where(and(owned(work, invoiceLines), inArray(invoiceLines.id, gone)));
  }
  const rows = lines.map((line, i) => ({
    companyId: work.company.id,
    id: line.id,
    invoiceId,
    ...lineRow(line, i, totals),
  }));
  const added = rows.filter((row) => !known.has(row.id));
  if (added.length > 0) await work.db.insert(invoiceLines).values(added);
  const changes = rows.filter((row) => known.has(row.id));
  await together(
    ...changes.map(({ companyId: _, id, invoiceId: __, ...changed }) => {
      const line = and(owned(work, invoiceLines), eq(invoiceLines.id, id));
      return () => work.db.update(invoiceLines).set(changed).where(line);
    }),
  );
}

/** The content of a line as the row of any document keeps it. */
export function lineRow(line: LineInput, i: number, totals: InvoiceTotals) {
  return {
    position: i + 1,
    itemId: line.itemId,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPrice,
    isTaxable: line.isTaxable,
    discountPpm: line.discount.ppm,
    ...(totals.lines[i] as InvoiceTotals["lines"][number]),
  };
}

/** Services and products of this company. Refuses `not_found`. */
export async function requireItems(work: Work, lines: LineInput[]): Promise<void> {
  const wanted = [...new Set(lines.flatMap((line) => (line.itemId ? [line.itemId] : [])))];
  if (wanted.length === 0) return;
  const found = await work.db
    .select({ id: catalogItems.id })
    .from(catalogItems)
    .where(and(owned(work, catalogItems), inArray(catalogItems.id, wanted)));
  if (found.length < wanted.length) throw new Refusal("not_found");
}
