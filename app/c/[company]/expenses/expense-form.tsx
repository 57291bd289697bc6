import { CheckboxField, RadioGroup } from "@/components/form/choice-fields";
import { ComboboxField, type ComboboxOption } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField, PercentField } from "@/components/form/number-field";
import { type Option, SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";

export type ExpenseChoices = {
  categories: Option[];
  accounts: Option[];
  projects: ComboboxOption[];
  clients: ComboboxOption[];
  /** Null where it is not this member's to choose. */
  vendors: ComboboxOption[] | null;
  members: ComboboxOption[] | null;
};

const payers = [
  { value: "company", label: "The company" },
  { value: "member", label: "The member", hint: "To be reimbursed" },
];

export function ExpenseForm(props: {
  action: FormAction;
  companyId: string;
  choices: ExpenseChoices;
  start: Record<string, string>;
  isBillable: boolean;
  expense?: { id: string; revision: number };
  cancelHref: string;
}) {
  const { action, companyId, choices, start, isBillable, expense, cancelHref } = props;
  const { categories, accounts, projects, clients, vendors, members } = choices;
  return (
    <Form action={action} companyId={companyId} initial={start} className="max-w-3xl">
      {expense ? (
        <>
          <HiddenField name="expenseId" value={expense.id} />
          <HiddenField name="revision" value={String(expense.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          {members ? <ComboboxField name="memberId" label="Member" options={members} /> : null}
          <FieldRow>
            <TextField name="merchant" label="Merchant" hint="Where the money was spent." optional={vendors !== null} />
            {vendors ? (
              <ComboboxField name="vendorId" label="Vendor" options={vendors} placeholder="No vendor" optional />
            ) : null}
          </FieldRow>
          <FieldRow columns={3}>
            <DateField name="spentOn" label="Date" />
            <MoneyField name="amount" label="Amount" />
            <MoneyField name="tax" label="Sales tax included" optional />
          </FieldRow>
          <FieldRow>
            <SelectField name="categoryId" label="Category" options={categories} />
            <TextField name="description" label="Description" optional />
          </FieldRow>
          <RadioGroup name="paidBy" label="Paid by" options={payers} inline />
          <SelectField
            name="paidFromAccountId"
            label="Paid from"
            options={accounts}
            hint="Only when the company paid."
            className="max-w-sm"
          />
          <FieldRow>
            <ComboboxField name="projectId" label="Project" options={projects} placeholder="No project" optional />
            <ComboboxField
              name="clientId"
              label="Client"
              options={clients}
              placeholder="No client"
              hint="A project brings its own client."
              optional
            />
          </FieldRow>
          <FieldRow>
            <CheckboxField
              name="isBillable"
              label="Billable"
              hint="Once approved, it can go on an invoice to the client."
              defaultChecked={isBillable}
            />
            <PercentField name="markup" label="Markup" hint="Percent on top of the amount, on the invoice." optional />
          </FieldRow>
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{expense ? "Save expense" : "Add expense"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
