import { sql } from "drizzle-orm";
import { catalogItems, invoiceLines, invoices, timeEntries, timeEntryServices } from "@/db/schema";
import type { CatalogItemId, InvoiceId } from "@/lib/kernel/ids";

export type WorkedService = {
  itemId: CatalogItemId | null;
  name: string | null;
  minutes: number;
  invoiceId: InvoiceId | null;
  invoiceNumber: string | null;
};

/** The minutes of an entry by service, in their order, each with the invoice that bills it. */
export const servicesColumn = sql<WorkedService[]>`(
  select jsonb_agg(jsonb_build_object('itemId', ${timeEntryServices.itemId}, 'name', ${catalogItems.name},
    'minutes', ${timeEntryServices.minutes}, 'invoiceId', ${invoices.id}, 'invoiceNumber', ${invoices.number})
    order by ${timeEntryServices.position})
  from ${timeEntryServices}
  left join ${catalogItems} on ${catalogItems.companyId} = ${timeEntryServices.companyId}
    and ${catalogItems.id} = ${timeEntryServices.itemId}
  left join ${invoiceLines} on ${invoiceLines.companyId} = ${timeEntryServices.companyId}
    and ${invoiceLines.id} = ${timeEntryServices.invoiceLineId}
  left join ${invoices} on ${invoices.companyId} = ${invoiceLines.companyId} and ${invoices.id} = ${invoiceLines.invoiceId}
  where ${timeEntryServices.companyId} = ${timeEntries.companyId} and ${timeEntryServices.timeEntryId} = ${timeEntries.id})`;

/** What a list and a simple form say of them: the first service, the names of all, and the first invoice. */
export function withServices<E extends { services: WorkedService[] }>(entry: E) {
  const { services } = entry;
  const billed = services.find((part) => part.invoiceId !== null);
  return {
    ...entry,
    itemId: services[0]?.itemId ?? null,
    itemName: services.some((part) => part.name) ? services.map((part) => part.name ?? "Other work").join(", ") : null,
    invoiceId: billed?.invoiceId ?? null,
    invoiceNumber: billed?.invoiceNumber ?? null,
  };
}
