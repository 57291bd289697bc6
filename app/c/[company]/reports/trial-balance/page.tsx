import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { Cell, HeadCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { typeLabels } from "@/lib/ledger/account";
import { askedDay, dayPresets } from "@/lib/reports/report-days";
import { trialBalance } from "@/lib/reports/trial-balance";
import { queryOf, ReportHead } from "../report-head";

export const metadata: Metadata = { title: "Trial balance" };

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
          <HeadCell numeric>Debit</HeadCell>
          <HeadCell numeric>Credit</HeadCell>
        </TableHead>
        <tbody>
          {report.lines.map((line) => {
            const href = `${reports}/general-ledger?${queryOf({ account: line.accountId, to: asOf })}`;
            return (
              <TableRow key={line.accountId}>
                <Cell>
                  <span className="mr-3 text-text-muted tabular-nums">{line.code}</span>
                  {line.name}
                </Cell>
                <Cell className="text-text-muted max-sm:hidden">{typeLabels[line.type]}</Cell>
                {[line.debitCents, line.creditCents].map((cents, side) => (
                  <Cell key={side === 0 ? "debit" : "credit"} numeric>
                    {cents === 0 ? (
                      <Money cents={0} zero="–" />
                    ) : (
                      <TextLink href={href}>
                        <Money cents={cents} />
                      </TextLink>
                    )}
                  </Cell>
                ))}
              </TableRow>
            );
          })}
        </tbody>
        <tfoot>
          <TableRow className="border-t-2 border-border-strong font-semibold">
            <Cell>Total</Cell>
            <Cell className="max-sm:hidden" />
            <Cell numeric>
              <Money cents={report.debitCents} />
            </Cell>
            <Cell numeric>
              <Money cents={report.creditCents} />
            </Cell>
          </TableRow>
        </tfoot>
      </Table>
    </>
  );
}
