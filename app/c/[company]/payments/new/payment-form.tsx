"use client";

import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { methodLabels, paymentMethods } from "@/lib/payments/payment";
import { recordPaymentAction } from "../actions";
import { ExcessField } from "./excess-field";

const methods = paymentMethods.map((method) => ({ value: method, label: methodLabels[method] }));

export function PaymentForm(props: {
  companyId: string;
  today: string;
  invoice: { id: string; number: string; balanceCents: number };
  clientName: string;
  accounts: { id: string; code: string; name: string; role: string | null }[];
  cancelHref: string;
}) {
  const { companyId, today, invoice, clientName, accounts, cancelHref } = props;
  const isPaid = invoice.balanceCents === 0;
  return (
    <Form action={recordPaymentAction} companyId={companyId} className="max-w-3xl">
      <HiddenField name="invoiceId" value={invoice.id} />
      {isPaid ? (
        <Banner kind="info" title={`${invoice.number} is paid`}>
          Whatever is recorded here becomes credit of {clientName}.
        </Banner>
      ) : null}
      <Card>
        <div className="space-y-5">
          <FieldRow>
            <MoneyField
              name="amount"
              label="Amount"
              defaultValue={isPaid ? "" : formatCents(invoice.balanceCents)}
              hint={`${formatDollars(invoice.balanceCents)} is open on ${invoice.number}.`}
              autoFocus
            />
            <DateField name="receivedOn" label="Received on" defaultValue={today} />
          </FieldRow>
          <ExcessField clientName={clientName} />
          <FieldRow>
            <SelectField name="method" label="Method" defaultValue="check" options={methods} />
            <SelectField
              name="depositAccountId"
              label="Put into"
              defaultValue={(accounts.find((account) => account.role === "cash") ?? accounts[0])?.id}
              options={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            />
          </FieldRow>
          <TextField name="reference" label="Reference" optional hint="Such as the check's number." />
          <TextArea name="note" label="Note" rows={2} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>Record payment</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
