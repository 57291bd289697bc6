import type { ComboboxOption } from "@/components/form/combobox-field";
import type { Scope } from "@/lib/access/scope";
import { listItemChoices } from "@/lib/catalog/queries";
import { listProjectChoices } from "@/lib/projects/queries";
import { projectOption, serviceOptions } from "./options";

export type PickableWork = { projects: ComboboxOption[]; hasMoreProjects: boolean; services: ComboboxOption[] };

type Chosen = {
  projectId: string;
  projectLabel: string;
  clientName: string;
  services: { itemId: string | null; name: string | null }[];
};

const projectsAtOnce = 100;

/** What time can be entered on, and what it stands on already, even if that was closed since. */
export async function pickableWork(
  scope: Scope<"projects.read" | "catalog.read">,
  chosen?: Chosen,
): Promise<PickableWork> {
  const [projects, services] = await Promise.all([
    listProjectChoices(scope, "", projectsAtOnce),
    listItemChoices(scope, { kind: "service" }),
  ]);
  const work = { projects: projects.map(projectOption), services: serviceOptions(scope, services) };
  if (chosen && !work.projects.some((option) => option.value === chosen.projectId))
    work.projects.unshift({ value: chosen.projectId, label: chosen.projectLabel, hint: chosen.clientName });
  for (const { itemId, name } of chosen?.services ?? []) {
    if (itemId && !work.services.some((option) => option.value === itemId))
      work.services.unshift({ value: itemId, label: name ?? "" });
  }
  return { ...work, hasMoreProjects: projects.length === projectsAtOnce };
}
