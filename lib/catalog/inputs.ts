import { z } from "zod";
import { checkbox, idField, optionalMoney, optionalText, revisionField, textField } from "@/lib/kernel/fields";
import { itemKinds } from "./item";

const details = {
  kind: z.enum(itemKinds, { error: "Choose service or product." }),
  name: textField("a name", { max: 160 }),
  description: optionalText("a description", { max: 2_000 }),
  unitPriceCents: optionalMoney("a price"),
  isTaxable: checkbox(),
};

const priced = {
  check: (item: { kind: string; unitPriceCents: number | null }) =>
    item.kind === "service" || item.unitPriceCents !== null,
  words: { message: "Enter a price. Only a service may go without one.", path: ["unitPriceCents"] },
};

export const newItemInput = z.object(details).refine(priced.check, priced.words);
export const editItemInput = z
  .object({ itemId: idField("catalogItem", "an item"), revision: revisionField(), ...details })
  .refine(priced.check, priced.words);
export const itemInput = z.object({ itemId: idField("catalogItem", "an item") });

export type NewItemInput = z.output<typeof newItemInput>;
export type EditItemInput = z.output<typeof editItemInput>;
export type ItemInput = z.output<typeof itemInput>;
