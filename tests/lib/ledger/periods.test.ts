import { beforeEach, expect, test } from "vitest";
import { listTimeline } from "@/lib/events/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { plainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { createPeriod } from "@/lib/ledger/create-period";
import { newPeriodInput } from "@/lib/ledger/inputs";
import { getPeriod, listPeriods } from "@/lib/ledger/queries";
import { closeChecklist } from "@/lib/reconciliation/close-checklist";
import { closeFacts } from "@/lib/reconciliation/close-facts";
import { fingerprintOf, listSeals, sealOf } from "@/lib/reconciliation/period-seal";
import { sql, verdict } from "../../db/roles";
import {
  accountByCode,
  approved,
  bookByHand,
  draft,
  invoiceOf,
  issue,
  issued,
  newClient,
  newMonth,
  newProject,
  pay,
  takeBackInvoice,
  takeBackPayment,
  worked,
} from "../../deeds";
import { draftedBill, newVendor, spentBy } from "../../expense-deeds";
import { type World, world } from "../../world";
import { close, postLines, refused, reopen, reverseBy } from "./books";

let w: World;
const october = plainDate("2026-10-15");

beforeEach(async () => {
  w = await world();
});

const create = (startsOn: string, endsOn: string, name = "") =>
  w.a.admin.work((work) => createPeriod(work, newPeriodInput.parse({ startsOn, endsOn, name })));

async function points(month: string) {
  const periodId = await newMonth(w.a.owner, month);
  const { period } = await getPeriod(w.a.owner.scope(), periodId);
  const list = await closeChecklist(w.a.owner.scope(), period);
  return { periodId, counts: Object.fromEntries(list.map((point) => [point.key, point.count])) };
}

test("a whole month is named after it, other days after themselves", async () => {
  await create("2026-02-01", "2026-02-28");
  await create("2026-03-01", "2026-03-15");
  await create("2026-03-16", "2026-03-31", "Second half of March");
  const names = (await listPeriods(w.a.owner.scope())).map(({ period }) => period.name);
  expect(names).toEqual(["Second half of March", "Mar 1, 2026 – Mar 15, 2026", "February 2026"]);
});

test("the last month of the calendar is named as every other", async () => {
  await create("2199-12-01", "2199-12-31");
  await create("2199-11-01", "2199-11-29");
  await w.b.admin.work((work) =>
    createPeriod(work, newPeriodInput.parse({ startsOn: "2199-12-01", endsOn: "2199-12-30" })),
  );
  const names = async (desk: typeof w.a.owner) => (await listPeriods(desk.scope())).map(({ period }) => period.name);
  expect(await names(w.a.owner)).toEqual(["December 2199", "Nov 1, 2199 – Nov 29, 2199"]);
  expect(await names(w.b.owner)).toEqual(["Dec 1, 2199 – Dec 30, 2199"]);
});

test("periods of a company never overlap, not even when two people make them at once", async () => {
  await create("2026-10-01", "2026-10-31");
  for (const [from, to] of [
    ["2026-10-31", "2026-11-30"],
    ["2026-09-01", "2026-10-01"],
    ["2026-10-10", "2026-10-11"],
    ["2026-01-01", "2026-12-31"],
  ] as const) {
    const refusal = await refused(w.a.owner, () => create(from, to));
    expect(refusal).toMatchObject({ code: "period_overlaps", details: { period: "October 2026" } });
  }
  const tries = await Promise.allSettled([1, 2, 3].map(() => create("2026-11-01", "2026-11-30")));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of tries) if (one.status === "rejected") expect(one.reason.code).toBe("period_overlaps");
  await newMonth(w.b.owner, "2026-10");
});

test("a period whose last day lies before its first is refused at the last day", () => {
  const typed = newPeriodInput.safeParse({ startsOn: "2026-10-31", endsOn: "2026-10-01", name: "" });
  expect(typed.error?.issues[0]?.path).toEqual(["endsOn"]);
});

test("the checklist counts what stands in the way, and nothing of another month or company", async () => {
  const clientId = await newClient(w.a.owner);
  const projectId = await newProject(w.a.owner, clientId, { memberIds: [w.a.staff.seat.member.id] });
  await draft(w.a.owner, clientId, { issuedOn: october });
  await draft(w.a.owner, clientId, { issuedOn: plainDate("2026-11-01") });
  await bookByHand(w.a.owner, "1000", "3000", "10", plainDate("2026-07-31"));
  await bookByHand(w.a.owner, "1000", "3000", "10", plainDate("2026-08-31"));
  await worked(w.a.staff, projectId, 60, { workedOn: october });
  await worked(w.a.staff, projectId, 60, { workedOn: plainDate("2026-11-02") });
  await approved(w.a, projectId, 90, { workedOn: october });
  await approved(w.a, projectId, 30, { workedOn: october, isBillable: false });
  for (const spentOn of [october, plainDate("2026-11-02")]) await spentBy(w.a.staff, "5", { spentOn });
  const vendorId = await newVendor(w.a.owner);
  for (const billedOn of [october, plainDate("2026-11-02")]) await draftedBill(w.a.owner, vendorId, { billedOn });
  await draft(w.b.owner, await newClient(w.b.owner), { issuedOn: october });
  await create("2026-08-01", "2026-08-31");
  const { counts } = await points("2026-10");
  expect(counts).toEqual({
    credit: 0,
    credit_notes: 0,
    expected_payments: 0,
    differs: 0,
    overpaid: 0,
    unposted: 0,
    year: 0,
    drafts: 1,
    expenses: 1,
    bills: 1,
    earlier: 1,
    invariants: 0,
    uncovered: 1,
    running: 0,
    unsubmitted: 1,
    unapproved: 0,
    unbilled: 1,
  });
});

