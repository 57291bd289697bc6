import { and, eq } from "drizzle-orm";
import { catalogItems } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditItemInput } from "./inputs";
import { lockItem } from "./lock-item";
import { refuseTakenName } from "./taken-name";

/** Documents copied name and price when they were made, so a change reaches new lines only. Refuses `stale`. */
export async function updateItem(work: Work<"catalog.write">, input: EditItemInput) {
  const { itemId, revision, ...details } = input;
  const before = await lockItem(work, itemId);
  if (before.revision !== revision) throw new Refusal("stale");

  await work.db
    .update(catalogItems)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, catalogItems), eq(catalogItems.id, itemId)))
    .catch(refuseTakenName);
  record(work, "catalog_item.updated", itemId, {
    summary: `${details.name} was changed`,
    facts: changesOf(before, details),
  });
  return { itemId };
}
