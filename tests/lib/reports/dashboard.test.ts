import { beforeEach, expect, test } from "vitest";
import { listInvoices } from "@/lib/invoicing/queries";
import { plainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { hoursOf, lineSubtotal, sumCents } from "@/lib/kernel/money";
import { createPeriod } from "@/lib/ledger/create-period";
import { listPayments, paymentFilters, paymentSorts } from "@/lib/payments/queries";
import { cashIn, lastMonthsClose, receivables, unbilledTime } from "@/lib/reports/dashboard";
import { listUnbilledClients, listUnbilledTime } from "@/lib/time/queries";
import {
  accountByCode,
  approved,
  billed,
  bookByHand,
  dollars,
  draft,
  issued,
  line,
  newClient,
  newMonth,
  newProject,
  newService,
  pay,
  percent,
  takeBackInvoice,
  takeBackPayment,
  worked,
} from "../../deeds";
import { type World, world } from "../../world";
import { close } from "../ledger/books";

let w: World;

beforeEach(async () => {
  w = await world();
});

const none = dollars("0");
const day = (text: string) => plainDate(text);

test("open, overdue and drafts are what the lists show, and the ages sum to open", async () => {
  const { owner } = w.a;
  const clientId = await newClient(owner);
  const of = (amount: string, issuedOn: string, dueOn: string) =>
    issued(owner, clientId, { issuedOn: day(issuedOn), dueOn: day(dueOn), lines: [line(amount)] });
  await of("100", "2026-11-01", "2026-11-18");
  await of("200", "2026-10-01", "2026-11-17");
  await of("400", "2026-09-01", "2026-10-18");
  await of("800", "2026-07-01", "2026-07-31");
  const part = await of("1,600", "2026-08-20", "2026-09-19");
  await pay(owner, part, "600.01");
  const paid = await of("3,200", "2026-08-20", "2026-08-21");
  await pay(owner, paid, "3,200");
  await takeBackInvoice(owner, await of("6,400", "2026-08-20", "2026-08-21"));
  await draft(owner, clientId, { lines: [line("50"), line("25.50", { isTaxable: true })], taxPercent: percent("10") });
  await issued(w.b.owner, await newClient(w.b.owner), { dueOn: day("2026-11-18") });

  const owed = await receivables(w.a.manager.scope());
  expect(owed.open).toEqual({ count: 5, cents: 249_999 });
  expect(owed.overdue).toEqual({ count: 4, cents: 239_999 });
  expect(owed.drafts).toEqual({ count: 1, cents: 7_805 });
  expect(owed.ages).toEqual({ current: 10_000, "1-30": 20_000, "31-60": 139_999, "61-90": 0, "over-90": 80_000 });

  for (const [status, figure] of [
    ["open", owed.open],
    ["overdue", owed.overdue],
  ] as const) {
    const request = listRequest({ status }, { sorts: ["issued"], defaultSort: "issued", filters: ["status"] });
    const { rows } = await listInvoices(w.a.manager.scope(), request);
    expect(rows.reduce((sum, row) => sum + row.balanceCents, 0)).toBe(figure.cents);
    expect(rows).toHaveLength(figure.count);
  }
});

test("a new company has nothing, and each first step shows", async () => {
  const { owner, manager } = w.a;
  const has = async () => (await receivables(manager.scope())).has;
  expect(Object.values(await has())).toEqual([false, false, false, false, false, false]);
  const clientId = await newClient(owner);
  const projectId = await newProject(owner, clientId);
  await worked(owner, projectId, 60);
  await draft(owner, clientId);
  expect(await has()).toMatchObject({ client: true, project: true, time: true, invoice: false, payment: false });
  await pay(owner, await issued(owner, clientId), "10");
  expect(await has()).toMatchObject({ invoice: true, payment: true, earlierEntry: false });
  await bookByHand(owner, "1000", "3000", "1", day("2026-10-31"));
  expect(await has()).toMatchObject({ earlierEntry: true });
});

test("unbilled time is approved, billable, on no invoice, and priced as its own line would be", async () => {
  const { owner } = w.a;
  const clientId = await newClient(owner);
  const projectId = await newProject(owner, clientId, { hourlyRateCents: dollars("90") });
  const ratelessProject = await newProject(owner, clientId, { hourlyRateCents: null });
  const itemId = await newService(owner, undefined, dollars("123.45"));
  await approved(w.a, projectId, 20);
  await approved(w.a, projectId, 100, { itemId });
  await approved(w.a, ratelessProject, 60);
  await approved(w.a, projectId, 30, { isBillable: false });
  await worked(w.a.manager, projectId, 45);
  const taken = await approved(w.a, projectId, 15);
  await billed(owner, clientId, [taken]);
  // 0.3333 h at 90, 1.6667 h at 123.45, 1 h at the manager's 150
  expect(await unbilledTime(w.a.manager.scope())).toEqual({
    minutes: 180,
    cents: 3_000 + 20_575 + 15_000,
    entriesWithoutRate: 0,
  });
});

test("time that nobody gave a rate counts in minutes and is said", async () => {
  const { owner } = w.a;
  const projectId = await newProject(owner, await newClient(owner), { hourlyRateCents: null });
  await approved(w.a, projectId, 90, { memberId: owner.seat.member.id });
  expect(await unbilledTime(w.a.manager.scope())).toEqual({ minutes: 90, cents: 0, entriesWithoutRate: 1 });
});

test("the clients to be invoiced, and the time of each, sum to the unbilled time", async () => {
  const { owner, manager } = w.a;
  const itemId = await newService(owner, undefined, dollars("123.45"));
  for (const hourlyRateCents of [dollars("90"), null]) {
    const projectId = await newProject(owner, await newClient(owner), { hourlyRateCents });
    await approved(w.a, projectId, 20);
    await approved(w.a, projectId, 100, { itemId });
    await approved(w.a, projectId, 50, { memberId: owner.seat.member.id });
  }
  const clients = await listUnbilledClients(manager.scope());
  expect(clients).toMatchObject([
    { minutes: 170, cents: 3_000 + 20_575 + 7_500, entriesWithoutRate: 0 },
    { minutes: 170, cents: 5_000 + 20_575, entriesWithoutRate: 1 },
  ]);
  const total = (key: "minutes" | "cents" | "entriesWithoutRate") => clients.reduce((sum, row) => sum + row[key], 0);
  expect(await unbilledTime(manager.scope())).toEqual({
    minutes: total("minutes"),
    cents: total("cents"),
    entriesWithoutRate: total("entriesWithoutRate"),
  });
  for (const { clientId, cents } of clients) {
    const entries = await listUnbilledTime(manager.scope(), { clientId });
    const amounts = entries.map(({ durationMinutes, rateCents }) =>
      lineSubtotal(hoursOf(durationMinutes), rateCents ?? none),
    );
    expect(sumCents(amounts)).toBe(cents);
  }
});

test("cash in is what was received and not voided, by month and over thirty days, as the lists show it", async () => {
  const { owner } = w.a;
  const clientId = await newClient(owner);
  const paidOn = async (amount: string, receivedOn: string) =>
    pay(owner, await issued(owner, clientId, { issuedOn: day("2026-01-02"), lines: [line(amount)] }), amount, {
      receivedOn: day(receivedOn),
    });
  await paidOn("1", "2026-05-31");
  await paidOn("2", "2026-06-01");
  await paidOn("4", "2026-10-19");
  await paidOn("8", "2026-10-20");
  await paidOn("16", "2026-11-18");
  await expect(paidOn("32", "2026-11-19")).rejects.toMatchObject({ code: "day_ahead" });
  await takeBackPayment(owner, await paidOn("128", "2026-11-10"));
  const { months, lastDays } = await cashIn(w.a.manager.scope());
  expect(months.map(({ from, cents }) => [from, cents])).toEqual([
    ["2026-06-01", 200],
    ["2026-07-01", 0],
    ["2026-08-01", 0],
    ["2026-09-01", 0],
    ["2026-10-01", 1_200],
    ["2026-11-01", 1_600],
  ]);
  expect(lastDays).toEqual({ from: "2026-10-20", to: "2026-11-18", cents: 2_400 });
  for (const figure of [...months, lastDays]) {
    const params = { status: "received", from: figure.from, to: figure.to };
    const options = { sorts: paymentSorts, defaultSort: "-received" as const, filters: paymentFilters };
    const { rows } = await listPayments(w.a.manager.scope(), listRequest(params, options));
    expect(rows.reduce((sum, row) => sum + row.amountCents, 0)).toBe(figure.cents);
  }
});

test("the next close: no period, the earliest that has ended, by its own name, then none left", async () => {
  const { owner, manager } = w.a;
  const close_ = () => lastMonthsClose(manager.scope());
  const month = "2026-10-01";
  expect(await close_()).toEqual({ status: "none", month });
  const september = await newMonth(owner, "2026-09");
  const septembers = { status: "open", period: { id: september, name: "September 2026" } };
  expect(await close_()).toEqual(septembers);
  const october = await newMonth(owner, "2026-10");
  expect(await close_()).toEqual(septembers);
  await close(owner, september);
  expect(await close_()).toEqual({ status: "open", period: { id: october, name: "October 2026" } });
  await close(owner, october);
  expect(await close_()).toEqual({ status: "closed", month });
  await newMonth(owner, "2026-11");
  expect(await close_()).toEqual({ status: "closed", month });
});

test("a period that runs on over last month is not asked to be closed before it ends", async () => {
  const days = { name: "", startsOn: day("2026-10-01"), endsOn: day("2026-12-31") };
  await w.a.owner.work((work) => createPeriod(work, days));
  expect(await lastMonthsClose(w.a.manager.scope())).toEqual({ status: "running", month: "2026-10-01" });
});

test("what another company does moves no figure", async () => {
  const before = await figures();
  const { owner } = w.b;
  const clientId = await newClient(owner);
  const projectId = await newProject(owner, clientId);
  await approved(w.b, projectId, 60);
  await pay(owner, await issued(owner, clientId), "10");
  await bookByHand(owner, "1000", "3000", "5", day("2026-09-01"));
  await close(owner, await newMonth(owner, "2026-10"));
  expect((await accountByCode(owner))("1000")).toBeTruthy();
  expect(await figures()).toEqual(before);
});

async function figures() {
  const scope = w.a.manager.scope();
  return [await receivables(scope), await unbilledTime(scope), await cashIn(scope), await lastMonthsClose(scope)];
}
