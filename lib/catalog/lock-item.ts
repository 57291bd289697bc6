import { and, eq } from "drizzle-orm";
import { catalogItems } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { CatalogItemId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";

/** The item, held until the commit. Refuses `not_found`. */
export async function lockItem(work: Work, itemId: CatalogItemId) {
  const [item] = await itemsOf(work, itemId).for("update");
  if (!item) throw new Refusal("not_found");
  return item;
}

/** For new time: an active service. Its field is `itemId` in every form. */
export async function requireActiveService(work: Work, itemId: CatalogItemId) {
  const [item] = await itemsOf(work, itemId);
  if (!item) throw new Refusal("not_found");
  if (item.kind !== "service") throw refuseField("itemId", "item_not_service", { name: item.name });
  if (!item.isActive) throw refuseField("itemId", "item_inactive", { name: item.name });
  return item;
}

function itemsOf(work: Work, itemId: CatalogItemId) {
  return work.db
    .select()
    .from(catalogItems)
    .where(and(owned(work, catalogItems), eq(catalogItems.id, itemId)));
}
