import { and, eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { ProjectInput } from "./inputs";
import { type ProjectStatus, projectLabel } from "./project";
import { lockProject } from "./require-project";

/** Takes no new time from now on. What was worked can still be billed, and a timer that runs on it can still be stopped. */
export async function closeProject(work: Work<"projects.write">, { projectId }: ProjectInput) {
  const project = await setStatus(work, projectId, "closed");
  record(work, "project.closed", projectId, {
    summary: `Project ${projectLabel(project)} was closed`,
    clientId: project.clientId,
    projectId,
  });
}

export async function reopenProject(work: Work<"projects.write">, { projectId }: ProjectInput) {
  const project = await setStatus(work, projectId, "active");
  record(work, "project.reopened", projectId, {
    summary: `Project ${projectLabel(project)} was reopened`,
    clientId: project.clientId,
    projectId,
  });
}

async function setStatus(work: Work, projectId: ProjectInput["projectId"], status: ProjectStatus) {
  const project = await lockProject(work, projectId);
  await work.db
    .update(projects)
    .set({ status, revision: project.revision + 1 })
    .where(and(owned(work, projects), eq(projects.id, projectId)));
  return project;
}
