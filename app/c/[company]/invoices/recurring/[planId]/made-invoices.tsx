import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { getPlan } from "@/lib/recurring/queries";

const columns: Column[] = [
  { key: "invoice", label: "Invoice", kind: "link", hrefKey: "href" },
  { key: "day", label: "For", kind: "date" },
  { key: "total", label: "Total", kind: "money", phone: "figure" },
];

/** What the plan made so far, newest first; a draft that was thrown away is still told. */
export function MadeInvoices({ home, made }: { home: string; made: Awaited<ReturnType<typeof getPlan>>["made"] }) {
  return (
    <section className="space-y-3">
      <SectionHeading title="Invoices made" />
      {made.length === 0 ? (
        <p className="text-text-muted">None yet.</p>
      ) : (
        <DataTable
          caption="Invoices made by this plan"
          columns={columns}
          rows={made.map(({ occurrenceOn, invoiceId, number, totalCents }) => ({
            id: occurrenceOn,
            invoice: invoiceId ? (number ?? "Draft") : "Draft, deleted",
            href: invoiceId ? `${home}/invoices/${invoiceId}` : null,
            day: occurrenceOn,
            total: totalCents,
          }))}
          rowKey="id"
        />
      )}
    </section>
  );
}
