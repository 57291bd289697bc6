import type { Metadata } from "next";
import { RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { Fieldset, FormActions, HiddenField } from "@/components/form/form-parts";
import { SavedNote } from "@/components/form/saved-note";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { getSecuritySettings } from "@/lib/companies/security-settings";
import { enter } from "@/lib/doors/page";
import { factorPolicies, factorPolicyNames } from "@/lib/kernel/factor-policy";
import { updateSecurityAction } from "./actions";

export const metadata: Metadata = { title: "Sign-in rules" };

const choices = factorPolicies.map((value) => ({ value, label: factorPolicyNames[value] }));

export default async function SecuritySettingsPage({
  params,
  searchParams,
}: PageProps<"/c/[company]/settings/security">) {
  const scope = await enter(params, "security.write");
  const { factorPolicy, revision } = await getSecuritySettings(scope);
  const { saved } = await searchParams;
  return (
    <>
      <PageHeader title="Sign-in rules" description="What it takes to get into this company, besides the password." />
      <div className="space-y-5">
        {saved ? <SavedNote key={String(saved)} /> : null}
        <Form key={revision} action={updateSecurityAction} companyId={scope.company.id} className="max-w-3xl">
          <HiddenField name="revision" value={String(revision)} />
          <Card>
            <Fieldset
              legend="Second factor"
              hint="A code of an authenticator app, asked for once in twelve hours. Who has none yet sets one up; until the first half day is over, a note asks for it."
            >
              <RadioGroup
                name="factorPolicy"
                label="A second factor is wanted of"
                options={choices}
                defaultValue={factorPolicy}
              />
            </Fieldset>
          </Card>
          <FormActions sticky>
            <Submit>Save rules</Submit>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
