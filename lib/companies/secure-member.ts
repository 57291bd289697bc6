import { sql } from "drizzle-orm";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { liftLockout } from "@/lib/identity/lockout";
import { Refusal } from "@/lib/kernel/refusal";
import type { MemberInput } from "./inputs";
import { lockOther, type TeamMember } from "./lock-team";
import { accountDeed, endSessionsOf, tellMember } from "./tell-member";

/** Signed out everywhere, as when a device is lost. */
export async function endMemberSessions(work: Work<"members.secure">, { memberId }: MemberInput) {
  const member = await lockActive(work, memberId);
  const ended = await endSessionsOf(work, member, "admin");
  record(work, "member.signed_out", memberId, {
    summary: `${member.name} was signed out everywhere`,
    facts: { sessionsEnded: ended },
  });
  await tellMember(work, member, "You were signed out everywhere");
  return { memberId };
}

/**
 * For who lost the phone and the recovery codes: the password alone opens, until a new factor is set up. Refuses
 * `factors_none`, and `factors_elsewhere` where the same factor guards another company.
 */
export async function resetMemberFactors(work: Work<"members.secure">, { memberId }: MemberInput) {
  const member = await lockActive(work, memberId);
  const { rows } = await work.db.execute<{ dropped: number }>(
    sql`select reset_member_factors(${memberId}, ${accountDeed(work)}::jsonb) as dropped`,
  );
  if (!rows[0]?.dropped) throw new Refusal("factors_none", { name: member.name });
  const ended = await endSessionsOf(work, member, "admin");
  record(work, "member.factors_reset", memberId, {
    summary: `The second factor of ${member.name} was reset`,
    facts: { factors: rows[0].dropped, sessionsEnded: ended },
  });
  await tellMember(work, member, "Your second factor was reset, and you were signed out everywhere");
  return { memberId };
}

/** Whoever was locked out of this account after wrong passwords may try again at once. */
export async function unlockMember(work: Work<"members.secure">, { memberId }: MemberInput) {
  const member = await lockActive(work, memberId);
  await liftLockout(work.db, member.email);
  await work.db.execute(sql`select tell_member_unlocked(${memberId}, ${accountDeed(work)}::jsonb)`);
  record(work, "member.unlocked", memberId, { summary: `The sign-in of ${member.name} was unlocked` });
  await tellMember(work, member, "Your sign-in was unlocked");
  return { memberId };
}

async function lockActive(work: Work, memberId: MemberInput["memberId"]): Promise<TeamMember> {
  const member = await lockOther(work, memberId);
  if (!member.isActive) throw new Refusal("member_inactive", { name: member.name });
  return member;
}
