import { beforeAll, expect, test } from "vitest";
import { createItem } from "@/lib/catalog/create-item";
import { activateItem, deactivateItem } from "@/lib/catalog/deactivate-item";
import { editItemInput, newItemInput } from "@/lib/catalog/inputs";
import { getItem, itemFilters, itemSorts, listItemChoices, listItems } from "@/lib/catalog/queries";
import { updateItem } from "@/lib/catalog/update-item";
import type { Desk } from "@/lib/doors/console";
import type { CatalogItemId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { type World, world } from "../../world";
import { aService } from "../time/site";

let w: World;

beforeAll(async () => {
  w = await world();
});

const create = async (desk: Desk, fields: Record<string, unknown>) =>
  (await desk.work((work) => createItem(work, aService(fields)))).itemId;
const edit = (desk: Desk, itemId: CatalogItemId, fields: Record<string, unknown>) =>
  desk.work((work) => updateItem(work, editItemInput.parse({ itemId, revision: "0", kind: "service", ...fields })));
const names = async (desk: Desk, params: Record<string, string> = {}) => {
  const request = listRequest(params, { sorts: itemSorts, defaultSort: "name", filters: itemFilters });
  return (await listItems(desk.scope(), request)).rows.map((row) => row.name);
};

test("no price is not a price of zero, and only a service may go without one", async () => {
  const bare = await create(w.a.owner, { name: "Bare", unitPriceCents: "" });
  const free = await create(w.a.owner, { name: "Free", unitPriceCents: "$0.00" });
  await expect(getItem(w.a.owner.scope(), bare)).resolves.toMatchObject({ unitPriceCents: null, isTaxable: false });
  await expect(getItem(w.a.owner.scope(), free)).resolves.toMatchObject({ unitPriceCents: 0 });
  const product = newItemInput.safeParse({ kind: "product", name: "Stakes", unitPriceCents: " " });
  expect(product.error?.issues).toMatchObject([{ path: ["unitPriceCents"] }]);
});

test("names differ in more than their case, within one company", async () => {
  const first = await create(w.a.owner, { name: "Stakeout" });
  await expect(create(w.a.owner, { name: "STAKEOUT" })).rejects.toMatchObject({
    code: "name_taken",
    fields: { name: "An item with this name exists already." },
  });
  const second = await create(w.a.owner, { name: "Layout" });
  await expect(edit(w.a.owner, second, { name: "stakeout" })).rejects.toMatchObject({ code: "name_taken" });
  await edit(w.a.owner, first, { name: "Stakeout" });
  await create(w.b.owner, { name: "Stakeout" });
});

test("an edit from an older version, or of another company's item, changes nothing", async () => {
  const id = await create(w.a.owner, { name: "Mapping", unitPriceCents: "10" });
  await edit(w.a.manager, id, { name: "Mapping", unitPriceCents: "12.50", isTaxable: "on" });
  await expect(edit(w.a.owner, id, { name: "Mapping", unitPriceCents: "11" })).rejects.toMatchObject({ code: "stale" });
  await expect(edit(w.b.owner, id, { name: "Theirs", revision: "1" })).rejects.toMatchObject({ code: "not_found" });
  await expect(getItem(w.b.owner.scope(), id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getItem(w.a.owner.scope(), id)).resolves.toMatchObject({ unitPriceCents: 1_250, isTaxable: true });
});

test("a deactivated item leaves the pickers and the list, and stays itself", async () => {
  const itemId = await create(w.a.owner, { name: "Aerial photos" });
  await w.a.owner.work((work) => deactivateItem(work, { itemId }));
  await expect(names(w.a.owner, { q: "aerial" })).resolves.toEqual([]);
  await expect(names(w.a.owner, { q: "aerial", status: "inactive" })).resolves.toEqual(["Aerial photos"]);
  await expect(listItemChoices(w.a.owner.scope(), { search: "aerial" })).resolves.toEqual([]);
  await expect(getItem(w.a.owner.scope(), itemId)).resolves.toMatchObject({ isActive: false });
  await w.a.owner.work((work) => activateItem(work, { itemId }));
  await expect(listItemChoices(w.a.owner.scope(), { kind: "service", search: "aerial" })).resolves.toHaveLength(1);
  await expect(listItemChoices(w.a.owner.scope(), { kind: "product", search: "aerial" })).resolves.toHaveLength(0);
});

test("the list is sorted by price, pages by it, and takes a search literally", async () => {
  const other = await world();
  await create(other.a.owner, { name: "Dear", unitPriceCents: "2,000" });
  await create(other.a.owner, { name: "Cheap", unitPriceCents: "9" });
  await create(other.a.owner, { name: "Unpriced 100%" });
  await create(other.a.owner, { kind: "product", name: "Stake", unitPriceCents: "9" });
  await expect(names(other.a.owner, { sort: "price" })).resolves.toEqual(["Unpriced 100%", "Cheap", "Stake", "Dear"]);
  await expect(names(other.a.owner, { q: "%" })).resolves.toEqual(["Unpriced 100%"]);
  await expect(names(other.a.owner, { kind: "product" })).resolves.toEqual(["Stake"]);
  await expect(names(other.b.owner)).resolves.toEqual([]);
  const request = { ...listRequest({ sort: "-price" }, { sorts: itemSorts, defaultSort: "name" }), limit: 2 };
  const first = await listItems(other.a.owner.scope(), request);
  const { after } = listRequest({ after: first.next ?? "" }, { sorts: itemSorts, defaultSort: "name" });
  const second = await listItems(other.a.owner.scope(), { ...request, after });
  expect([...first.rows, ...second.rows].map((row) => row.name)).toEqual(["Dear", "Stake", "Cheap", "Unpriced 100%"]);
});

test("whatever is typed is answered with a sentence beside its field", () => {
  const problem = (fields: Record<string, unknown>) => {
    const result = newItemInput.safeParse({ kind: "service", name: "Fine", ...fields });
    return result.success ? null : result.error.issues.map((issue) => issue.path.join("."));
  };
  expect(problem({})).toBeNull();
  expect(problem({ name: "مسح 🎉 abc" })).toBeNull();
  expect(problem({ name: "مسح \u202eabc" })).toEqual(["name"]);
  expect(problem({ name: "x".repeat(10_000) })).toEqual(["name"]);
  expect(problem({ name: "a\u0000" })).toEqual(["name"]);
  expect(problem({ name: "   " })).toEqual(["name"]);
  expect(problem({ kind: "person" })).toEqual(["kind"]);
  expect(problem({ unitPriceCents: "1.005" })).toEqual(["unitPriceCents"]);
  expect(problem({ unitPriceCents: "-5" })).toEqual(["unitPriceCents"]);
  expect(problem({ unitPriceCents: ["1", "2"] })).toEqual(["unitPriceCents"]);
});
