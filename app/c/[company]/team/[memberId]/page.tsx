import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getMember } from "@/lib/companies/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatCents } from "@/lib/kernel/decimal-text";
import { updateMemberAction } from "../actions";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({ params }: PageProps<"/c/[company]/team/[memberId]">) {
  const scope = await enter(params, "members.write");
  const member = await orNotFound(getMember(scope, idOf("member", (await params).memberId)));
  const team = `/c/${scope.company.slug}/team`;
  return (
    <>
      <PageHeader title={member.name} breadcrumbs={[{ label: "Team", href: team }]} />
      <Form action={updateMemberAction} companyId={scope.company.id} className="max-w-3xl">
        <HiddenField name="memberId" value={member.id} />
        <Card>
          <FieldRow>
            <MoneyField
              name="costRateCents"
              label="Cost per hour, USD"
              optional
              defaultValue={member.costRateCents === null ? "" : formatCents(member.costRateCents)}
              hint="What an hour costs the firm, wages and all. For job costing; nobody else sees it."
            />
            <TextField
              name="weeklyMinutes"
              label="Hours of a week"
              inputMode="decimal"
              defaultValue={String(member.weeklyMinutes / 60)}
              hint="What utilization is measured against."
            />
          </FieldRow>
        </Card>
        <FormActions>
          <Submit>Save</Submit>
          <LinkButton href={team} variant="ghost">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
