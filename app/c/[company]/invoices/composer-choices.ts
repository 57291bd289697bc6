import type { Scope } from "@/lib/access/scope";
import { listItemChoices } from "@/lib/catalog/queries";
import { listClientChoices } from "@/lib/clients/queries";
import { listProjectChoices } from "@/lib/projects/queries";

type ClientChoice = { id: string; name: string };
type ProjectChoice = { id: string; label: string; clientId: string };

/** What the composer's pickers offer, and what the draft stands on already, even if that was closed or archived since. */
export async function composerChoices(
  scope: Scope<"clients.read" | "projects.read" | "catalog.read">,
  draft?: { client: ClientChoice; project: ProjectChoice | null },
) {
  const [clients, projects, items] = await Promise.all([
    listClientChoices(scope),
    listProjectChoices(scope),
    listItemChoices(scope),
  ]);
  return {
    clients: withChosen<ClientChoice>(clients, draft?.client ?? null),
    projects: withChosen<ProjectChoice>(projects, draft?.project ?? null),
    items,
  };
}

function withChosen<Choice extends { id: string }>(choices: Choice[], chosen: Choice | null): Choice[] {
  if (!chosen || choices.some((choice) => choice.id === chosen.id)) return choices;
  return [chosen, ...choices];
}
