"use client";

import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { FieldError } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyInput } from "@/components/form/number-input";
import { type Option, SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDollars, parseMoney } from "@/lib/kernel/decimal-text";
import { payBillsAction } from "../actions";

type OpenBill = { id: string; label: string; words: string; amount: string };

export function PayForm(props: {
  companyId: string;
  vendorId: string;
  today: string;
  bills: OpenBill[];
  accounts: Option[];
  fromAccountId: string;
  cancelHref: string;
}) {
  const { companyId, vendorId, today, bills, accounts, fromAccountId, cancelHref } = props;
  return (
    <Form action={payBillsAction} companyId={companyId} className="max-w-3xl">
      <HiddenField name="vendorId" value={vendorId} />
      <Card>
        <div className="space-y-5">
          <Amounts bills={bills} />
          <FieldRow>
            <DateField name="paidOn" label="Paid on" defaultValue={today} />
            <SelectField name="fromAccountId" label="Paid from" options={accounts} defaultValue={fromAccountId} />
          </FieldRow>
          <TextField name="reference" label="Reference" optional hint="Such as the check's number." />
        </div>
      </Card>
      <FormActions sticky>
        <Submit pendingText="Recording…">Record payment</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** What is paid on each bill; they travel as one field. An empty one is not paid. */
function Amounts({ bills }: { bills: OpenBill[] }) {
  const { id: formId, state, touch } = useFormContext();
  const [amounts, setAmounts] = useState(() => Object.fromEntries(bills.map(({ id, amount }) => [id, amount])));
  const total = Object.values(amounts).reduce((sum, text) => {
    const parsed = parseMoney(text);
    return sum + (parsed.ok ? parsed.value : 0);
  }, 0);
  const sent = bills.map(({ id }) => ({ billId: id, amount: amounts[id] ?? "" }));
  const errors = Object.entries(state.fields).filter(([name]) => name === "bills" || name.startsWith("bills."));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">Bills</legend>
      <input type="hidden" name="bills" value={JSON.stringify(sent)} />
      <ul className="divide-y divide-border border-y border-border">
        {bills.map((bill, index) => (
          <li key={bill.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <label htmlFor={fieldId(formId, `bills.${index}.amount`)} className="min-w-0">
              <span className="font-medium">{bill.label}</span>
              <span className="block text-sm text-text-muted">{bill.words}</span>
            </label>
            <span className="w-36">
              <MoneyInput
                id={fieldId(formId, `bills.${index}.amount`)}
                value={amounts[bill.id] ?? ""}
                onChange={(event) => {
                  setAmounts((all) => ({ ...all, [bill.id]: event.target.value }));
                  touch();
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      {errors.map(([name, sentence]) => (
        <FieldError key={name} id={`${fieldId(formId, name)}-error`}>
          {sentence ?? ""}
        </FieldError>
      ))}
      <p id={fieldId(formId, "bills")} role="status" className="mt-2 text-right font-semibold tabular-nums">
        {`Total ${formatDollars(total)}`}
      </p>
    </fieldset>
  );
}