test("a period that has not ended yet says how many days are missing", async () => {
  expect((await points("2026-11")).counts.running).toBe(12);
});

test("drafts dated inside and earlier open periods block the close", async () => {
  const clientId = await newClient(w.a.owner);
  const september = await newMonth(w.a.owner, "2026-09");
  const { periodId } = await points("2026-10");
  const invoiceId = await draft(w.a.owner, clientId, { issuedOn: october });
  expect(await refused(w.a.owner, () => close(w.a.admin, periodId))).toMatchObject({
    code: "period_blocked",
    details: { period: "October 2026", points: "2 open points are" },
  });
  await close(w.a.admin, september);
  await issue(w.a.owner, invoiceId);
  await close(w.a.admin, periodId, "All in");
  const { period, closedByName } = await getPeriod(w.a.manager.scope(), periodId);
  expect(period).toMatchObject({ status: "closed", closeNote: "All in" });
  expect(closedByName).toBe(w.a.admin.seat.member.name);
  expect(await refused(w.a.owner, () => close(w.a.owner, periodId))).toMatchObject({ code: "period_not_open" });
});

test("two people who close the same period at once close it once", async () => {
  const periodId = await newMonth(w.a.owner, "2026-10");
  const tries = await Promise.allSettled([w.a.owner, w.a.admin].map((desk) => close(desk, periodId)));
  expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tries.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "period_not_open" } });
});

test("in a closed period every verb is refused with its name, and leaves nothing behind", async () => {
  const { owner, manager, staff } = w.a;
  const clientId = await newClient(owner);
  const projectId = await newProject(owner, clientId, { memberIds: [staff.seat.member.id] });
  const account = await accountByCode(owner);
  const september = plainDate("2026-09-10");
  const open = await issued(owner, clientId, { issuedOn: september });
  const untouched = await issued(owner, clientId, { issuedOn: september });
  const paid = await pay(owner, open, "40", { receivedOn: september });
  const entryId = await bookByHand(owner, "6000", "1000", "5", september);
  const later = await draft(owner, clientId, { issuedOn: plainDate("2026-11-02") });
  await close(owner, await newMonth(owner, "2026-09"));
  await close(owner, await newMonth(owner, "2026-10"));

  const verbs: Record<string, () => Promise<unknown>> = {
    "post by hand": () =>
      postLines(
        owner,
        [
          [account("1000"), "1", "0"],
          [account("3000"), "0", "1"],
        ],
        october,
      ),
    "reverse an entry": () => reverseBy(owner, entryId, october),
    "draft an invoice": () => draft(manager, clientId, { issuedOn: october }),
    "issue an invoice": () => issued(manager, clientId, { issuedOn: october }),
    "move a draft into it": () =>
      manager.work((work) =>
        updateInvoice(work, { ...invoiceOf(clientId, { issuedOn: october }), invoiceId: later, revision: 0 }),
      ),
    "void an invoice": () => takeBackInvoice(manager, untouched, october),
    "record a payment": () => pay(manager, open, "10", { receivedOn: october }),
    "overpay an invoice": () => pay(manager, open, "500", { receivedOn: october, acceptExcess: true }),
    "void a payment": () => takeBackPayment(manager, paid, october),
    "enter time": () => worked(staff, projectId, 30, { workedOn: october }),
  };
  for (const [verb, deed] of Object.entries(verbs)) {
    const refusal = await refused(owner, deed);
    expect([verb, refusal.code, (refusal.details as { period?: string })?.period]).toEqual([
      verb,
      "period_closed",
      "October 2026",
    ]);
  }
  await reverseBy(owner, entryId, plainDate("2026-11-01"));
  await takeBackPayment(manager, paid, plainDate("2026-11-01"));
});

