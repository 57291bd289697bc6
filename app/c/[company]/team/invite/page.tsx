import type { Metadata } from "next";
import { RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { invitedRoles, roleHints, roleNames } from "@/lib/companies/invitation";
import { seatUsage } from "@/lib/companies/seats";
import { enter } from "@/lib/doors/page";
import { inviteMemberAction } from "../actions";
import { SeatsFull, seatsLine } from "../seats-line";

export const metadata: Metadata = { title: "Invite to the team" };

export default async function InvitePage({ params }: PageProps<"/c/[company]/team/invite">) {
  const scope = await enter(params, "members.invite", "members.read");
  const seats = await seatUsage(scope);
  const team = `/c/${scope.company.slug}/team`;
  const isFull = seats.members + seats.invited >= seats.allowed;
  return (
    <>
      <PageHeader
        title="Invite to the team"
        breadcrumbs={[{ label: "Team", href: team }]}
        description={seatsLine(seats)}
      />
      {isFull ? (
        <SeatsFull seats={seats} slug={scope.company.slug} />
      ) : (
        <Form action={inviteMemberAction} companyId={scope.company.id} className="max-w-3xl">
          <Card>
            <div className="space-y-5">
              <FieldRow>
                <TextField name="email" label="E-mail address" type="email" autoComplete="off" />
                <TextField name="displayName" label="Name" optional autoComplete="off" />
              </FieldRow>
              <RadioGroup
                name="role"
                label="Role"
                defaultValue="staff"
                options={invitedRoles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
              />
              <p className="text-sm text-text-muted">
                They get a link by mail, good for seven days. Their seat is kept as long.
              </p>
            </div>
          </Card>
          <FormActions>
            <Submit pendingText="Sending…">Send invitation</Submit>
            <LinkButton href={team} variant="ghost">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
