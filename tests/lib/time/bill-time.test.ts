import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { invoiceLines, invoices } from "@/db/schema";
import { createItem } from "@/lib/catalog/create-item";
import type { Desk } from "@/lib/doors/console";
import { record } from "@/lib/events/record";
import { plainDate } from "@/lib/kernel/dates";
import { type InvoiceLineId, newId, type TimeEntryId } from "@/lib/kernel/ids";
import { cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { createProject } from "@/lib/projects/create-project";
import { approveTime, returnTime } from "@/lib/time/approve-time";
import { attachTime, lockUnbilledTime, releaseTime } from "@/lib/time/bill-time";
import { listTimeOfInvoice, timeOnLines } from "@/lib/time/billed-lines";
import { deleteTimeEntry } from "@/lib/time/delete-time-entry";
import { sumProjectTime } from "@/lib/time/project-time";
import { getTimeEntry, listUnbilledClients, listUnbilledTime } from "@/lib/time/queries";
import { submitTime } from "@/lib/time/submit-time";
import { type Firm, type World, world } from "../../world";
import { aProject, aService, closeOctober, enter, memberOf, site } from "./site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

test("unbilled is what is approved, billable and on no invoice, of this client", async () => {
  const other = await world();
  const there = await site(other.a);
  const second = await site(other.a, "Bolt");
  const id = await approved(other.a, { projectId: there.projectId, durationMinutes: "1:30", note: "Stakeout" });
  await approved(other.a, { projectId: there.projectId, isBillable: undefined });
  await enter(other.a.staff, { projectId: there.projectId });
  await approved(other.a, { projectId: second.projectId, durationMinutes: "0:10" });
  const { clientId, projectId } = there;
  const found = await listUnbilledTime(other.a.owner.scope(), { clientId });
  expect(found).toMatchObject([
    {
      id,
      workedOn: "2026-11-18",
      memberName: other.a.staff.seat.member.name,
      projectId,
      projectLabel: "P-00001 · Acme survey",
      billing: "hourly",
      itemId: null,
      itemName: null,
      note: "Stakeout",
      durationMinutes: 90,
      rateCents: 12_000,
      revision: 2,
    },
  ]);
  const elsewhere = { clientId, projectId: second.projectId };
  await expect(listUnbilledTime(other.a.owner.scope(), elsewhere)).resolves.toEqual([]);
  await expect(listUnbilledTime(other.b.owner.scope(), { clientId })).resolves.toEqual([]);
  await expect(listUnbilledClients(other.a.owner.scope())).resolves.toEqual([
    { clientId, name: "Acme", minutes: 90, cents: 18_000, entriesWithoutRate: 0 },
    { clientId: second.clientId, name: "Bolt", minutes: 10, cents: 2_000, entriesWithoutRate: 0 },
  ]);
  await expect(sumProjectTime(other.a.owner.scope(), projectId)).resolves.toEqual({
    entries: 3,
    minutes: 210,
    billableMinutes: 150,
    billedMinutes: 0,
    unbilledMinutes: 90,
  });
});

test("an hour costs the service's price, else the project's rate, else the member's, else it has none", async () => {
  const item = async (name: string, unitPriceCents: string) =>
    (await w.a.owner.work((work) => createItem(work, aService({ name, unitPriceCents })))).itemId;
  const bare = await w.a.owner.work((work) =>
    createProject(work, aProject({ clientId: at.clientId, hourlyRateCents: "", memberIds: [memberOf(w.a.staff)] })),
  );
  const [priced, free] = [await item("Priced", "95.50"), await item("Free of its own price", "0")];
  const rate = async (fields: Record<string, unknown>, desk = w.a.staff) => {
    const id = await approved(w.a, fields, desk);
    return (await lock(w.a.owner, [id]))[0]?.rateCents;
  };
  expect(await rate({ projectId: at.projectId, itemId: priced, workedOn: "2026-11-02" })).toBe(9_550);
  expect(await rate({ projectId: at.projectId, itemId: free, workedOn: "2026-11-02" })).toBe(12_000);
  expect(await rate({ projectId: at.projectId, workedOn: "2026-11-02" })).toBe(12_000);
  expect(await rate({ projectId: bare.projectId, workedOn: "2026-11-02" })).toBe(9_000);
  expect(await rate({ projectId: bare.projectId, itemId: priced, workedOn: "2026-11-02" })).toBe(9_550);
  expect(await rate({ projectId: bare.projectId, workedOn: "2026-11-02" }, w.a.admin)).toBeNull();
});

test("only approved, billable time of one client is taken, and all of it or nothing", async () => {
  const good = await approved(w.a, { projectId: at.projectId, workedOn: "2026-11-03" });
  const draft = await enter(w.a.staff, { projectId: at.projectId, workedOn: "2026-11-03" });
  const free = await approved(w.a, { projectId: at.projectId, workedOn: "2026-11-03", isBillable: undefined });
  const other = await site(w.a, "Cole");
  const theirs = await approved(w.a, { projectId: other.projectId, workedOn: "2026-11-03" });
  await expect(lock(w.a.owner, [good, draft])).rejects.toMatchObject({ code: "time_not_approved" });
  await expect(lock(w.a.owner, [good, free])).rejects.toMatchObject({ code: "time_not_approved" });
  await expect(lock(w.a.owner, [good, theirs])).rejects.toMatchObject({ code: "time_other_client" });
  await expect(lock(w.b.owner, [good])).rejects.toMatchObject({ code: "not_found" });
  await expect(lock(w.a.owner, [good, good])).resolves.toHaveLength(1);
});

test("billed time is locked, is not billed again, and comes back when its line goes", async () => {
  const id = await approved(w.a, { projectId: at.projectId, workedOn: "2026-11-04" });
  const line = await bill(w.a.owner, at.clientId, [id]);
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ status: "billed" });
  await expect(lock(w.a.owner, [id])).rejects.toMatchObject({ code: "time_not_approved" });
  await expect(w.a.owner.work((work) => deleteTimeEntry(work, { timeEntryId: id }))).rejects.toMatchObject({
    code: "time_entry_locked",
    message: "This time entry is billed and can't be changed.",
  });
  const back = w.a.owner.work((work) => returnTime(work, { timeEntryIds: [id], reason: "no" }));
  await expect(back).rejects.toMatchObject({ code: "time_wrong_status" });
  const onLines = await timeOnLines(w.a.owner.scope(), [line]);
  expect(onLines.get(line)).toEqual({ entries: 1, minutes: 60 });

  await w.b.owner.work(async (work) => {
    await releaseTime(work, [line]);
    record(work, "invoice.deleted", line, { summary: "from elsewhere" });
  });
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ status: "billed" });
  await release(w.a.owner, line);
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ status: "approved", invoiceId: null });
  await expect(lock(w.a.owner, [id])).resolves.toHaveLength(1);
});

