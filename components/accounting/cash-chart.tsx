import type { Route } from "next";
import Link from "next/link";
import { Money } from "@/components/display/money";
import { cx } from "@/components/ui/cx";
import { Cell, HeadCell, NumericCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { formatMonth, type PlainDate } from "@/lib/kernel/dates";

type Month = { from: PlainDate; to: PlainDate; cents: number };

const height = 120;

/** A bar for each month, each a link to the payments in it; the same figures as a table below. */
export function CashChart(props: { caption: string; months: Month[]; hrefOf: (month: Month) => string }) {
  const { caption, months, hrefOf } = props;
  const highest = Math.max(...months.map((month) => month.cents), 1);
  return (
    <figure>
      <figcaption className="reader-only">{caption}</figcaption>
      <ol className="grid auto-cols-fr grid-flow-col gap-1">
        {months.map((month, index) => (
          <li key={month.from} className="min-w-0">
            <Link href={hrefOf(month) as Route} className="group block rounded-md pt-1 text-center">
              <span aria-hidden="true" className="block text-xs text-text-muted tabular-nums group-hover:text-text">
                {month.cents === 0 ? "–" : compact(month.cents)}
              </span>
              <Bar share={month.cents / highest} isLast={index === months.length - 1} />
              <span aria-hidden="true" className="mt-1 block text-xs text-text-muted group-hover:text-text">
                {formatMonth(month.from).slice(0, 3)}
              </span>
              <span className="reader-only">
                {formatMonth(month.from)}: <Money cents={month.cents} currency />
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <details className="mt-3 print:hidden">
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm font-medium text-link hover:underline pointer-coarse:min-h-11">
          View as table
        </summary>
        <MonthTable caption={caption} months={months} hrefOf={hrefOf} />
      </details>
    </figure>
  );
}

/** Sizes are attributes: the policy forbids inline style. The month that still runs is drawn lighter. */
function Bar({ share, isLast }: { share: number; isLast: boolean }) {
  const tall = share > 0 ? Math.max(Math.round(share * height), 2) : 0;
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block border-b border-border-strong">
      <rect
        x="16%"
        width="68%"
        y={height - tall}
        height={tall}
        rx="2"
        className={cx(isLast ? "fill-chart-1 opacity-60" : "fill-chart-1", "group-hover:opacity-100")}
      />
    </svg>
  );
}

function MonthTable({
  caption,
  months,
  hrefOf,
}: {
  caption: string;
  months: Month[];
  hrefOf: (month: Month) => string;
}) {
  return (
    <div className="mt-2">
      <Table caption={caption} bare>
        <TableHead>
          <HeadCell>Month</HeadCell>
          <HeadCell numeric>Received, USD</HeadCell>
        </TableHead>
        <tbody>
          {months.map((month) => (
            <TableRow key={month.from}>
              <Cell>{formatMonth(month.from)}</Cell>
              <NumericCell>
                <Link href={hrefOf(month) as Route} className="text-link hover:underline">
                  <Money cents={month.cents} />
                </Link>
              </NumericCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** `$980`, `$12.4k`, `$3.1M`, for the little room above a bar; the whole amount stands beside it for readers. */
function compact(cents: number): string {
  const dollars = Math.round(cents / 100);
  if (dollars < 1_000) return `$${dollars}`;
  const [unit, sign] = dollars < 999_950 ? [1_000, "k"] : [1_000_000, "M"];
  const tenths = Math.round((dollars * 10) / unit);
  return `$${Math.floor(tenths / 10).toLocaleString("en-US")}${tenths % 10 === 0 ? "" : `.${tenths % 10}`}${sign}`;
}
