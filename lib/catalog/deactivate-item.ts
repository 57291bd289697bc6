import { and, eq } from "drizzle-orm";
import { catalogItems } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { ItemInput } from "./inputs";
import { lockItem } from "./lock-item";

/** Takes an item out of the pickers; what used it stays as it is. An item is never deleted. */
export async function deactivateItem(work: Work<"catalog.write">, { itemId }: ItemInput) {
  const { name } = await setActive(work, itemId, false);
  record(work, "catalog_item.deactivated", itemId, { summary: `${name} was deactivated` });
}

export async function activateItem(work: Work<"catalog.write">, { itemId }: ItemInput) {
  const { name } = await setActive(work, itemId, true);
  record(work, "catalog_item.activated", itemId, { summary: `${name} was activated` });
}

async function setActive(work: Work, itemId: ItemInput["itemId"], isActive: boolean) {
  const item = await lockItem(work, itemId);
  await work.db
    .update(catalogItems)
    .set({ isActive, revision: item.revision + 1 })
    .where(and(owned(work, catalogItems), eq(catalogItems.id, itemId)));
  return item;
}
