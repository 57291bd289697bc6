import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { ClientId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** The client, held until the commit. Refuses `not_found`. */
export async function lockClient(work: Work, clientId: ClientId) {
  const [client] = await work.db
    .select()
    .from(clients)
    .where(and(owned(work, clients), eq(clients.id, clientId)))
    .for("update");
  if (!client) throw new Refusal("not_found");
  return client;
}

/** For new work with a client: an archived one takes none. */
export async function requireActiveClient(work: Work, clientId: ClientId) {
  const [client] = await work.db
    .select()
    .from(clients)
    .where(and(owned(work, clients), eq(clients.id, clientId)));
  if (!client) throw new Refusal("not_found");
  if (!client.isActive) throw new Refusal("client_inactive");
  return client;
}
