import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { voidInvoiceAction } from "../actions";
import { reversedText } from "./posted-text";

type Voidable = { id: string; number: string; subtotalCents: number; taxCents: number; totalCents: number };

/** The way back from an issued invoice, folded away: it is rare, and it is in the books for ever. */
export function VoidInvoice(props: { companyId: string; invoice: Voidable; paidCents: number; today: string }) {
  const { paidCents } = props;
  return (
    <Card className="print:hidden">
      <details>
        <summary className="min-h-6 cursor-pointer font-medium">Void this invoice…</summary>
        <p className="mt-3 max-w-[70ch] text-text-muted">
          {paidCents === 0
            ? "The number stays and the entry is reversed on the day of the void. Time on it can be invoiced again."
            : `Payments of ${formatDollars(paidCents)} stand on it. Void those payments first.`}
        </p>
        {paidCents === 0 ? <VoidForm {...props} /> : null}
      </details>
    </Card>
  );
}

function VoidForm({ companyId, invoice, today }: { companyId: string; invoice: Voidable; today: string }) {
  return (
    <Form
      action={voidInvoiceAction}
      companyId={companyId}
      className="mt-4"
      confirm={{
        title: `Void invoice ${invoice.number}?`,
        facts: [{ term: "Total", value: formatDollars(invoice.totalCents) }],
        effect: `Reverses the entry. ${reversedText(invoice)} This can't be undone.`,
        action: "Void invoice",
        danger: true,
      }}
    >
      <HiddenField name="invoiceId" value={invoice.id} />
      <FieldRow>
        <TextField name="reason" label="Reason" hint="It stands in the audit log and on the invoice." />
        <DateField name="voidedOn" label="Day of the void" defaultValue={today} />
      </FieldRow>
      <Submit variant="danger" icon="ban" pendingText="Voiding…">
        Void invoice
      </Submit>
    </Form>
  );
}
