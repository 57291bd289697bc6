import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { Figure } from "@/components/reports/figure";
import {
  Cell,
  FootCell,
  HeadCell,
  NumericCell,
  RowHead,
  Table,
  TableFoot,
  TableHead,
  TableRow,
} from "@/components/ui/table";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { typeLabels } from "@/lib/ledger/account";
import { askedDay, dayPresets } from "@/lib/reports/report-days";
import { trialBalance } from "@/lib/reports/trial-balance";
import { queryOf, ReportHead } from "../report-head";

export const metadata: Metadata = { title: "Trial balance" };

/** Three columns with millions in them fit a phone. */
const narrow = "max-sm:pl-0 max-sm:text-sm";

export default async function TrialBalancePage(props: PageProps<"/c/[company]/reports/trial-balance">) {
  const scope = await enter(props.params, "reports.read");
  const { asOf, troubles } = askedDay(await props.searchParams, scope.today);
  const report = await trialBalance(scope, { asOf });
  const reports = `/c/${scope.company.slug}/reports`;
  const here = `${reports}/trial-balance`;
  return (
    <>
      <ReportHead
        title="Trial balance"
        company={scope.company.name}
        days={`As of ${formatDay(asOf)}`}
        action={here}
        csvHref={`${here}/csv?${queryOf({ asOf })}`}
        inputs={[{ name: "asOf", label: "As of", value: asOf }]}
        presets={dayPresets(scope.today).map(({ label, days }) => ({ label, query: queryOf(days) }))}
        troubles={troubles}
      />
      <Table caption={`Trial balance as of ${formatDay(asOf)}`}>
        <TableHead>
          <HeadCell>Account</HeadCell>
          <HeadCell className="max-sm:hidden">Type</HeadCell>
          <HeadCell numeric className={narrow}>
            Debit
          </HeadCell>
          <HeadCell numeric className={narrow}>
            Credit
          </HeadCell>
        </TableHead>
        <tbody>
          {report.lines.map((line) => {
            const href = `${reports}/general-ledger?${queryOf({ account: line.accountId, to: asOf })}`;
            return (
              <TableRow key={line.accountId}>
                <RowHead>
                  <span className="mr-3 text-text-muted tabular-nums max-sm:block max-sm:text-sm">{line.code}</span>
                  {line.name}
                </RowHead>
                <Cell className="text-text-muted max-sm:hidden">{typeLabels[line.type]}</Cell>
                <NumericCell className={narrow}>
                  <Figure cents={line.debitCents} href={href} />
                </NumericCell>
                <NumericCell className={narrow}>
                  <Figure cents={line.creditCents} href={href} />
                </NumericCell>
              </TableRow>
            );
          })}
        </tbody>
        <TableFoot>
          <FootCell>Total</FootCell>
          <FootCell className="max-sm:hidden" />
          <FootCell numeric className={narrow}>
            <Money cents={report.debitCents} />
          </FootCell>
          <FootCell numeric className={narrow}>
            <Money cents={report.creditCents} />
          </FootCell>
        </TableFoot>
      </Table>
    </>
  );
}
