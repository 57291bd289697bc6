import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditClientInput } from "./inputs";
import { lockClient } from "./lock-client";
import { refuseTakenName } from "./taken-name";

/** Refuses `stale` when somebody saved since the form was drawn: their words are not overwritten. */
export async function updateClient(work: Work<"clients.write">, input: EditClientInput) {
  const { clientId, revision, ...details } = input;
  const before = await lockClient(work, clientId);
  if (before.revision !== revision) throw new Refusal("stale");

  await work.db
    .update(clients)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, clients), eq(clients.id, clientId)))
    .catch(refuseTakenName);
  record(work, "client.updated", clientId, {
    summary: `Client ${details.name} was changed`,
    facts: changesOf(before, details),
    clientId,
  });
  return { clientId };
}
