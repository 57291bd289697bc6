import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import type { LedgerGroup } from "@/lib/reports/ledger-groups";
import { profitLoss } from "@/lib/reports/profit-loss";
import { askedRange, rangePresets } from "@/lib/reports/report-days";
import { queryOf, ReportHead } from "../report-head";
import { StatementTable } from "../statement-table";

export const metadata: Metadata = { title: "Profit and loss" };

export default async function ProfitLossPage(props: PageProps<"/c/[company]/reports/profit-loss">) {
  const scope = await enter(props.params, "reports.read");
  const { from, to, troubles } = askedRange(await props.searchParams, scope.today);
  const { income, expense, netCents } = await profitLoss(scope, { from, to });
  const reports = `/c/${scope.company.slug}/reports`;
  const here = `${reports}/profit-loss`;
  const linesOf = (which: { account: string } | { of: LedgerGroup }) =>
    `${reports}/general-ledger?${queryOf({ ...which, from, to })}`;
  const days = `${from ? formatDay(from) : "From the first entry"} – ${formatDay(to)}`;
  return (
    <>
      <ReportHead
        title="Profit and loss"
        company={scope.company.name}
        days={`${days}, accrual basis`}
        action={here}
        csvHref={`${here}/csv?${queryOf({ from, to })}`}
        inputs={[
          { name: "from", label: "From", value: from ?? "" },
          { name: "to", label: "To", value: to },
        ]}
        presets={rangePresets(scope.today).map((preset) => ({ label: preset.label, query: queryOf(preset.days) }))}
        troubles={troubles}
      />
      <StatementTable
        caption={`Profit and loss, ${days}`}
        blocks={[
          {
            title: "Income",
            section: income,
            total: { label: "Total income", cents: income.totalCents, href: linesOf({ of: "income" }) },
          },
          {
            title: "Expenses",
            section: expense,
            total: { label: "Total expenses", cents: expense.totalCents, href: linesOf({ of: "expenses" }) },
          },
        ]}
        foot={{ label: netCents < 0 ? "Net loss" : "Net profit", cents: netCents, href: linesOf({ of: "earnings" }) }}
        hrefOf={(account) => linesOf({ account })}
      />
    </>
  );
}
