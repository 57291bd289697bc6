import type { Metadata } from "next";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { billFilters, billSorts, listBills } from "@/lib/expenses/bill-queries";
import { listVendorChoices } from "@/lib/expenses/vendor-queries";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { billColumns, billRow } from "./bill-table";

export const metadata: Metadata = { title: "Bills" };

const statuses = [
  { value: "open", label: "Open" },
  { value: "overdue", label: "Overdue" },
  { value: "due_soon", label: "Due within 7 days" },
  { value: "partly_paid", label: "Partly paid" },
  { value: "paid", label: "Paid" },
  { value: "draft", label: "Draft" },
  { value: "void", label: "Void" },
];

export default async function BillsPage({ params, searchParams }: PageProps<"/c/[company]/bills">) {
  const scope = await enter(params, "bills.read", "vendors.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: billSorts, defaultSort: "-billed", filters: billFilters });
  const [listed, vendors] = await Promise.all([listBills(scope, request), listVendorChoices(scope)]);
  const home = `/c/${scope.company.slug}`;
  const { status = "", vendor = "", from = "", to = "" } = request.filters;
  const options = vendors.map(({ id, name }) => ({ value: id as string, label: name }));
  if (vendor && listed.rows[0] && !options.some((option) => option.value === vendor)) {
    options.push({ value: vendor, label: listed.rows[0].vendorName });
  }
  const actions = scope.can("bills.write") ? (
    <>
      <LinkButton href={`${home}/bills/pay`} icon="banknote">
        Pay bills
      </LinkButton>
      <LinkButton href={`${home}/bills/new`} variant="primary" icon="plus">
        New bill
      </LinkButton>
    </>
  ) : null;
  const word = (list: { value: string; label: string }[], value: string) =>
    list.find((option) => option.value === value)?.label ?? value;
  return (
    <>
      <PageHeader title="Bills" actions={actions} />
      <Listing
        what="bills"
        action={`${home}/bills`}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, vendor or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statuses },
          { kind: "select", name: "vendor", label: "Vendor", value: vendor, any: "Any", options },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          status: status ? `Status: ${word(statuses, status)}` : null,
          vendor: vendor ? `Vendor: ${word(options, vendor)}` : null,
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={billColumns}
        rows={listed.rows.map((bill) => billRow(home, bill))}
        listed={listed}
        totals={{
          total: listed.rows.reduce((sum, row) => sum + (row.standing === "void" ? 0 : row.totalCents), 0),
          balance: listed.rows.reduce((sum, row) => sum + row.balanceCents, 0),
        }}
        totalLabel="On this page, without void"
        first={
          <EmptyFirst
            icon="file-input"
            title="No bills yet"
            why="Enter what vendors bill you: what is owed, when it is due, and what it cost are in the books from then on."
            action={actions}
          />
        }
      />
    </>
  );
}
