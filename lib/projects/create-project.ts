import { projects } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import { assignMembers } from "./assign-members";
import type { NewProjectInput } from "./inputs";
import { projectLabel } from "./project";

/** Refuses an archived client. The number comes from the company's series. */
export async function createProject(work: Work<"projects.write">, input: NewProjectInput) {
  const { memberIds, ...details } = input;
  await requireActiveClient(work, input.clientId);

  const id = newId("project");
  const { number } = await nextNumber(work, "project");
  await work.db.insert(projects).values({ companyId: work.company.id, id, number, ...details });
  await assignMembers(work, id, memberIds);
  record(work, "project.created", id, {
    summary: `Project ${projectLabel({ number, name: input.name })} was created`,
    facts: { ...details, memberIds },
    clientId: input.clientId,
    projectId: id,
  });
  return { projectId: id, number };
}
