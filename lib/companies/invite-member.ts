import { and, eq, isNull } from "drizzle-orm";
import { invitations, members, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { enqueueMail } from "@/lib/identity/mails";
import { dayIn, formatDay } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import type { InviteMemberInput } from "./inputs";
import { type InvitedRole, invitationLife, roleNames } from "./invitation";
import { newInvitationToken } from "./invitation-token";
import { lockCompany, roleNow } from "./lock-team";
import { requireFreeSeat } from "./seats";

/**
 * Asks somebody to join, by a link that lives seven days; its seat is kept for so long. Asked again, the newest link is
 * the one that counts. Refuses `already_member` and `seats_full`.
 */
export async function inviteMember(work: Work<"members.invite">, { email, displayName, role }: InviteMemberInput) {
  await lockCompany(work);
  await roleNow(work);
  await refuseMember(work, email);
  await revokeOpen(work, email);
  await requireFreeSeat(work);

  const { token, ...sent } = newLink(work);
  const id = newId("invitation");
  const invited = { email, displayName, role };
  await work.db
    .insert(invitations)
    .values({ companyId: work.company.id, id, ...invited, ...sent, createdAt: work.now });
  await mailInvitation(work, { ...invited, expiresAt: sent.expiresAt }, token);
  record(work, "invitation.sent", id, { summary: `${email} was invited as ${role}`, facts: invited });
  return { invitationId: id };
}

/** A secret that is only in the mail, from whom it comes, and until when it can be accepted. */
export function newLink(work: Work) {
  return {
    ...newInvitationToken(work.company.id),
    expiresAt: new Date(work.now.getTime() + invitationLife),
    ...{ invitedBy: work.member.id, inviterName: work.member.name },
  };
}

type Invited = { email: string; displayName: string; role: InvitedRole; expiresAt: Date };

export async function mailInvitation(work: Work, invited: Invited, token: string): Promise<void> {
  const { company, member } = work;
  await enqueueMail(work.db, {
    kind: "invitation",
    to: { name: invited.displayName || invited.email, address: invited.email },
    ...{ companyName: company.name, inviter: member.name, role: roleNames[invited.role].toLowerCase(), link: token },
    until: formatDay(dayIn(company.timeZone, invited.expiresAt)),
  });
}

async function refuseMember(work: Work, email: string): Promise<void> {
  const [known] = await work.db
    .select({ name: members.displayName })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(owned(work, members), eq(members.isActive, true), eq(users.email, email)));
  if (known) throw refuseField("email", "already_member", known);
}

async function revokeOpen(work: Work, email: string): Promise<void> {
  const revoked = await work.db
    .update(invitations)
    .set({ revokedAt: work.now })
    .where(
      and(
        owned(work, invitations),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  for (const { id } of revoked) {
    record(work, "invitation.revoked", id, { summary: `The invitation of ${email} was replaced by a newer one` });
  }
}
