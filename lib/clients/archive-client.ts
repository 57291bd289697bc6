import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { ClientInput } from "./inputs";
import { lockClient } from "./lock-client";

/** Takes a client out of the pickers; its history stays. A client is never deleted. */
export async function archiveClient(work: Work<"clients.write">, { clientId }: ClientInput) {
  const { name } = await setActive(work, clientId, false);
  record(work, "client.archived", clientId, { summary: `Client ${name} was archived`, clientId });
}

export async function restoreClient(work: Work<"clients.write">, { clientId }: ClientInput) {
  const { name } = await setActive(work, clientId, true);
  record(work, "client.restored", clientId, { summary: `Client ${name} was restored`, clientId });
}

async function setActive(work: Work, clientId: ClientInput["clientId"], isActive: boolean) {
  const client = await lockClient(work, clientId);
  await work.db
    .update(clients)
    .set({ isActive, revision: client.revision + 1 })
    .where(and(owned(work, clients), eq(clients.id, clientId)));
  return client;
}
