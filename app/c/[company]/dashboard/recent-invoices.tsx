import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { TextLink } from "@/components/ui/text-link";
import { invoiceColumns, invoiceRow } from "../invoices/invoice-table";
import type { CompanyFigures } from "./company-figures";

export function RecentInvoices({ home, recent }: { home: string; recent: CompanyFigures["recent"] }) {
  if (recent.length === 0) return null;
  return (
    <section className="space-y-3">
      <SectionHeading
        title="Recent invoices"
        actions={
          <TextLink href={`${home}/invoices`} className="text-sm">
            All invoices
          </TextLink>
        }
      />
      <DataTable
        caption="Recent invoices"
        columns={invoiceColumns}
        rows={recent.map((invoice) => invoiceRow(home, invoice))}
        rowKey="id"
      />
    </section>
  );
}
