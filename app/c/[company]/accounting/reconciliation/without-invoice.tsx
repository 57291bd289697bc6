import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { Cell, HeadCell, NumericCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { listPaymentsWithoutInvoice } from "@/lib/reconciliation/last-90-days";

type Loose = Awaited<ReturnType<typeof listPaymentsWithoutInvoice>>;

/** Money that no invoice has taken: it is owed to the client as credit until it is applied, refunded or voided. */
export function WithoutInvoice({ home, payments }: { home: string; payments: Loose }) {
  if (payments.length === 0) return null;
  return (
    <Card title="Payments with no invoice" flush>
      <Table caption="Payments with no invoice" bare cards>
        <TableHead>
          <HeadCell>Payment</HeadCell>
          <HeadCell>Received</HeadCell>
          <HeadCell>Client</HeadCell>
          <HeadCell numeric className="w-40">
            Amount, USD
          </HeadCell>
        </TableHead>
        <tbody>
          {payments.map((payment) => (
            <TableRow key={payment.id} cards>
              <RowHead place="title">
                <TextLink href={`${home}/payments/${payment.id}`}>{payment.number ?? "Payment"}</TextLink>
              </RowHead>
              <Cell label="Received">
                <Day value={payment.receivedOn} />
              </Cell>
              <Cell label="Client">
                <TextLink href={`${home}/clients/${payment.clientId}`}>{payment.clientName}</TextLink>
              </Cell>
              <NumericCell place="figure">
                <Money cents={payment.amountCents} />
              </NumericCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
