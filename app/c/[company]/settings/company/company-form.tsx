import { RadioGroup } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { PercentField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { getCompany } from "@/lib/companies/queries";
import { timeZoneChoices } from "@/lib/companies/time-zone-choices";
import { creditRuleLabels, creditRules } from "@/lib/kernel/credit-rule";
import { monthNames } from "@/lib/kernel/dates";
import { formatPercent } from "@/lib/kernel/decimal-text";
import { updateCompanyAction } from "./actions";

type Company = Awaited<ReturnType<typeof getCompany>>;

export function CompanyForm({ companyId, company }: { companyId: string; company: Company }) {
  return (
    <Form action={updateCompanyAction} companyId={companyId} className="max-w-3xl">
      <HiddenField name="revision" value={String(company.revision)} />
      <Card>
        <div className="space-y-5">
          <TextField
            name="name"
            label="Company name"
            defaultValue={company.name}
            hint="As it stands on invoices."
            autoComplete="organization"
          />
          <TextArea
            name="address"
            label="Address"
            defaultValue={company.address}
            hint="What is issued or sent from now on carries it; what was, keeps its own."
            optional
          />
          <FieldRow>
            <TextField name="email" label="E-mail" type="email" defaultValue={company.email} optional />
            <TextField name="phone" label="Phone" type="tel" defaultValue={company.phone} optional />
          </FieldRow>
          <ComboboxField
            name="timeZone"
            label="Time zone"
            options={timeZoneChoices}
            defaultValue={company.timeZone}
            hint="It decides which day it is for everybody here. Days that are entered already stay as they are."
          />
          <FieldRow>
            <TextField
              name="defaultDueDays"
              label="Days until due"
              inputMode="numeric"
              defaultValue={String(company.defaultDueDays)}
              hint="For new invoices, counted from the issue; 0 to 365."
            />
            <TextField
              name="defaultEstimateValidDays"
              label="Days an estimate is valid"
              inputMode="numeric"
              defaultValue={String(company.defaultEstimateValidDays)}
              hint="For new estimates and proposals; 0 to 365."
            />
            <PercentField
              name="defaultTaxPpm"
              label="Sales tax, percent"
              defaultValue={formatPercent(company.defaultTaxPpm)}
              hint="For new invoices; each can have its own."
            />
          </FieldRow>
          <SelectField
            name="fiscalYearStartMonth"
            label="Fiscal year begins in"
            options={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
            defaultValue={String(company.fiscalYearStartMonth)}
            hint="Years that are closed already keep their days."
          />
          <RadioGroup
            name="creditRule"
            label="When a client has credit and an open invoice"
            defaultValue={company.creditRule}
            options={creditRules.map((rule) => ({ value: rule, label: creditRuleLabels[rule] }))}
            hint="Credit comes of overpayments, credit notes and courtesies. What was applied can be undone."
          />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>Save settings</Submit>
      </FormActions>
    </Form>
  );
}
