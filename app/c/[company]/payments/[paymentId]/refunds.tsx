import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { PlainDate } from "@/lib/kernel/dates";
import { UndoForm } from "../../credits/undo-form";
import type { PaymentRecord } from "./payment-facts";

/** What was given back of the payment, and what is left of it. Each refund can be undone, once. */
export function Refunds(props: {
  home: string;
  companyId: string;
  record: PaymentRecord;
  today: PlainDate;
  mayUndo: boolean;
}) {
  const { home, companyId, record, today, mayUndo } = props;
  return (
    <Card
      title="Refunds"
      footer={
        <>
          <Money cents={record.leftCents} currency /> of the payment is left to refund.
        </>
      }
    >
      <ul className="divide-y divide-border">
        {record.refunds.map((refund) => (
          <li key={refund.id} className="space-y-2 py-3 first:pt-0 last:pb-0">
            <div className="flex items-baseline justify-between gap-4">
              <p className="min-w-0 break-words">
                <TextLink href={`${home}/credits/${refund.id}`}>
                  {refund.status === "void" ? "Refund, undone" : "Refund"}
                </TextLink>{" "}
                <Day value={refund.settledOn} />: {refund.reason}
                <span className="block text-sm text-text-muted">From {refund.account}</span>
              </p>
              <span className={refund.status === "void" ? "text-text-muted line-through" : undefined}>
                <Money cents={refund.amountCents} currency />
              </span>
            </div>
            {mayUndo && refund.status === "standing" ? (
              <UndoForm
                companyId={companyId}
                settlement={{ ...refund, kind: "refund" }}
                moved={record.placed.filter(({ settlementId }) => settlementId === refund.id)}
                creditCents={creditOf(record, refund.id)}
                today={today}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function creditOf({ credit }: PaymentRecord, refundId: string): number {
  return credit.reduce((sum, row) => sum + (row.settlementId === refundId ? row.amountCents : 0), 0);
}
