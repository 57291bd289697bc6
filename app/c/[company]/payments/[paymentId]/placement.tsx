import { entryHref } from "@/components/accounting/links";
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
import { sourceLabels } from "@/lib/ledger/posting";
import type { listEntriesOfSource } from "@/lib/ledger/queries";
import type { PaymentRecord } from "./payment-facts";

type Entries = Awaited<ReturnType<typeof listEntriesOfSource>>;

/** Where each cent went: to invoices, the rest to the client's credit; and the entries that say so in the books. */
export function Placement({ home, record, entries }: { home: string; record: PaymentRecord; entries: Entries }) {
  const rows = rowsOf(home, record);
  return (
    <Card
      title="Where each cent went"
      flush
      footer={
        <ul className="space-y-1">
          {entries.map((entry) => (
            <li key={entry.id}>
              In the journal as <TextLink href={entryHref(home, entry.id)}>entry {entry.number}</TextLink>,{" "}
              {sourceLabels[entry.sourceType].toLowerCase()}, <Day value={entry.entryOn} />.
            </li>
          ))}
        </ul>
      }
    >
      <Table caption="Where each cent went" bare cards>
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
                {row.why ? <span className="block text-sm text-text-muted">{row.why}</span> : null}
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
          <FootCell colSpan={2}>{record.payment.status === "void" ? "Left of it" : "The whole payment"}</FootCell>
          <FootCell numeric>
            <Money cents={rows.reduce((sum, row) => sum + row.cents, 0)} />
          </FootCell>
        </TableFoot>
      </Table>
    </Card>
  );
}

function rowsOf(home: string, { payment, placed, credit }: PaymentRecord) {
  return [
    ...placed.map((row) => ({
      id: row.id,
      text: `Invoice ${row.invoiceNumber ?? ""}`,
      why: row.amountCents < 0 ? "Taken back by the void" : "",
      href: `${home}/invoices/${row.invoiceId}`,
      day: row.allocatedOn,
      cents: row.amountCents,
    })),
    ...credit.map((row) => ({
      id: row.id,
      text: "Client credit",
      why: row.reason,
      href: `${home}/clients/${payment.clientId}`,
      day: row.enteredOn,
      cents: row.amountCents,
    })),
  ];
}
