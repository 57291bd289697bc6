import { Minutes } from "@/components/display/minutes";
import { Figure } from "@/components/reports/figure";
import { cx } from "@/components/ui/cx";
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
import { TextLink } from "@/components/ui/text-link";
import { formatPercentOf } from "@/lib/reports/percent-text";
import type { Lines, Sheet, SheetCell, SheetColumn, SheetRow } from "@/lib/reports/sheet";

/**
 * A report's rows; each figure is the way to its lines. Of several columns each row is a card on phones; of many the
 * figures move sideways within their frame, and what they are of stays in sight.
 */
export function SheetTable({ home, sheet }: { home: string; sheet: Sheet }) {
  const last = sheet.rows.filter((row) => row.style === "last");
  const body = sheet.rows.filter((row) => row.style !== "last");
  const cards = sheet.columns.length > 2 && sheet.columns.length <= 6;
  return (
    <>
      <div
        className={cx(
          sheet.columns.length === 1 && "max-w-3xl",
          sheet.columns.length === 2 && narrow,
          sheet.columns.length > 5 && "print:[page:wide]",
        )}
      >
        <Table caption={sheet.caption} cards={cards} wide={sheet.columns.length > 4}>
          <TableHead>
            <HeadCell>{sheet.of}</HeadCell>
            {sheet.columns.map((column) => (
              <HeadCell key={column.label} numeric>
                {column.label}
              </HeadCell>
            ))}
          </TableHead>
          <tbody>
            {body.length === 0 ? (
              <TableRow>
                <Cell colSpan={sheet.columns.length + 1} className="text-text-muted">
                  {sheet.empty}
                </Cell>
              </TableRow>
            ) : null}
            {body.map((row) => (
              <SheetLine key={row.key} home={home} row={row} columns={sheet.columns} cards={cards} />
            ))}
          </tbody>
          {last.map((row) => (
            <TableFoot key={row.key}>
              <FootCell className={rule}>{row.label}</FootCell>
              {row.cells.map((cell, n) => (
                <FootCell
                  key={sheet.columns[n]?.label}
                  numeric
                  className={cards && n < row.cells.length - 1 ? `${rule} max-sm:hidden` : rule}
                >
                  <Value home={home} cell={cell} />
                </FootCell>
              ))}
            </TableFoot>
          ))}
        </Table>
      </div>
      {sheet.notes.map((note) => (
        <p key={note} className="mt-4 max-w-[80ch] text-sm text-text-muted">
          {note}
        </p>
      ))}
    </>
  );
}

const rule = "border-t-3 border-double";
/** Two columns of figures fit beside whole words on a phone. */
const narrow =
  "max-sm:[&_.t-cell]:px-2 max-sm:[&_.t-cell]:text-sm max-sm:[&_.t-foot]:px-2 max-sm:[&_.t-foot]:text-sm max-sm:[&_.t-head]:px-2 max-sm:[&_.t-code]:block";

type LineProps = { home: string; row: SheetRow; columns: SheetColumn[]; cards: boolean };

function SheetLine({ home, row, columns, cards }: LineProps) {
  if (row.style === "heading")
    return (
      <tr>
        <th
          scope="rowgroup"
          colSpan={columns.length + 1}
          className="px-4 pt-5 pb-1.5 text-left font-semibold print:px-0"
        >
          {row.label}
        </th>
      </tr>
    );
  const strong = row.style === "sum" ? "font-semibold" : undefined;
  return (
    <TableRow cards={cards} className={strong}>
      <RowHead place={cards ? "title" : undefined} className={cx("wrap-break-word sm:min-w-48 print:min-w-0", strong)}>
        {row.code ? <span className="t-code mr-3 text-text-muted tabular-nums print:mr-1.5">{row.code}</span> : null}
        <bdi>{row.label}</bdi>
      </RowHead>
      {row.cells.map((cell, n) => (
        <NumericCell
          key={columns[n]?.label}
          label={cards ? columns[n]?.label : undefined}
          place={cards ? (isNothing(cell) ? "none" : "line") : undefined}
        >
          <Value home={home} cell={cell} />
        </NumericCell>
      ))}
    </TableRow>
  );
}

function Value({ home, cell }: { home: string; cell: SheetCell }) {
  if (cell.kind === "none") return null;
  if (cell.kind === "percent") return cell.ppm === null ? "–" : <span>{formatPercentOf(cell.ppm)}</span>;
  const href = cell.lines ? linesHref(home, cell.lines) : undefined;
  if (cell.kind === "money") return <Figure cents={cell.cents} href={href} />;
  const minutes = <Minutes value={cell.minutes} />;
  return href && cell.minutes > 0 ? <TextLink href={href}>{minutes}</TextLink> : minutes;
}

/** The page of the lines behind a figure. */
export function linesHref(home: string, lines: Lines): string {
  return `${home}/${lines.in}?${new URLSearchParams(lines.query)}`;
}

function isNothing(cell: SheetCell): boolean {
  if (cell.kind === "money") return cell.cents === 0;
  if (cell.kind === "minutes") return cell.minutes === 0;
  return cell.kind === "none" || cell.ppm === null;
}
