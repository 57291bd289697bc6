import { and, eq, inArray } from "drizzle-orm";
import { catalogItems, invoiceLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { type InvoiceId, type InvoiceLineId, newId } from "@/lib/kernel/ids";
import { maxCents, type RatePpm } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { releaseTime } from "@/lib/time/bill-time";
import type { InvoiceLineInput } from "./inputs";
import { type InvoiceTotals, isTooLarge, totalsOf } from "./invoice";

export type DraftLine = InvoiceLineInput & { id: InvoiceLineId };

/** New ids for new lines; a line that claims to be kept must be one of `known`, and no two of them the same. */
export function withIds(lines: InvoiceLineInput[], known: ReadonlySet<string>): DraftLine[] {
  const free = new Set(known);
  return lines.map((line) => {
    if (line.lineId && !free.delete(line.lineId)) throw new Refusal("not_found");
    return { ...line, id: line.lineId ?? newId("invoiceLine") };
  });
}

/** The amounts of a draft: what the server says, whatever the browser showed. Refuses what no invoice can hold. */
export function amountsOf(lines: InvoiceLineInput[], taxPpm: RatePpm): InvoiceTotals {
  const amounts = lines.map((line) => ({
    quantity: line.quantity,
    unitPriceCents: line.unitPrice,
    isTaxable: line.isTaxable,
  }));
  if (amounts.some(isTooLarge)) throw new Refusal("amount_too_large");
  const totals = totalsOf(amounts, taxPpm);
  if (totals.totalCents > maxCents) throw new Refusal("amount_too_large");
  return totals;
}

/** Writes the lines anew in their order. Lines that are gone give their time back. */
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
    await work.db.delete(invoiceLines).where(and(owned(work, invoiceLines), inArray(invoiceLines.id, gone)));
  }
  const rows = lines.map((line, position) => ({
    companyId: work.company.id,
    id: line.id,
    invoiceId,
    position: position + 1,
    itemId: line.itemId,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPrice,
    isTaxable: line.isTaxable,
    ...(totals.lines[position] as InvoiceTotals["lines"][number]),
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

async function requireItems(work: Work, lines: InvoiceLineInput[]): Promise<void> {
  const wanted = [...new Set(lines.flatMap((line) => (line.itemId ? [line.itemId] : [])))];
  if (wanted.length === 0) return;
  const found = await work.db
    .select({ id: catalogItems.id })
    .from(catalogItems)
    .where(and(owned(work, catalogItems), inArray(catalogItems.id, wanted)));
  if (found.length < wanted.length) throw new Refusal("not_found");
}
