"use server";

import { createItem } from "@/lib/catalog/create-item";
import { activateItem, deactivateItem } from "@/lib/catalog/deactivate-item";
import { editItemInput, itemInput, newItemInput } from "@/lib/catalog/inputs";
import { updateItem } from "@/lib/catalog/update-item";
import { action } from "@/lib/doors/action";

export const createItemAction = action({
  name: "catalog.create",
  can: "catalog.write",
  input: newItemInput,
  run: createItem,
  leadsTo: () => "/catalog",
});

export const updateItemAction = action({
  name: "catalog.update",
  can: "catalog.write",
  input: editItemInput,
  run: updateItem,
  leadsTo: () => "/catalog",
});

export const deactivateItemAction = action({
  name: "catalog.deactivate",
  can: "catalog.write",
  input: itemInput,
  run: deactivateItem,
});

export const activateItemAction = action({
  name: "catalog.activate",
  can: "catalog.write",
  input: itemInput,
  run: activateItem,
});
