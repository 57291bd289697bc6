import { Day } from "@/components/display/day";
import { Moment } from "@/components/display/moment";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { methodLabels } from "@/lib/payments/payment";
import type { getPayment } from "@/lib/payments/queries";

export type PaymentRecord = Awaited<ReturnType<typeof getPayment>>;

export function PaymentFacts(props: { home: string; timeZone: string; record: PaymentRecord }) {
  const { home, timeZone, record } = props;
  const { payment, clientName, account, createdByName } = record;
  return (
    <Card
      title="Payment"
      footer={
        <>
          Recorded by {createdByName}, <Moment at={payment.createdAt} timeZone={timeZone} />
        </>
      }
    >
      <DescriptionList
        items={[
          {
            term: "Amount",
            value: <Money cents={payment.amountCents} currency />,
            numeric: true,
          },
          { term: "Client", value: <TextLink href={`${home}/clients/${payment.clientId}`}>{clientName}</TextLink> },
          { term: payment.status === "pending" ? "Expected" : "Received", value: <Day value={payment.receivedOn} /> },
          { term: "Method", value: methodLabels[payment.method] },
          { term: "Reference", value: payment.reference || "–" },
          { term: "Put into", value: account },
          { term: "Note", value: <span className="whitespace-pre-line">{payment.note || "–"}</span> },
        ]}
      />
    </Card>
  );
}
