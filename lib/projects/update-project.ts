import { and, asc, eq } from "drizzle-orm";
import { projectMembers, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import type { ProjectId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { assignMembers } from "./assign-members";
import type { EditProjectInput } from "./inputs";
import { projectLabel } from "./project";
import { lockProject } from "./require-project";

/** Refuses `stale` when somebody saved since the form was drawn. Client and number stay: time and documents name them. */
export async function updateProject(work: Work<"projects.write">, input: EditProjectInput) {
  const { projectId, revision, memberIds, ...details } = input;
  const before = await lockProject(work, projectId);
  if (before.revision !== revision) throw new Refusal("stale");

  const assigned = await assignedTo(work, projectId);
  await work.db
    .update(projects)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, projects), eq(projects.id, projectId)));
  await assignMembers(work, projectId, memberIds);
  record(work, "project.updated", projectId, {
    summary: `Project ${projectLabel({ number: before.number, name: details.name })} was changed`,
    facts: changesOf({ ...before, memberIds: assigned }, { ...details, memberIds: [...memberIds].sort() }),
    clientId: before.clientId,
    projectId,
  });
  return { projectId };
}

async function assignedTo(work: Work, projectId: ProjectId) {
  const rows = await work.db
    .select({ memberId: projectMembers.memberId })
    .from(projectMembers)
    .where(and(owned(work, projectMembers), eq(projectMembers.projectId, projectId)))
    .orderBy(asc(projectMembers.memberId));
  return rows.map((row) => row.memberId);
}
