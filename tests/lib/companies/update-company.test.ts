import { beforeEach, expect, test } from "vitest";
import { navigationFor } from "@/app/c/[company]/navigation";
import type { Work } from "@/lib/access/scope";
import { editCompanyInput } from "@/lib/companies/inputs";
import { getCompany } from "@/lib/companies/queries";
import { timeZoneChoices } from "@/lib/companies/time-zone-choices";
import { updateCompany } from "@/lib/companies/update-company";
import { type Desk, ownersDesk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { getInvoice } from "@/lib/invoicing/queries";
import type { ClientId, InvoiceId, TimeEntryId } from "@/lib/kernel/ids";
import { as } from "../../db/roles";
import { approved, billed, newClient, newProject } from "../../deeds";
import { noon, type World, world } from "../../world";

let w: World;

beforeEach(async () => {
  w = await world();
});

const typed = {
  revision: "0",
  name: "Alpha & Sons",
  timeZone: "Pacific/Honolulu",
  address: "12 Harbor Street",
  email: "office@alpha.example",
  phone: "",
  defaultDueDays: "14",
  defaultEstimateValidDays: "30",
  defaultTaxPpm: "8.25%",
  creditRule: "suggest",
  fiscalYearStartMonth: "7",
};
const save = (desk: Desk, fields: Partial<typeof typed> = {}) =>
  desk.work((work) => updateCompany(work, editCompanyInput.parse({ ...typed, ...fields })));

test("what is saved holds for the next draft and for the company's day, and leaves earlier drafts as they are", async () => {
  const clientId = await newClient(w.a.manager);
  const projectId = await newProject(w.a.manager, clientId);
  const early = await approved(w.a, projectId, 60);
  const late = await approved(w.a, projectId, 60);
  const before = await billed(w.a.manager, clientId, [early]);
  await save(w.a.admin);

  const owner = await ownersDesk(w.a.slug);
  const after = await owner.work((work) => draftOf(work, clientId, late), { now: noon });
  const termsOf = async (invoiceId: InvoiceId) => (await getInvoice(owner.scope(), invoiceId)).invoice;
  expect(await termsOf(before)).toMatchObject({ taxPpm: 0, issuedOn: "2026-11-18", dueOn: "2026-12-18" });
  expect(await termsOf(after)).toMatchObject({ taxPpm: 82_500, issuedOn: "2026-11-18", dueOn: "2026-12-02" });
  // half past nine in the evening of Honolulu
  expect(owner.scope(new Date("2026-11-19T07:30:00Z")).today).toBe("2026-11-18");
});

test("the fact tells before and after of what changed, and the other company is untouched", async () => {
  const theirs = await getCompany(w.b.owner.scope());
  await save(w.a.owner, { timeZone: "America/New_York" });
  const [fact] = await listTimeline(w.a.owner.scope(), { subjectId: w.a.owner.seat.company.id }, 1);
  expect(fact).toMatchObject({ type: "company.updated", actor: w.a.owner.seat.member.name });
  expect(fact?.facts).toEqual({
    name: { before: "Alpha Survey", after: "Alpha & Sons" },
    address: { before: "", after: "12 Harbor Street" },
    email: { before: "", after: "office@alpha.example" },
    defaultDueDays: { before: 30, after: 14 },
    defaultTaxPpm: { before: 0, after: 82_500 },
    fiscalYearStartMonth: { before: 1, after: 7 },
  });
  expect(await getCompany(w.a.owner.scope())).toMatchObject({ name: "Alpha & Sons", revision: 1 });
  expect(await getCompany(w.b.owner.scope())).toEqual(theirs);
  expect((await ownersDesk(w.a.slug)).seat.company.slug).toBe(w.a.slug);
});

test("a save from an older version is refused, and of two at the same moment one is", async () => {
  await save(w.a.owner);
  await expect(save(w.a.admin, { name: "Older" })).rejects.toMatchObject({ code: "stale" });
  const tries = await Promise.allSettled(["One", "Two"].map((name) => save(w.a.admin, { name, revision: "1" })));
  expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getCompany(w.a.owner.scope())).toMatchObject({ revision: 2 });
});

test("what is no zone, no number of days or no percentage is refused beside its field", () => {
  const troubles = (fields: Partial<typeof typed>) =>
    editCompanyInput.safeParse({ ...typed, ...fields }).error?.issues.map((issue) => issue.path[0]) ?? [];
  for (const timeZone of ["", "Mars/Olympus", "+05:00", "eastern"])
    expect(troubles({ timeZone })).toEqual(["timeZone"]);
  for (const defaultDueDays of ["", "-1", "1.5", "366", "1e2", "9999"])
    expect(troubles({ defaultDueDays })).toEqual(["defaultDueDays"]);
  for (const defaultTaxPpm of ["", "-1", "100.01", "1.00005", "much"])
    expect(troubles({ defaultTaxPpm })).toEqual(["defaultTaxPpm"]);
  expect(troubles({ name: " " })).toEqual(["name"]);
  expect(troubles({ defaultDueDays: "0", defaultTaxPpm: "0" })).toEqual([]);
  expect(troubles({ defaultDueDays: " 365 ", defaultTaxPpm: "100" })).toEqual([]);
});

test("every zone that is offered is one that the database reckons with too", async () => {
  const names = await as("app", null, (run) => run<{ name: string }>("select name from pg_timezone_names"));
  const known = new Set(names.map(({ name }) => name));
  expect(timeZoneChoices.filter(({ value }) => !known.has(value))).toEqual([]);
  expect(new Set(timeZoneChoices.map(({ value }) => value)).size).toBe(timeZoneChoices.length);
  expect(timeZoneChoices[0]).toEqual({ value: "America/New_York", label: "Eastern (America/New York)" });
});

test("who may not change the settings does not find them in the menu", () => {
  const sees = (desk: Desk) =>
    navigationFor(desk.scope()).some(({ items }) => items.some(({ href }) => href.endsWith("/settings/company")));
  const { owner, admin, manager, staff } = w.a;
  expect([owner, admin, manager, staff].map(sees)).toEqual([true, true, false, false]);
});

async function draftOf(work: Work<"invoices.write">, clientId: ClientId, timeEntryId: TimeEntryId) {
  const input = { clientId, projectId: null, timeEntryIds: [timeEntryId], grouping: "service" as const };
  return (await invoiceTime(work, input)).invoiceId;
}

test("the rule for client credit is saved with the rest, and one that is none is refused", async () => {
  await save(w.a.admin, { creditRule: "automatic" });
  expect(await getCompany(w.a.owner.scope())).toMatchObject({ creditRule: "automatic" });
  expect((await ownersDesk(w.a.slug)).seat.company.creditRule).toBe("automatic");
  expect(await getCompany(w.b.owner.scope())).toMatchObject({ creditRule: "suggest" });
  expect(editCompanyInput.safeParse({ ...typed, creditRule: "always" }).success).toBe(false);
});
