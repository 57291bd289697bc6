import { ComboboxField } from "@/components/form/combobox-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { PercentField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { getCompany } from "@/lib/companies/queries";
import { timeZoneChoices } from "@/lib/companies/time-zone-choices";
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
            <PercentField
              name="defaultTaxPpm"
              label="Sales tax, percent"
              defaultValue={formatPercent(company.defaultTaxPpm)}
              hint="For new invoices; each can have its own."
            />
          </FieldRow>
        </div>
      </Card>
      <FormActions sticky>
        <Submit>Save settings</Submit>
      </FormActions>
    </Form>
  );
}
