import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { HeadCell, NumericCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { formatDay } from "@/lib/kernel/dates";
import type { FiscalYear } from "@/lib/ledger/fiscal-year";
import type { ClosingLine } from "@/lib/ledger/fiscal-years";

/** The entry as it will be posted, line by line. */
export function ClosingPreview({ year, lines }: { year: FiscalYear; lines: ClosingLine[] }) {
  const net = lines.reduce((sum, line) => sum + line.amountCents, 0);
  const rows = [
    ...lines.map((line) => ({ name: `${line.code} ${line.name}`, amount: 0 - line.amountCents })),
    { name: "Retained earnings", amount: net },
  ];
  return (
    <Card
      title="The closing entry"
      description={`Dated ${formatDay(year.endsOn)}. Each account of income and expense comes to zero.`}
      flush
    >
      <Table caption="Lines of the closing entry" bare cards>
        <TableHead>
          <HeadCell>Account</HeadCell>
          <HeadCell numeric className="w-36">
            Debit, USD
          </HeadCell>
          <HeadCell numeric className="w-36">
            Credit, USD
          </HeadCell>
        </TableHead>
        <tbody>
          {rows.map(({ name, amount }) => (
            <TableRow key={name} cards>
              <RowHead place="title">{name}</RowHead>
              <NumericCell label="Debit">{amount > 0 ? <Money cents={amount} /> : null}</NumericCell>
              <NumericCell label="Credit">{amount < 0 ? <Money cents={0 - amount} /> : null}</NumericCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
