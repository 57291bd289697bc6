import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { voidPaymentAction } from "../actions";
import type { PaymentRecord } from "./payment-facts";

/** Folded away: rare, and in the books for ever. */
export function VoidForm({ companyId, record, today }: { companyId: string; record: PaymentRecord; today: PlainDate }) {
  const { payment } = record;
  return (
    <Card className="print:hidden">
      <Fold title="Void this payment…">
        <p className="mt-3 max-w-[70ch] text-text-muted">
          For a check that bounced or a payment recorded by mistake. The payment stays on record as void; its entry is
          reversed on the day that you choose.
        </p>
        <Form
          action={voidPaymentAction}
          companyId={companyId}
          className="mt-4"
          confirm={{
            title: `Void payment ${payment.number}?`,
            facts: [{ term: "Amount", value: formatDollars(payment.amountCents) }, ...effects(record)],
            effect: `Posts the reverse: ${formatDollars(payment.amountCents)} leave ${record.account}. This can't be undone.`,
            action: "Void payment",
            danger: true,
          }}
        >
          <HiddenField name="paymentId" value={payment.id} />
          <FieldRow>
            <TextField name="reason" label="Reason" hint="It stands in the audit log and on the payment." />
            <DateField
              name="voidedOn"
              label="Day of the void"
              defaultValue={today > payment.receivedOn ? today : payment.receivedOn}
              min={payment.receivedOn}
            />
          </FieldRow>
          <Submit variant="danger" icon="ban" pendingText="Voiding…">
            Void payment
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}

/** Of what is left of it: refunds that were undone have moved nothing in the end. */
function effects({ placed, left }: PaymentRecord): { term: string; value: string }[] {
  const numberOf = (invoiceId: string) => placed.find((row) => row.invoiceId === invoiceId)?.invoiceNumber ?? "Invoice";
  return [
    ...left.placed.map((part) => ({
      term: `${numberOf(part.invoiceId)} owes again`,
      value: formatDollars(part.amountCents),
    })),
    ...(left.creditCents > 0 ? [{ term: "Client credit taken back", value: formatDollars(left.creditCents) }] : []),
  ];
}
