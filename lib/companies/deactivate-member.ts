import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { MemberInput } from "./inputs";
import { lockOther } from "./lock-team";
import { requireFreeSeat } from "./seats";
import { endSessionsOf, tellMember } from "./tell-member";

/**
 * Who left: his seat is free, his sessions are over, and the company is gone for him from the next request on. What he
 * worked stays under his name. His timer is stopped before, by lib/time/dismiss-member.ts.
 */
export async function deactivateMember(work: Work<"members.write">, { memberId }: MemberInput) {
  if (memberId === work.member.id) throw new Refusal("own_removal");
  const member = await lockOther(work, memberId);
  if (!member.isActive) throw new Refusal("member_inactive", { name: member.name });
  await setActive(work, memberId, false);
  const ended = await endSessionsOf(work, member, "removal");
  record(work, "member.deactivated", memberId, {
    summary: `${member.name} was deactivated`,
    facts: { role: member.role, sessionsEnded: ended },
  });
  await tellMember(work, member, `You are no longer a member of ${work.company.name}`);
  return { memberId };
}

/** Comes back in the role of before, where a seat is free. */
export async function reactivateMember(work: Work<"members.write">, { memberId }: MemberInput) {
  const member = await lockOther(work, memberId);
  if (member.isActive) throw new Refusal("member_active", { name: member.name });
  await requireFreeSeat(work);
  await setActive(work, memberId, true);
  record(work, "member.reactivated", memberId, {
    summary: `${member.name} was activated again as ${member.role}`,
    facts: { role: member.role },
  });
  await tellMember(work, member, `You are a member of ${work.company.name} again`);
  return { memberId };
}

async function setActive(work: Work, memberId: MemberId, isActive: boolean): Promise<void> {
  await work.db
    .update(members)
    .set({ isActive })
    .where(and(owned(work, members), eq(members.id, memberId)));
}
