import { and, eq, sql } from "drizzle-orm";
import { invitations, members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { dayIn, formatDay } from "@/lib/kernel/dates";
import { type MemberId, newId, type UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { invitationStanding } from "./invitation";
import { lockCompany } from "./lock-team";
import { requireSeatToTake } from "./seats";

export type Joiner = { userId: UserId; email: string; name: string };

type Invitation = typeof invitations.$inferSelect;

/**
 * Who holds the link and has the address that was invited joins; one who was deactivated comes back in the role of the
 * invitation. Counts once, and takes a seat that is looked for again. The door of the link alone leads here.
 */
export async function acceptInvitation(work: Work, tokenHash: string, joiner: Joiner): Promise<{ memberId: MemberId }> {
  await lockCompany(work);
  const invitation = await lockHeld(work, tokenHash);
  refuseOver(invitation, work.company.timeZone, work.now);
  if (invitation.email !== joiner.email) throw new Refusal("invitation_others", { email: invitation.email });
  await requireSeatToTake(work);

  const memberId = await join(work, invitation, joiner);
  await work.db
    .update(invitations)
    .set({ acceptedAt: work.now, acceptedBy: memberId, revision: sql`${invitations.revision} + 1` })
    .where(and(owned(work, invitations), eq(invitations.id, invitation.id)));
  record(work, "member.joined", memberId, {
    summary: `${joiner.name} joined as ${invitation.role}`,
    facts: { invitationId: invitation.id, invitedBy: invitation.invitedBy, role: invitation.role },
  });
  return { memberId };
}

/** Refuses in words what can't be accepted any more. */
export function refuseOver(
  invitation: Pick<Invitation, "acceptedAt" | "revokedAt" | "expiresAt">,
  timeZone: string,
  now: Date,
): void {
  const standing = invitationStanding(invitation, now);
  if (standing === "accepted") throw new Refusal("invitation_used");
  if (standing === "revoked") throw new Refusal("invitation_revoked");
  if (standing === "expired")
    throw new Refusal("invitation_expired", { day: formatDay(dayIn(timeZone, invitation.expiresAt)) });
}

async function lockHeld(work: Work, tokenHash: string): Promise<Invitation> {
  const [invitation] = await work.db
    .select()
    .from(invitations)
    .where(and(owned(work, invitations), eq(invitations.tokenHash, tokenHash)))
    .for("update");
  if (!invitation) throw new Refusal("link_unknown");
  return invitation;
}

async function join(work: Work, { displayName, role }: Invitation, { userId, name }: Joiner): Promise<MemberId> {
  const [known] = await work.db
    .select({ id: members.id, isActive: members.isActive })
    .from(members)
    .where(and(owned(work, members), eq(members.userId, userId)))
    .for("no key update");
  if (known?.isActive) throw new Refusal("already_member", { name: "You" });
  if (known) {
    await work.db
      .update(members)
      .set({ isActive: true, role })
      .where(and(owned(work, members), eq(members.id, known.id)));
    return known.id;
  }
  const id = newId("member");
  const companyId = work.company.id;
  await work.db.insert(members).values({ companyId, id, userId, displayName: displayName || name, role });
  return id;
}
