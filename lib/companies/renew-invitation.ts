import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { InvitationId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { InvitationInput } from "./inputs";
import { invitationStanding } from "./invitation";
import { mailInvitation, newLink } from "./invite-member";
import { lockCompany, roleNow } from "./lock-team";
import { requireFreeSeat } from "./seats";

/** A new link and seven new days; the link before is over. Refuses what was accepted or revoked, and `seats_full`. */
export async function resendInvitation(work: Work<"members.invite">, { invitationId }: InvitationInput) {
  const invitation = await lockInvitation(work, invitationId);
  await requireFreeSeat(work, { besides: invitationId });
  const { token, ...sent } = newLink(work);
  await work.db
    .update(invitations)
    .set({ ...sent, revision: sql`${invitations.revision} + 1` })
    .where(and(owned(work, invitations), eq(invitations.id, invitationId)));
  await mailInvitation(work, { ...invitation, expiresAt: sent.expiresAt }, token);
  record(work, "invitation.resent", invitationId, { summary: `The invitation of ${invitation.email} was sent again` });
  return { email: invitation.email };
}

/** Takes the invitation back and frees its seat; its link is over. Refuses what was accepted or revoked. */
export async function revokeInvitation(work: Work<"members.invite">, { invitationId }: InvitationInput) {
  const invitation = await lockInvitation(work, invitationId);
  await work.db
    .update(invitations)
    .set({ revokedAt: work.now, revision: sql`${invitations.revision} + 1` })
    .where(and(owned(work, invitations), eq(invitations.id, invitationId)));
  record(work, "invitation.revoked", invitationId, { summary: `The invitation of ${invitation.email} was revoked` });
  return { email: invitation.email };
}

/** With the company held. One that has expired can be sent again, and revoked. */
async function lockInvitation(work: Work, invitationId: InvitationId) {
  await lockCompany(work);
  await roleNow(work);
  const [invitation] = await work.db
    .select()
    .from(invitations)
    .where(and(owned(work, invitations), eq(invitations.id, invitationId)))
    .for("update");
  if (!invitation) throw new Refusal("not_found");
  const standing = invitationStanding(invitation, work.now);
  if (standing === "accepted") throw new Refusal("invitation_used");
  if (standing === "revoked") throw new Refusal("invitation_revoked");
  return invitation;
}
