import type { Desk } from "@/lib/doors/console";
import type { EditInvoiceInput } from "@/lib/invoicing/inputs";
import { getInvoice } from "@/lib/invoicing/queries";
import type { InvoiceId } from "@/lib/kernel/ids";

/** What the composer sends when a draft is saved as it stands; the lines are those that stay. */
export async function savedAs(
  desk: Desk,
  invoiceId: InvoiceId,
  stay: (n: number, all: number) => boolean = () => true,
): Promise<EditInvoiceInput> {
  const { invoice, lines } = await getInvoice(desk.scope(), invoiceId);
  const { kind, clientId, projectId, useProjectNumbers, issuedOn, dueOn, reference, notes, taxPpm, revision } = invoice;
  const head = {
    invoiceId,
    revision,
    kind,
    clientId,
    projectId,
    useProjectNumbers,
    issuedOn,
    dueOn,
    reference,
    notes,
    taxPercent: taxPpm,
  };
  const kept = lines
    .filter((_, n) => stay(n, lines.length))
    .map((row) => ({
      ...{ lineId: row.id, itemId: row.itemId, description: row.description, quantity: row.quantity },
      ...{ unitPrice: row.unitPriceCents, isTaxable: row.isTaxable, tax: row.taxCents },
      discount: { ppm: row.discountPpm, cents: row.discountCents },
    }));
  return { ...head, discount: { ppm: invoice.discountPpm, cents: invoice.discountCents }, lines: kept };
}
