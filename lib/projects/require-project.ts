import { and, eq } from "drizzle-orm";
import { clients, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { ProjectId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { visibleProjects } from "./visible";

/** The project, held until the commit. Refuses `not_found`. */
export async function lockProject(work: Work, projectId: ProjectId) {
  const [project] = await work.db
    .select()
    .from(projects)
    .where(and(owned(work, projects), eq(projects.id, projectId)))
    .for("update");
  if (!project) throw new Refusal("not_found");
  return project;
}

/** Refuses `not_found`, also for a project that this member may not see. A closed one passes: it can still be billed. */
export async function requireProject(work: Work, projectId: ProjectId) {
  const [project] = await work.db
    .select({
      id: projects.id,
      clientId: projects.clientId,
      number: projects.number,
      name: projects.name,
      billing: projects.billing,
      status: projects.status,
      clientIsActive: clients.isActive,
    })
    .from(projects)
    .innerJoin(clients, and(eq(clients.companyId, projects.companyId), eq(clients.id, projects.clientId)))
    .where(and(visibleProjects(work, work.db), eq(projects.id, projectId)));
  if (!project) throw new Refusal("not_found");
  return project;
}

/** For new work on a project: a closed one takes none, nor does one of an archived client. */
export async function requireOpenProject(work: Work, projectId: ProjectId) {
  const project = await requireProject(work, projectId);
  if (project.status !== "active") throw refuseField("projectId", "project_inactive");
  if (!project.clientIsActive) throw refuseField("projectId", "client_inactive");
  return project;
}
