import { and, eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { ProjectId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** The project that other rooms refer to. Refuses `not_found`. */
export async function requireProject(work: Work, projectId: ProjectId) {
  const [project] = await work.db
    .select()
    .from(projects)
    .where(and(owned(work, projects), eq(projects.id, projectId)));
  if (!project) throw new Refusal("not_found");
  return project;
}
