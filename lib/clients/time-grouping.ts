import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import type { ClientId } from "@/lib/kernel/ids";

type Grouping = NonNullable<(typeof clients.$inferSelect)["timeGrouping"]>;

/** How this client's time was grouped on the last invoice, or null. */
export async function findGrouping(scope: Scope, clientId: ClientId): Promise<Grouping | null> {
  const [client] = await scope.read((db) =>
    db
      .select({ grouping: clients.timeGrouping })
      .from(clients)
      .where(and(owned(scope, clients), eq(clients.id, clientId))),
  );
  return client?.grouping ?? null;
}

/** A habit, not a fact about the client: its revision stays, and no edit that is under way goes stale. */
export async function rememberGrouping(work: Work, clientId: ClientId, timeGrouping: Grouping): Promise<void> {
  await work.db
    .update(clients)
    .set({ timeGrouping })
    .where(and(owned(work, clients), eq(clients.id, clientId)));
}
