import { ComboboxField } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import { type AccountChoice, PaymentDetails, type PaymentStart } from "./payment-details";

export type PlannedStart = PaymentStart & {
  paymentId: string;
  revision: number;
  clientId: string;
  amount: string;
  receivedOn: string;
};

/** Money that is expected: nothing of it is in the books until it came in. */
export function PlannedForm(props: {
  action: FormAction;
  companyId: string;
  start?: PlannedStart;
  clientId?: string;
  clients: { id: string; name: string }[];
  accounts: AccountChoice[];
  submit: string;
  cancelHref: string;
}) {
  const { action, companyId, start, clients, accounts, submit, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {start ? (
        <>
          <HiddenField name="paymentId" value={start.paymentId} />
          <HiddenField name="revision" value={String(start.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <ComboboxField
            name="clientId"
            label="Client"
            defaultValue={start?.clientId ?? props.clientId}
            options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FieldRow>
            <MoneyField name="amount" label="Amount" defaultValue={start?.amount} />
            <DateField name="receivedOn" label="Expected on" defaultValue={start?.receivedOn} />
          </FieldRow>
          <PaymentDetails accounts={accounts} start={start} />
        </div>
      </Card>
      <FormActions>
        <Submit>{submit}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