test("two invoices made at the same moment never bill the same entry", async () => {
  const ids: TimeEntryId[] = [];
  for (let n = 0; n < 6; n++) ids.push(await approved(w.a, { projectId: at.projectId, workedOn: "2026-11-05" }));
  const both = await Promise.allSettled([
    bill(w.a.owner, at.clientId, ids),
    bill(w.a.manager, at.clientId, ids.toReversed()),
    bill(w.a.admin, at.clientId, ids.slice(2)),
  ]);
  const won = both.filter((one) => one.status === "fulfilled");
  expect(won).toHaveLength(1);
  for (const one of both)
    if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "time_not_approved" });
});

test("time of a closed month can still be approved, billed and released: that does not change what was worked", async () => {
  const other = await world();
  const there = await site(other.a);
  const id = await enter(other.a.staff, { projectId: there.projectId, workedOn: "2026-10-20" });
  await closeOctober(other.a.owner);
  await other.a.staff.work((work) => submitTime(work, { timeEntryIds: [id] }));
  await other.a.manager.work((work) => approveTime(work, { timeEntryIds: [id] }));
  await release(other.a.owner, await bill(other.a.owner, there.clientId, [id]));
});

test("the time behind an invoice is listed by day; staff get their own, and another company none", async () => {
  const other = await world();
  const there = await site(other.a);
  const fields = { projectId: there.projectId };
  const late = await approved(other.a, { ...fields, workedOn: "2026-11-17", durationMinutes: "0:30" });
  const early = await approved(other.a, { ...fields, workedOn: "2026-11-16" }, other.a.manager);
  const lineId = await bill(other.a.owner, there.clientId, [late, early]);
  const [line] = await other.a.owner
    .scope()
    .read((db) =>
      db.select({ invoiceId: invoiceLines.invoiceId }).from(invoiceLines).where(eq(invoiceLines.id, lineId)),
    );
  const invoiceId = line?.invoiceId ?? newId("invoice");
  const idsFor = async (desk: Desk) => (await listTimeOfInvoice(desk.scope(), invoiceId)).map((entry) => entry.id);
  await expect(idsFor(other.a.owner)).resolves.toEqual([early, late]);
  await expect(idsFor(other.a.staff)).resolves.toEqual([late]);
  await expect(idsFor(other.b.owner)).resolves.toEqual([]);
  await expect(listTimeOfInvoice(other.a.staff.scope(), invoiceId)).resolves.toMatchObject([
    { workedOn: "2026-11-17", memberName: other.a.staff.seat.member.name, durationMinutes: 30 },
  ]);
});

