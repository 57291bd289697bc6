import { catalogItems } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import type { NewItemInput } from "./inputs";
import { refuseTakenName } from "./taken-name";

export async function createItem(work: Work<"catalog.write">, input: NewItemInput) {
  const id = newId("catalogItem");
  await work.db
    .insert(catalogItems)
    .values({ companyId: work.company.id, id, ...input })
    .catch(refuseTakenName);
  record(work, "catalog_item.created", id, {
    summary: `${input.name} was added to the catalog`,
    facts: { unitPriceCents: input.unitPriceCents },
  });
  return { itemId: id };
}
