"use client";

import type { ReactNode } from "react";
import { CheckboxField, RadioGroup } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, Fieldset, FormActions, HiddenField } from "@/components/form/form-parts";
import { DurationField, MoneyField, PercentField, QuantityField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type FormState, idleForm } from "@/lib/kernel/form-state";

const clients = [
  { value: "cli_a", label: "Alder & Pike Architects", hint: "3 open invoices" },
  { value: "cli_b", label: "Bluegrass Veterinary Group" },
  { value: "cli_c", label: "Cobalt Ridge Energy Partners", hint: "Net 45" },
];

export function FormsView() {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Card title="A form in use">
        <Form action={save} label="Invoice" companyId="co_1">
          <InvoiceFields />
          <FormActions>
            <Submit name="intent" value="save">
              Save invoice
            </Submit>
            <Submit name="intent" value="refuse" variant="secondary">
              Save with mistakes
            </Submit>
            <LinkButton href="/dev/ui" variant="ghost">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
      <div className="space-y-6">
        <Card title="One act, asked about first">
          <Form
            inline
            action={save}
            label="Void invoice"
            confirm={{
              title: "Void invoice INV-1042?",
              facts: [
                { term: "Client", value: "Alder & Pike Architects" },
                { term: "Total", value: "$4,812.50" },
              ],
              effect: "The invoice keeps its number and is marked void. Its entry is reversed on today’s date.",
              action: "Void invoice",
              danger: true,
            }}
          >
            <HiddenField name="intent" value="save" />
            <Submit variant="danger" pendingText="Voiding…">
              Void invoice…
            </Submit>
          </Form>
        </Card>
        <Card title="A conflict">
          <Form action={conflict} label="Client">
            <TextField name="name" label="Name" defaultValue="Alder & Pike Architects" />
            <Submit>Save client</Submit>
          </Form>
        </Card>
      </div>
    </div>
  );
}

function InvoiceFields() {
  return (
    <>
      <FieldRow>
        <ComboboxField name="clientId" label="Client" options={clients} placeholder="Choose a client" />
        <SelectField
          name="terms"
          label="Terms"
          defaultValue="30"
          options={[
            { value: "0", label: "Due on receipt", group: "Short" },
            { value: "30", label: "Net 30", group: "Usual" },
            { value: "45", label: "Net 45", group: "Usual" },
          ]}
        />
      </FieldRow>
      <FieldRow>
        <DateField name="issuedOn" label="Issue date" defaultValue="2026-11-23" min="2026-11-01" />
        <TextField name="reference" label="Purchase order" optional />
      </FieldRow>
      <Fieldset legend="Amounts" hint="All in US dollars.">
        <FieldRow columns={4}>
          <MoneyField name="rate" label="Rate" defaultValue="150.00" />
          <QuantityField name="quantity" label="Quantity" defaultValue="1.5" />
          <PercentField name="tax" label="Tax" defaultValue="6.25" />
          <DurationField name="time" label="Time" hint={null} defaultValue="1:30" />
        </FieldRow>
      </Fieldset>
      <TextArea name="notes" label="Notes" hint="Printed below the lines." optional />
      <RadioGroup
        name="group"
        label="Group time by"
        defaultValue="project"
        options={[
          { value: "project", label: "Project" },
          { value: "entry", label: "Each entry", hint: "One line for each piece of work." },
        ]}
      />
      <CheckboxField name="send" label="Send after issuing" hint="To accounts@alderpike.example" defaultChecked />
    </>
  );
}

export function BulkForm({ children }: { children: ReactNode }) {
  return (
    <Form action={save} inline label="Invoices">
      {children}
    </Form>
  );
}

async function save(_state: FormState, formData: FormData): Promise<FormState> {
  await new Promise((resume) => setTimeout(resume, 600));
  if (formData.get("intent") !== "refuse") return { ...idleForm, status: "done", nextRequestId: crypto.randomUUID() };
  return {
    ...idleForm,
    status: "refused",
    message: "There is a problem. Check the marked fields.",
    fields: {
      clientId: "Choose a client.",
      rate: "Enter an amount in dollars and cents, such as 1,234.56.",
      group: "Choose how to group the time.",
    },
    values: Object.fromEntries([...formData].map(([name, value]) => [name, [String(value)]])),
  };
}

async function conflict(_state: FormState, formData: FormData): Promise<FormState> {
  return {
    ...idleForm,
    status: "conflict",
    message:
      "Somebody else changed this while you were editing. Nothing of theirs was overwritten, and what you typed is still here: see the newest version, and make your change there.",
    values: { name: [String(formData.get("name"))] },
  };
}
