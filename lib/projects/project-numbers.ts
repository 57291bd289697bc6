import { eq, sql } from "drizzle-orm";
import { projectNumberSeries, projects } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { ProjectId } from "@/lib/kernel/ids";

/** `P-00012-3`: the project's number and a count within it, gapless since its row stays locked until the commit. */
export async function nextProjectNumber(work: Work, projectId: ProjectId): Promise<string> {
  const [row] = await work.db
    .insert(projectNumberSeries)
    .values({ companyId: work.company.id, projectId, nextNumber: 2 })
    .onConflictDoUpdate({
      target: [projectNumberSeries.companyId, projectNumberSeries.projectId],
      set: { nextNumber: sql`${projectNumberSeries.nextNumber} + 1` },
    })
    .returning({
      next: projectNumberSeries.nextNumber,
      project: sql<string>`(select ${projects.number} from ${projects}
        where ${projects.companyId} = ${work.company.id} and ${eq(projects.id, projectId)})`,
    });
  const { next, project } = present(row, "the counter of a project");
  return `${project}-${next - 1}`;
}
