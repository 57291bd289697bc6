import { Day } from "@/components/display/day";
import { Moment } from "@/components/display/moment";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { SettlementKind } from "@/lib/payments/settlement";
import type { getSettlement } from "@/lib/payments/settlement-queries";

export type SettlementRecord = Awaited<ReturnType<typeof getSettlement>>;

export function SettlementFacts(props: { home: string; timeZone: string; record: SettlementRecord }) {
  const { home, timeZone, record } = props;
  const { settlement, clientName, account, createdByName } = record;
  return (
    <Card
      title="Facts"
      footer={
        <>
          {settlement.isAutomatic ? "Made by the company’s rule" : `Recorded by ${createdByName}`},{" "}
          <Moment at={settlement.createdAt} timeZone={timeZone} />
        </>
      }
    >
      <DescriptionList
        items={[
          { term: "Amount", value: <Money cents={settlement.amountCents} currency />, numeric: true },
          { term: "Client", value: <TextLink href={`${home}/clients/${settlement.clientId}`}>{clientName}</TextLink> },
          { term: "Date", value: <Day value={settlement.settledOn} /> },
          ...documentsOf(home, record),
          ...(account ? [{ term: accountTerm(settlement.kind), value: account }] : []),
          { term: "Reason", value: <span className="whitespace-pre-line">{settlement.reason || "–"}</span> },
        ]}
      />
    </Card>
  );
}

function documentsOf(home: string, { settlement, invoiceNumber, depositNumber, paymentNumber }: SettlementRecord) {
  const { invoiceId, depositInvoiceId, paymentId } = settlement;
  const links = [
    invoiceId && { term: "Put on", text: `Invoice ${invoiceNumber}`, href: `${home}/invoices/${invoiceId}` },
    depositInvoiceId && { term: "Deposit", text: depositNumber ?? "", href: `${home}/invoices/${depositInvoiceId}` },
    paymentId && { term: "Gives back", text: `Payment ${paymentNumber}`, href: `${home}/payments/${paymentId}` },
  ];
  return links
    .filter((link) => link !== null)
    .map(({ term, text, href }) => ({ term, value: <TextLink href={href}>{text}</TextLink> }));
}

function accountTerm(kind: SettlementKind): string {
  return kind === "refund" || kind === "credit_payout" ? "Taken from" : "Borne by";
}
