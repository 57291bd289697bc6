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
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { type AccountChoice, accountOptions } from "../../payments/payment-details";
import { payOutCreditAction } from "../actions";

export function PayOutForm(props: {
  companyId: string;
  today: string;
  client: { id: string; name: string; creditCents: number } | null;
  clients: ComboboxOption[];
  accounts: AccountChoice[];
  cancelHref: string;
}) {
  const { companyId, today, client, clients, accounts, cancelHref } = props;
  const cash = accounts.find((account) => account.role === "cash") ?? accounts[0];
  return (
    <Form
      action={payOutCreditAction}
      companyId={companyId}
      className="max-w-3xl"
      confirm={{
        title: "Pay this credit out?",
        effect: "Posts the payout to the journal: the client has that much less credit. It can be undone later.",
        action: "Pay out",
      }}
    >
      <Card>
        <div className="space-y-5">
          <ComboboxField
            name="clientId"
            label="Client"
            defaultValue={client?.id}
            options={clients}
            hint={client ? `${client.name} has ${formatDollars(client.creditCents)} of credit.` : undefined}
          />
          <FieldRow>
            <MoneyField
              name="amount"
              label="Amount"
              defaultValue={client && client.creditCents > 0 ? formatCents(client.creditCents) : ""}
            />
            <DateField name="paidOn" label="Paid out on" defaultValue={today} />
          </FieldRow>
          <SelectField name="accountId" label="Taken from" defaultValue={cash?.id} options={accountOptions(accounts)} />
          <TextField name="reason" label="Reason" hint="It stands in the ledger and in the audit log." />
        </div>
      </Card>
      <FormActions>
        <Submit>Pay out</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
