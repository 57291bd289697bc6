import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { Role } from "@/lib/kernel/roles";
import type { ChangeRoleInput } from "./inputs";
import { roleNames } from "./invitation";
import { lockOther, roleNow, type TeamMember } from "./lock-team";
import { endSessionsOf, tellMember } from "./tell-member";

/**
 * What a member may from now on. His sessions end, so that nothing goes on under the old role. Nobody changes his own; an
 * owner is made and unmade by owners, and the last one stays.
 */
export async function changeRole(work: Work<"members.roles">, { memberId, role }: ChangeRoleInput) {
  if (memberId === work.member.id) throw new Refusal("own_role");
  const member = await lockOther(work, memberId);
  if (!member.isActive) throw new Refusal("member_inactive", { name: member.name });
  if (member.role === role) throw refuseField("role", "role_same", { name: member.name });
  if (role === "owner" && (await roleNow(work)) !== "owner") throw refuseField("role", "owners_only");
  await setRole(work, member, role);
  return { memberId };
}

/** With its fact, its mail, and the end of the sessions. */
export async function setRole(work: Work, member: TeamMember, role: Role): Promise<void> {
  await work.db
    .update(members)
    .set({ role })
    .where(and(owned(work, members), eq(members.id, member.id)));
  const ended = await endSessionsOf(work, member, "role");
  record(work, "member.role_changed", member.id, {
    summary: `${member.name}, ${member.role} before, is ${role} now`,
    facts: { role: { before: member.role, after: role }, sessionsEnded: ended },
  });
  await tellMember(work, member, `Your role in ${work.company.name} is now ${roleNames[role]}`);
}
