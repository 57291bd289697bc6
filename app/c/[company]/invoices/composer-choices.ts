import type { Scope } from "@/lib/access/scope";
import { listItemChoices } from "@/lib/catalog/queries";
import { listClientChoices } from "@/lib/clients/queries";
import { listProjectChoices } from "@/lib/projects/queries";

/** What the composer's pickers offer. */
export async function composerChoices(scope: Scope<"clients.read" | "projects.read" | "catalog.read">) {
  const [clients, projects, items] = await Promise.all([
    listClientChoices(scope),
    listProjectChoices(scope),
    listItemChoices(scope),
  ]);
  return { clients, projects, items };
}