test("only the latest closed period is reopened, with its reason, and then takes entries again", async () => {
  const september = await newMonth(w.a.owner, "2026-09");
  const octobers = await newMonth(w.a.owner, "2026-10");
  expect(await refused(w.a.owner, () => reopen(w.a.owner, september))).toMatchObject({ code: "period_not_closed" });
  await close(w.a.owner, september);
  await close(w.a.owner, octobers);
  expect(await refused(w.a.owner, () => reopen(w.a.owner, september))).toMatchObject({
    code: "period_later_closed",
    details: { period: "October 2026" },
  });
  await reopen(w.a.owner, octobers, "A late bill");
  const reopened = await getPeriod(w.a.owner.scope(), octobers);
  expect(reopened.period).toMatchObject({ status: "open", reopenReason: "A late bill" });
  expect(reopened.reopenedByName).toBe(w.a.owner.seat.member.name);
  await bookByHand(w.a.owner, "6000", "1000", "5", october);
  await close(w.a.owner, octobers);
  const facts = await listTimeline(w.a.manager.scope(), { subjectId: octobers });
  expect(facts.map((fact) => fact.type)).toEqual([
    "period.closed",
    "period.reopened",
    "period.closed",
    "period.created",
  ]);
});

test("another company's period is not found", async () => {
  const theirs = await newMonth(w.b.owner, "2026-10");
  await expect(getPeriod(w.a.owner.scope(), theirs)).rejects.toMatchObject({ code: "not_found" });
  expect(await refused(w.a.owner, () => close(w.a.owner, theirs))).toMatchObject({ code: "not_found" });
  expect(await refused(w.a.owner, () => reopen(w.a.owner, theirs))).toMatchObject({ code: "not_found" });
});

test("the certificate keeps checklist and seal, and tells later whether the books are still those", async () => {
  await bookByHand(w.a.owner, "1000", "3000", "100", plainDate("2026-10-02"));
  await bookByHand(w.a.owner, "6000", "1000", "30", plainDate("2026-10-03"));
  const periodId = await newMonth(w.a.owner, "2026-10");
  await close(w.a.owner, periodId, "Agreed with the bank");
  const { period } = await getPeriod(w.a.owner.scope(), periodId);
  const [closed] = await listTimeline(w.a.owner.scope(), { subjectId: periodId }, 1);
  const { seal, checklist, note } = closeFacts.parse(closed?.facts);
  expect(note).toBe("Agreed with the bank");
  const blockers = checklist.filter((point) => point.severity === "block");
  expect(blockers.filter((point) => point.count > 0)).toEqual([]);
  expect(seal).toMatchObject({ entries: 2, postedCents: 13_000, balanceCents: 10_000 });

  await bookByHand(w.a.owner, "6000", "1000", "5", plainDate("2026-11-01"));
  expect(await sealOf(w.a.manager.scope(), period)).toEqual(seal);
  const before = () => bookByHand(w.a.owner, "6000", "1000", "5", plainDate("2026-09-30"));
  await expect(before()).rejects.toMatchObject({ code: "period_closed", details: { period: "October 2026" } });
  expect(await fingerprintOf(w.a.manager.scope(), period)).toBe(seal.fingerprint);
  expect(await listSeals(w.a.manager.scope())).toMatchObject([{ expected: seal.digest, found: seal.digest }]);
  await reopen(w.a.owner, periodId);
  await before();
  expect(await fingerprintOf(w.a.manager.scope(), period)).not.toBe(seal.fingerprint);
});

test("no period is made before a closed one, by command or by statement", async () => {
  await close(w.a.owner, await newMonth(w.a.owner, "2026-10"));
  await expect(newMonth(w.a.owner, "2026-09")).rejects.toMatchObject({
    code: "period_before_closed",
    fields: { startsOn: expect.stringContaining("October 2026 is closed") },
  });
  const insert = sql`insert into accounting_periods (company_id, id, name, starts_on, ends_on)
    values (${w.a.owner.seat.company.id}, 'per_early', 'Early', '2026-09-01', '2026-09-30')`;
  expect(await verdict("app", w.a.owner.seat.company.id, [insert])).toBe("EZ001");
  await newMonth(w.a.owner, "2026-11");
});

test("close against post, thirty times: each entry was made before the close or was refused", async () => {
  const { owner, admin } = w.a;
  const account = await accountByCode(owner);
  const lines: [AccountId, string, string][] = [
    [account("1000"), "1", "0"],
    [account("3000"), "0", "1"],
  ];
  for (let round = 0; round < 30; round++) {
    const month = `20${10 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, "0")}`;
    const periodId = await newMonth(owner, month);
    const day = plainDate(`${month}-15`);
    const posts = Array.from({ length: 4 }, () => postLines(owner, lines, day));
    const closing = close(admin, periodId);
    const tries = await Promise.allSettled([...posts, postLines(owner, lines, day)]);
    await closing;
    const entries = tries.filter((one) => one.status === "fulfilled").length;
    for (const one of tries) if (one.status === "rejected") expect(one.reason.code).toBe("period_closed");
    const [closed] = await listTimeline(owner.scope(), { subjectId: periodId }, 1);
    expect(closeFacts.parse(closed?.facts).seal.entries).toBe(entries);
  }
}, 180_000);
