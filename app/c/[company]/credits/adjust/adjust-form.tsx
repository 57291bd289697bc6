import { RadioGroup } from "@/components/form/choice-fields";
import { ComboboxField, type ComboboxOption } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type AccountChoice, accountOptions } from "../../payments/payment-details";
import { adjustCreditAction } from "../actions";

const directions = [
  { value: "grant", label: "Add credit" },
  { value: "reduce", label: "Take credit away" },
];

export function AdjustForm(props: {
  companyId: string;
  today: string;
  client: { id: string; name: string; creditCents: number } | null;
  clients: ComboboxOption[];
  accounts: AccountChoice[];
  cancelHref: string;
}) {
  const { companyId, today, client, clients, accounts, cancelHref } = props;
  return (
    <Form action={adjustCreditAction} companyId={companyId} className="max-w-3xl">
      <Card>
        <div className="space-y-5">
          <ComboboxField
            name="clientId"
            label="Client"
            defaultValue={client?.id}
            options={clients}
            hint={client ? `${client.name} has ${formatDollars(client.creditCents)} of credit.` : undefined}
          />
          <RadioGroup name="direction" label="What happens" options={directions} defaultValue="grant" inline />
          <FieldRow>
            <MoneyField name="amount" label="Amount" />
            <DateField name="adjustedOn" label="Date" defaultValue={today} />
          </FieldRow>
          <SelectField
            name="accountId"
            label="Borne by"
            defaultValue={accounts[0]?.id}
            options={accountOptions(accounts)}
            hint="Credit that is added lowers this account’s income or raises its cost; taking it away does the opposite."
          />
          <TextField name="reason" label="Reason" hint="It stands in the ledger and in the audit log." />
        </div>
      </Card>
      <FormActions>
        <Submit>Adjust credit</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
