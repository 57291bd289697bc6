import { beforeAll, expect, test } from "vitest";
import { serviceOptions } from "@/app/c/[company]/time/options";
import { pickableWork } from "@/app/c/[company]/time/pickable-work";
import { listItemChoices } from "@/lib/catalog/queries";
import { dollars, newService } from "../deeds";
import { type World, world } from "../world";

let w: World;

beforeAll(async () => {
  w = await world();
  await newService(w.a.manager, "Drafting", dollars("95.50"));
  await newService(w.a.manager, "Travel");
});

test("what a service costs is said to those who keep the catalog, and to staff not at all", async () => {
  const optionsOf = async (desk: typeof w.a.staff) => serviceOptions(desk.scope(), await listItemChoices(desk.scope()));
  expect((await optionsOf(w.a.manager)).map(({ label, hint }) => [label, hint])).toEqual([
    ["Drafting", "$95.50"],
    ["Travel", undefined],
  ]);
  const staffs = JSON.stringify([await optionsOf(w.a.staff), await pickableWork(w.a.staff.scope())]);
  expect(staffs).toContain("Drafting");
  expect(staffs).not.toMatch(/95\.50|hint/);
});
