import type { Metadata } from "next";
import { Moment } from "@/components/display/moment";
import { Timeline } from "@/components/display/timeline";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { roleNames } from "@/lib/companies/invitation";
import { getMember } from "@/lib/companies/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { formatCents } from "@/lib/kernel/decimal-text";
import { updateMemberAction } from "../actions";
import { MemberAccess } from "./member-access";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({ params }: PageProps<"/c/[company]/team/[memberId]">) {
  const scope = await enter(params, "members.write");
  const member = await orNotFound(getMember(scope, idOf("member", (await params).memberId)));
  const facts = await listTimeline(scope, { subjectId: member.id });
  const team = `/c/${scope.company.slug}/team`;
  return (
    <>
      <PageHeader
        title={member.name}
        breadcrumbs={[{ label: "Team", href: team }]}
        status={member.isActive ? null : <Badge icon="ban">Deactivated</Badge>}
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        <Card>
          <DescriptionList
            items={[
              { term: "Role", value: roleNames[member.role] },
              { term: "E-mail", value: member.email },
              { term: "Member since", value: <Moment at={member.createdAt} timeZone={scope.company.timeZone} /> },
            ]}
          />
        </Card>
        <Form action={updateMemberAction} companyId={scope.company.id}>
          <HiddenField name="memberId" value={member.id} />
          <Card title="Cost and hours">
            <div className="space-y-5">
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
              <Submit>Save</Submit>
            </div>
          </Card>
        </Form>
        <MemberAccess scope={scope} member={member} />
      </AsideLayout>
    </>
  );
}
