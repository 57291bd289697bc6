import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { invitationStanding, roleNames } from "@/lib/companies/invitation";
import { listInvitations } from "@/lib/companies/team-queries";
import { enter } from "@/lib/doors/page";
import { dayIn, formatDay } from "@/lib/kernel/dates";
import { resendInvitationAction, revokeInvitationAction } from "./actions";

/** Who was asked and has not answered. An expired invitation keeps no seat; it can be sent again. */
export async function InvitationList({ params }: { params: Promise<{ company: string }> }) {
  const scope = await enter(params, "members.invite");
  const invitations = await listInvitations(scope);
  if (invitations.length === 0) return null;
  const { id: companyId, timeZone } = scope.company;
  return (
    <Card title="Open invitations" flush>
      <ul className="divide-y divide-border border-t border-border">
        {invitations.map((invitation) => {
          const isExpired = invitationStanding(invitation, scope.now) === "expired";
          const day = formatDay(dayIn(timeZone, invitation.expiresAt));
          const hidden = <HiddenField name="invitationId" value={invitation.id} />;
          return (
            <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium break-all">
                  {invitation.displayName ? `${invitation.displayName}, ${invitation.email}` : invitation.email}
                  {isExpired ? (
                    <Badge tone="warning" icon="clock">
                      Expired
                    </Badge>
                  ) : null}
                </p>
                <p className="text-sm text-text-muted">
                  {`${roleNames[invitation.role]}, invited by ${invitation.inviterName}; ${isExpired ? "could be accepted" : "can be accepted"} until ${day}.`}
                </p>
              </div>
              <div className="flex flex-wrap items-start gap-2">
                <Form
                  action={resendInvitationAction}
                  companyId={companyId}
                  inline
                  label={`Resend to ${invitation.email}`}
                >
                  {hidden}
                  <Submit variant="secondary" size="sm">
                    Resend
                  </Submit>
                </Form>
                <Form
                  action={revokeInvitationAction}
                  companyId={companyId}
                  inline
                  label={`Revoke the invitation of ${invitation.email}`}
                  confirm={{
                    title: `Revoke the invitation of ${invitation.email}?`,
                    effect: "Its link is over and its seat is free. You can invite the address again.",
                    action: "Revoke",
                    danger: true,
                  }}
                >
                  {hidden}
                  <Submit variant="ghost" size="sm">
                    Revoke
                  </Submit>
                </Form>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
