import type { Metadata, Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listOpenBills, listOwed } from "@/lib/expenses/bill-queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { one } from "@/lib/kernel/listing";
import { listSpendingAccounts } from "@/lib/ledger/deposit-account";
import { PayForm } from "./pay-form";

export const metadata: Metadata = { title: "Pay bills" };

export default async function PayBillsPage({ params, searchParams }: PageProps<"/c/[company]/bills/pay">) {
  const scope = await enter(params, "bills.write", "bills.read");
  const query = await searchParams;
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/bills/pay`;
  const owed = await listOwed(scope);
  const vendor = isId("vendor", query.vendor) ? owed.find((one) => one.vendorId === query.vendor) : undefined;
  const [bills, accounts] = vendor
    ? await Promise.all([listOpenBills(scope, vendor.vendorId), listSpendingAccounts(scope)])
    : [[], []];
  const chosen = one(query.bill);
  return (
    <>
      <PageHeader
        title={vendor ? `Pay ${vendor.name}` : "Pay bills"}
        breadcrumbs={[
          { label: "Bills", href: `${home}/bills` },
          ...(vendor ? [{ label: "Pay bills", href: here }] : []),
        ]}
        description={
          vendor ? "Enter what to pay on each bill. Leave a bill empty to pay it later." : "Choose the vendor to pay."
        }
      />
      {vendor ? (
        <PayForm
          companyId={scope.company.id}
          vendorId={vendor.vendorId}
          today={scope.today}
          bills={bills.map((bill) => ({
            id: bill.id,
            label: [bill.number, bill.vendorNumber].filter(Boolean).join(" · "),
            words: `${formatDollars(bill.openCents)} open, due ${formatDay(bill.dueOn)}`,
            amount: chosen && chosen !== bill.id ? "" : formatCents(bill.openCents),
          }))}
          accounts={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          fromAccountId={(accounts.find((account) => account.role === "cash") ?? accounts[0])?.id ?? ""}
          cancelHref={`${home}/bills`}
        />
      ) : owed.length === 0 ? (
        <EmptyFirst icon="circle-check" title="Nothing to pay" why="Posted bills appear here until they are paid." />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {owed.map((one) => (
            <li key={one.vendorId}>
              <Link
                href={`${here}?vendor=${one.vendorId}` as Route}
                className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-border bg-surface px-4 py-3 shadow-1 hover:border-border-strong"
              >
                <span className="min-w-0 font-medium break-words">{one.name}</span>
                <span className="text-right whitespace-nowrap text-text-muted tabular-nums">
                  {`${formatDollars(one.openCents)} on ${one.count === 1 ? "1 bill" : `${one.count} bills`}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
