import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import type { LedgerGroup } from "@/lib/reports/ledger-groups";
import { askedDay, dayPresets } from "@/lib/reports/report-days";
import { queryOf, ReportHead } from "../report-head";
import { StatementTable } from "../statement-table";

export const metadata: Metadata = { title: "Balance sheet" };

export default async function BalanceSheetPage(props: PageProps<"/c/[company]/reports/balance-sheet">) {
  const scope = await enter(props.params, "reports.read");
  const { asOf, troubles } = askedDay(await props.searchParams, scope.today);
  const sheet = await balanceSheet(scope, { asOf });
  const reports = `/c/${scope.company.slug}/reports`;
  const here = `${reports}/balance-sheet`;
  const linesOf = (which: { account: string } | { of: LedgerGroup }) =>
    `${reports}/general-ledger?${queryOf({ ...which, to: asOf })}`;
  return (
    <>
      <ReportHead
        title="Balance sheet"
        company={scope.company.name}
        days={`As of ${formatDay(asOf)}`}
        action={here}
        csvHref={`${here}/csv?${queryOf({ asOf })}`}
        inputs={[{ name: "asOf", label: "As of", value: asOf }]}
        presets={dayPresets(scope.today).map(({ label, days }) => ({ label, query: queryOf(days) }))}
        troubles={troubles}
      />
      <StatementTable
        caption={`Balance sheet as of ${formatDay(asOf)}`}
        blocks={[
          {
            title: "Assets",
            section: sheet.assets,
            total: { label: "Total assets", cents: sheet.assets.totalCents, href: linesOf({ of: "assets" }) },
          },
          {
            title: "Liabilities",
            section: sheet.liabilities,
            total: {
              label: "Total liabilities",
              cents: sheet.liabilities.totalCents,
              href: linesOf({ of: "liabilities" }),
            },
          },
          {
            title: "Equity",
            section: sheet.equity,
            extras: [
              { label: "Current earnings", cents: sheet.currentEarningsCents, href: linesOf({ of: "earnings" }) },
            ],
            total: { label: "Total equity", cents: sheet.totalEquityCents, href: linesOf({ of: "equity" }) },
          },
        ]}
        foot={{
          label: "Total liabilities and equity",
          cents: sheet.liabilitiesAndEquityCents,
          href: linesOf({ of: "financing" }),
        }}
        hrefOf={(account) => linesOf({ account })}
      />
    </>
  );
}
