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
import { ageBuckets, bucketLabels } from "@/lib/reports/age-buckets";
import type { ArAging } from "@/lib/reports/ar-aging";

type HrefOf = (cell: { client?: string; bucket?: string; all?: string }) => string;

/** A row for each client, a column for each age; every figure opens its invoices. On phones a card for each client. */
export function AgingTable({ aging, hrefOf }: { aging: ArAging; hrefOf: HrefOf }) {
  return (
    <Table caption="Open amounts by client and age" cards>
      <TableHead>
        <HeadCell>Client</HeadCell>
        {ageBuckets.map((bucket) => (
          <HeadCell key={bucket} numeric>
            {bucketLabels[bucket]}
          </HeadCell>
        ))}
        <HeadCell numeric>Total</HeadCell>
      </TableHead>
      <tbody>
        {aging.clients.length === 0 ? (
          <TableRow>
            <Cell colSpan={7} className="text-text-muted">
              Nobody owes anything on this day.
            </Cell>
          </TableRow>
        ) : null}
        {aging.clients.map(({ clientId, clientName, amounts }) => (
          <TableRow key={clientId} cards>
            <RowHead place="title">{clientName}</RowHead>
            {ageBuckets.map((bucket) => (
              <NumericCell key={bucket} label={bucketLabels[bucket]} place={amounts[bucket] === 0 ? "none" : "line"}>
                <Figure cents={amounts[bucket]} href={hrefOf({ client: clientId, bucket })} />
              </NumericCell>
            ))}
            <NumericCell place="figure">
              <Figure cents={amounts.total} href={hrefOf({ client: clientId })} />
            </NumericCell>
          </TableRow>
        ))}
      </tbody>
      <TableFoot>
        <FootCell>Total</FootCell>
        {ageBuckets.map((bucket) => (
          <FootCell key={bucket} numeric className="max-sm:hidden">
            <Figure cents={aging.totals[bucket]} href={hrefOf({ bucket })} />
          </FootCell>
        ))}
        <FootCell numeric>
          <Figure cents={aging.totals.total} href={hrefOf({ all: "1" })} />
        </FootCell>
      </TableFoot>
    </Table>
  );
}
