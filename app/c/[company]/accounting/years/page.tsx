import type { Metadata } from "next";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { PageHeader } from "@/components/layout/page-header";
import { Cell, HeadCell, NumericCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { enter } from "@/lib/doors/page";
import { listFiscalYears, type YearSummary } from "@/lib/ledger/fiscal-years";

export const metadata: Metadata = { title: "Years" };

export default async function YearsPage({ params }: PageProps<"/c/[company]/accounting/years">) {
  const scope = await enter(params, "accounting.read");
  const years = await listFiscalYears(scope);
  const base = `/c/${scope.company.slug}/accounting/years`;
  return (
    <>
      <PageHeader
        title="Years"
        description="At the end of a fiscal year its profit moves to retained earnings, so that the next one starts from zero."
      />
      <Table caption="Fiscal years" cards>
        <TableHead>
          <HeadCell>Year</HeadCell>
          <HeadCell>First day</HeadCell>
          <HeadCell>Last day</HeadCell>
          <HeadCell numeric>Income, USD</HeadCell>
          <HeadCell numeric>Expenses, USD</HeadCell>
          <HeadCell numeric>Net, USD</HeadCell>
          <HeadCell>Status</HeadCell>
        </TableHead>
        <tbody>
          {years.map((year) => (
            <Row key={year.endsOn} year={year} href={`${base}/${year.endsOn}`} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Row({ year, href }: { year: YearSummary; href: string }) {
  return (
    <TableRow cards className="hover:bg-surface-2/60">
      <RowHead place="title" className="font-medium max-sm:basis-full">
        <TextLink href={href}>{year.name}</TextLink>
        {year.postedSince > 0 ? (
          <span className="block text-sm font-normal text-warning-fg">
            {year.postedSince} posted since; close again
          </span>
        ) : null}
      </RowHead>
      <Cell label="First day">
        <Day value={year.startsOn} />
      </Cell>
      <Cell label="Last day">
        <Day value={year.endsOn} />
      </Cell>
      <NumericCell label="Income">
        <Money cents={year.incomeCents} />
      </NumericCell>
      <NumericCell label="Expenses">
        <Money cents={year.expenseCents} />
      </NumericCell>
      <NumericCell label="Net">
        <Money cents={year.netCents} />
      </NumericCell>
      <Cell place="badge">
        <Status of="year" status={year.state} />
      </Cell>
    </TableRow>
  );
}
