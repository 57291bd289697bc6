import { and, eq, inArray, notInArray } from "drizzle-orm";
import { members, projectMembers } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { MemberId, ProjectId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";

/** Exactly these members work on the project from now on. Refuses strangers, and who has left the company. */
export async function assignMembers(work: Work<"projects.write">, projectId: ProjectId, memberIds: MemberId[]) {
  const wanted = [...new Set(memberIds)];
  await requireActiveMembers(work, wanted);
  const assignments = and(owned(work, projectMembers), eq(projectMembers.projectId, projectId));
  const gone = wanted.length > 0 ? notInArray(projectMembers.memberId, wanted) : undefined;
  await work.db.delete(projectMembers).where(and(assignments, gone));
  if (wanted.length === 0) return;
  await work.db
    .insert(projectMembers)
    .values(wanted.map((memberId) => ({ companyId: work.company.id, projectId, memberId })))
    .onConflictDoNothing();
}

async function requireActiveMembers(work: Work, memberIds: MemberId[]): Promise<void> {
  if (memberIds.length === 0) return;
  const found = await work.db
    .select({ name: members.displayName, isActive: members.isActive })
    .from(members)
    .where(and(owned(work, members), inArray(members.id, memberIds)));
  if (found.length < memberIds.length) throw new Refusal("not_found");
  const left = found.find((member) => !member.isActive);
  if (left) throw refuseField("memberIds", "member_inactive", { name: left.name });
}
