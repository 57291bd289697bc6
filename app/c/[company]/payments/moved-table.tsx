import { EntriesSaid } from "@/components/accounting/entries-said";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
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
import type { PlainDate } from "@/lib/kernel/dates";
import type { listEntriesOfSource } from "@/lib/ledger/queries";

export type Entries = Awaited<ReturnType<typeof listEntriesOfSource>>;
export type MovedRow = { id: string; text: string; why: string; href: string; day: PlainDate; cents: number };

/** What a document put on invoices and into credit, each row with its day; and the entries that say so in the books. */
export function MovedTable(props: { home: string; title: string; rows: MovedRow[]; sum: string; entries: Entries }) {
  const { home, title, rows, sum, entries } = props;
  return (
    <Card title={title} flush footer={<EntriesSaid home={home} entries={entries} none="" />}>
      <Table caption={title} bare cards>
        <TableHead>
          <HeadCell>To</HeadCell>
          <HeadCell>Date</HeadCell>
          <HeadCell numeric className="w-40">
            Amount, USD
          </HeadCell>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} cards>
              <RowHead place="title">
                <TextLink href={row.href}>{row.text}</TextLink>
                {row.why ? <span className="t-sub text-text-muted">{row.why}</span> : null}
              </RowHead>
              <Cell label="Date">
                <Day value={row.day} />
              </Cell>
              <NumericCell place="figure">
                <Money cents={row.cents} />
              </NumericCell>
            </TableRow>
          ))}
        </tbody>
        <TableFoot>
          <FootCell colSpan={2}>{sum}</FootCell>
          <FootCell numeric>
            <Money cents={rows.reduce((total, row) => total + row.cents, 0)} />
          </FootCell>
        </TableFoot>
      </Table>
    </Card>
  );
}
