import { beforeAll, describe, expect, test } from "vitest";
import { findGrouping } from "@/lib/clients/time-grouping";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { getInvoice } from "@/lib/invoicing/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import type { CatalogItemId, ClientId, ProjectId, TimeEntryId } from "@/lib/kernel/ids";
import { returnTime } from "@/lib/time/approve-time";
import { newTimeEntryInput } from "@/lib/time/inputs";
import { sumProjectTime } from "@/lib/time/project-time";
import { getTimeEntry, listUnbilledTime } from "@/lib/time/queries";
import {
  approved,
  billed,
  dollars,
  issue,
  newClient,
  newProject,
  newService,
  takeBackInvoice,
  worked,
} from "../../deeds";
import { savedAs } from "../../draft-deeds";
import { brokenInvariants, outcomes, refusalOf } from "../../evidence";
import { today, type World, world } from "../../world";

let w: World;
let clientId: ClientId;
let projectId: ProjectId;
let drawing: CatalogItemId;
let field: CatalogItemId;

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager);
  projectId = await newProject(w.a.manager, clientId, { name: "Bridge", hourlyRateCents: dollars("90") });
  drawing = await newService(w.a.manager, "Drawing", dollars("120"));
  field = await newService(w.a.manager, "Field work");
});

/** 2 hours: 1:40 of drawing at $120.00, 20 minutes in the field at the project's $90.00. */
const split = () => approved(w.a, projectId, 120, { itemId: drawing, moreServices: [{ itemId: field, minutes: 20 }] });
const entry = (id: TimeEntryId) => getTimeEntry(w.a.manager.scope(), id);
const free = async () =>
  (await listUnbilledTime(w.a.manager.scope(), { clientId })).map((row) => [row.id, row.itemName]);
const subtotals = async (id: Parameters<typeof getInvoice>[1]) =>
  (await getInvoice(w.a.manager.scope(), id)).lines.map((line) => line.subtotalCents);

describe("an entry that is split over services", () => {
  test("gives the first what the others leave, and refuses when they leave nothing", async () => {
    await expect(entry(await split())).resolves.toMatchObject({
      services: [
        { name: "Drawing", minutes: 100 },
        { name: "Field work", minutes: 20 },
      ],
    });
    const all = worked(w.a.manager, projectId, 30, { moreServices: [{ itemId: field, minutes: 30 }] });
    await expect(all).rejects.toMatchObject({ fields: { moreServices: expect.stringContaining("take all") } });
  });

  test("with a service of the other company is the refusal of something that is not there", async () => {
    const theirs = await newService(w.b.manager);
    const entered = worked(w.a.manager, projectId, 30, { moreServices: [{ itemId: theirs, minutes: 10 }] });
    expect(await refusalOf(entered)).toBe("not_found");
  });

  test("as a form sends it: a service without its time, or no list at all, is refused beside the services", () => {
    const typed = { projectId, workedOn: today, durationMinutes: "1:00" };
    const trouble = (moreServices: unknown) =>
      newTimeEntryInput.safeParse({ ...typed, moreServices }).error?.issues[0]?.path;
    expect(trouble('[{"itemId":"","minutes":""}]')).toEqual(["moreServices", 0, "minutes"]);
    expect(trouble("nonsense")).toEqual(["moreServices"]);
    expect(trouble("[]")).toBeUndefined();
    expect(trouble(undefined)).toBeUndefined();
  });

  test("is billed line by line at each service's rate, whatever the grouping", async () => {
    expect(await subtotals(await billed(w.a.manager, clientId, [await split()], "service"))).toEqual([20_000, 3_000]);
    expect(await subtotals(await billed(w.a.manager, clientId, [await split()], "entry"))).toEqual([20_000, 3_000]);
    expect(await subtotals(await billed(w.a.manager, clientId, [await split()], "one"))).toEqual([23_000]);
  });

  test("is billed by one of two who try at one instant", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await split();
      const said = await outcomes([billed(w.a.manager, clientId, [id]), billed(w.a.owner, clientId, [id], "entry")]);
      expect(said).toEqual(["done", "time_not_approved"]);
      await expect(entry(id)).resolves.toMatchObject({ status: "billed" });
    }
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("gives back what a deleted line billed, stays locked, and can be billed for that alone", async () => {
    const id = await split();
    const before = await free();
    const invoiceId = await billed(w.a.manager, clientId, [id]);
    const edit = await savedAs(w.a.manager, invoiceId, (n) => n === 0);
    await w.a.manager.work((work) => updateInvoice(work, edit));
    await expect(entry(id)).resolves.toMatchObject({ status: "approved" });
    expect(await free()).toEqual(before.filter(([one, name]) => one !== id || name === "Field work"));
    const back = w.a.manager.work((work) => returnTime(work, { timeEntryIds: [id], reason: "Why" }));
    expect(await refusalOf(back)).toBe("time_wrong_status");

    const rest = await billed(w.a.manager, clientId, [id]);
    expect(await subtotals(rest)).toEqual([3_000]);
    await expect(entry(id)).resolves.toMatchObject({ status: "billed" });
    expect(await refusalOf(billed(w.a.manager, clientId, [id]))).toBe("time_not_approved");
    const { invoice: drafted } = await getInvoice(w.a.manager.scope(), rest);
    await w.a.manager.work((work) => deleteInvoice(work, { invoiceId: rest, revision: drafted.revision }));
    await expect(entry(id)).resolves.toMatchObject({ status: "approved" });
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("is free again in all its services when its invoice is voided, as before it was billed", async () => {
    const id = await split();
    const before = [await free(), await sumProjectTime(w.a.manager.scope(), projectId)];
    const invoiceId = await billed(w.a.manager, clientId, [id]);
    await issue(w.a.manager, invoiceId);
    await takeBackInvoice(w.a.manager, invoiceId, today);
    expect([await free(), await sumProjectTime(w.a.manager.scope(), projectId)]).toEqual(before);
  });
});

test("how a client's time was grouped is remembered, and not the other client's", async () => {
  const other = await newClient(w.a.manager);
  await billed(w.a.manager, clientId, [await split()], "one");
  expect(await findGrouping(w.a.manager.scope(), clientId)).toBe("one");
  expect(await findGrouping(w.a.manager.scope(), other)).toBeNull();
  expect(await findGrouping(w.b.manager.scope(), clientId)).toBeNull();
});
