import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import type { InvoiceKind } from "@/lib/invoicing/invoice";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { voidInvoiceAction } from "../actions";
import { reversedText } from "./posted-text";

type Voidable = {
  id: string;
  kind: InvoiceKind;
  number: string;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
};

/** The way back from an issued invoice: it is rare, and it is in the books for ever. */
export function VoidForm({ companyId, invoice, today }: { companyId: string; invoice: Voidable; today: string }) {
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
