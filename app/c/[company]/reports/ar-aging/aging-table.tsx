import { Money } from "@/components/display/money";
import { Cell, HeadCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { ageBuckets, bucketLabels } from "@/lib/reports/age-buckets";
import type { AgedAmounts, ArAging } from "@/lib/reports/ar-aging";

type HrefOf = (cell: { client?: string; bucket?: string; all?: string }) => string;

/** A row for each client, a column for each age; every figure opens its invoices. */
export function AgingTable({ aging, hrefOf }: { aging: ArAging; hrefOf: HrefOf }) {
  return (
    <Table caption="Open amounts by client and age">
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
        {aging.clients.map(({ clientId, clientName, amounts }) => (
          <TableRow key={clientId}>
            <Cell>{clientName}</Cell>
            <Amounts amounts={amounts} hrefOf={(bucket) => hrefOf({ client: clientId, bucket })} />
          </TableRow>
        ))}
      </tbody>
      <tfoot>
        <TableRow className="border-t-2 border-border-strong font-semibold">
          <Cell>Total</Cell>
          <Amounts amounts={aging.totals} hrefOf={(bucket) => hrefOf(bucket ? { bucket } : { all: "1" })} />
        </TableRow>
      </tfoot>
    </Table>
  );
}

function Amounts({ amounts, hrefOf }: { amounts: AgedAmounts; hrefOf: (bucket?: string) => string }) {
  return [...ageBuckets, "total" as const].map((key) => (
    <Cell key={key} numeric>
      {amounts[key] === 0 ? (
        <Money cents={0} zero="–" />
      ) : (
        <TextLink href={hrefOf(key === "total" ? undefined : key)}>
          <Money cents={amounts[key]} />
        </TextLink>
      )}
    </Cell>
  ));
}
