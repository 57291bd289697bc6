import { Day } from "@/components/display/day";
import { Moment } from "@/components/display/moment";
import { Status } from "@/components/display/status";
import { Cell, HeadCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { listPeriods } from "@/lib/ledger/queries";
import { periodStatus } from "./period-status";

type ListedPeriod = Awaited<ReturnType<typeof listPeriods>>[number];

export function PeriodTable(props: { base: string; timeZone: string; periods: ListedPeriod[] }) {
  const { base, timeZone, periods } = props;
  return (
    <Table caption="Periods" cards>
      <TableHead>
        <HeadCell>Period</HeadCell>
        <HeadCell>First day</HeadCell>
        <HeadCell>Last day</HeadCell>
        <HeadCell>Status</HeadCell>
        <HeadCell>Closed or reopened</HeadCell>
      </TableHead>
      <tbody>
        {periods.map((row) => (
          <TableRow key={row.period.id} cards className="hover:bg-surface-2/60">
            <RowHead place="title" className="font-medium max-sm:basis-full">
              <TextLink href={`${base}/${row.period.id}`}>{row.period.name}</TextLink>
            </RowHead>
            <Cell label="First day">
              <Day value={row.period.startsOn} />
            </Cell>
            <Cell label="Last day">
              <Day value={row.period.endsOn} />
            </Cell>
            <Cell place="badge">
              <Status of="period" status={periodStatus(row.period)} />
            </Cell>
            <Cell label="By" className="text-text-muted">
              <LastStep row={row} timeZone={timeZone} />
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** Who closed it, or who reopened it since; nothing for one that was never closed. */
function LastStep({ row, timeZone }: { row: ListedPeriod; timeZone: string }) {
  const { period, closedByName, reopenedByName } = row;
  const isClosed = period.status === "closed";
  const at = isClosed ? period.closedAt : period.reopenedAt;
  if (!at) return null;
  return (
    <>
      {isClosed ? closedByName : reopenedByName}, <Moment at={at} timeZone={timeZone} />
    </>
  );
}