async function approved(firm: Firm, fields: Record<string, unknown>, desk = firm.staff): Promise<TimeEntryId> {
  const id = await enter(desk, fields);
  await desk.work((work) => submitTime(work, { timeEntryIds: [id] }));
  await firm.owner.work((work) => approveTime(work, { timeEntryIds: [id] }));
  return id;
}

/** Looks at locked rows and lets them go. */
function lock(desk: Desk, ids: TimeEntryId[]) {
  return desk.work(async (work) => {
    record(work, "invoice.drafted", newId("invoice"), { summary: "looked" });
    return lockUnbilledTime(work, ids);
  });
}

/** A draft with one line that bills them all. */
function bill(desk: Desk, clientId: Awaited<ReturnType<typeof site>>["clientId"], ids: TimeEntryId[]) {
  return desk.work(async (work): Promise<InvoiceLineId> => {
    await lockUnbilledTime(work, ids);
    const invoiceId = newId("invoice");
    const lineId = newId("invoiceLine");
    const zero = { subtotalCents: cents(0), taxCents: cents(0) };
    const head = {
      companyId: work.company.id,
      id: invoiceId,
      clientId,
      taxPpm: 0 as RatePpm,
      createdBy: work.member.id,
    };
    const days = { issuedOn: plainDate("2026-11-18"), dueOn: plainDate("2026-12-18") };
    await work.db.insert(invoices).values({ ...head, ...days, ...zero, totalCents: cents(0) });
    const amounts = { quantity: 0 as Quantity, unitPriceCents: cents(0), isTaxable: false };
    const line = { companyId: work.company.id, id: lineId, invoiceId, position: 1, description: "Time" };
    await work.db.insert(invoiceLines).values({ ...line, ...amounts, ...zero });
    await attachTime(
      work,
      ids.map((timeEntryId) => ({ timeEntryId, position: 1, invoiceLineId: lineId })),
    );
    record(work, "invoice.drafted", invoiceId, { summary: "drafted" });
    return lineId;
  });
}

function release(desk: Desk, lineId: InvoiceLineId) {
  return desk.work(async (work) => {
    await releaseTime(work, [lineId]);
    await work.db.delete(invoiceLines).where(eq(invoiceLines.id, lineId));
    record(work, "invoice.deleted", lineId, { summary: "deleted" });
  });
}
