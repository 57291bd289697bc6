"use client";

import { ComboboxField, type ComboboxOption } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import type { Option } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import { BillLines, type TypedLine } from "./bill-lines";

export type TypedBill = {
  id: string;
  revision: number;
  vendorId: string;
  vendorNumber: string;
  billedOn: string;
  dueOn: string;
  note: string;
  tax: string;
  lines: TypedLine[];
};

export function BillForm(props: {
  action: FormAction;
  companyId: string;
  vendors: ComboboxOption[];
  accounts: Option[];
  projects: Option[];
  bill?: TypedBill;
  start: { vendorId: string; billedOn: string; dueOn: string };
  cancelHref: string;
}) {
  const { action, companyId, vendors, accounts, projects, bill, start, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-5xl">
      {bill ? (
        <>
          <HiddenField name="billId" value={bill.id} />
          <HiddenField name="revision" value={String(bill.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <FieldRow>
            <ComboboxField
              name="vendorId"
              label="Vendor"
              options={vendors}
              defaultValue={bill?.vendorId ?? start.vendorId}
              placeholder="Choose a vendor"
            />
            <TextField
              name="vendorNumber"
              label="Vendor’s bill number"
              defaultValue={bill?.vendorNumber}
              optional
              hint="The same number can be entered only once for a vendor."
            />
          </FieldRow>
          <FieldRow>
            <DateField name="billedOn" label="Bill date" defaultValue={bill?.billedOn ?? start.billedOn} />
            <DateField name="dueOn" label="Due date" defaultValue={bill?.dueOn ?? start.dueOn} />
          </FieldRow>
          <BillLines lines={bill?.lines ?? []} accounts={accounts} projects={projects} />
          <MoneyField
            name="tax"
            label="Sales tax"
            defaultValue={bill?.tax}
            hint="As stated on the bill. It becomes part of the cost of the lines."
            optional
            className="max-w-48"
          />
          <TextArea name="note" label="Internal note" defaultValue={bill?.note} rows={2} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{bill ? "Save draft" : "Create draft"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
