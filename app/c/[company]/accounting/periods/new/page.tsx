import type { Metadata } from "next";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { enter } from "@/lib/doors/page";
import { suggestPeriod } from "@/lib/ledger/suggest-period";
import { createPeriodAction } from "../actions";

export const metadata: Metadata = { title: "New period" };

export default async function NewPeriodPage({ params }: PageProps<"/c/[company]/accounting/periods/new">) {
  const scope = await enter(params, "periods.close", "periods.read");
  const suggestion = await suggestPeriod(scope);
  const base = `/c/${scope.company.slug}/accounting/periods`;
  return (
    <>
      <PageHeader
        title="New period"
        breadcrumbs={[{ label: "Periods", href: base }]}
        description="Usually one whole month. Periods never overlap, and a day in no period stays open."
      />
      <Form action={createPeriodAction} companyId={scope.company.id} className="max-w-3xl">
        <Card>
          <div className="space-y-5">
            <FieldRow>
              <DateField name="startsOn" label="First day" defaultValue={suggestion?.startsOn} />
              <DateField name="endsOn" label="Last day" defaultValue={suggestion?.endsOn} />
            </FieldRow>
            <TextField
              name="name"
              label="Name"
              optional
              hint="Left empty, a month is named after itself, such as October 2026."
            />
          </div>
        </Card>
        <FormActions sticky>
          <Submit>Create period</Submit>
          <LinkButton href={base} variant="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
