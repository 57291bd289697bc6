import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { updateMember } from "@/lib/companies/update-member";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { cents } from "@/lib/kernel/money";
import { allReports } from "@/lib/reports/all-reports";
import { type Asks, askedReport } from "@/lib/reports/ask";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import { profitLoss } from "@/lib/reports/profit-loss";
import type { Report } from "@/lib/reports/report";
import {
  approved,
  billed,
  dollars,
  draft,
  issue,
  line,
  newClient,
  newProject,
  pay,
  percent,
  takeBackInvoice,
  takeBackPayment,
} from "../../deeds";
import { type Firm, type World, world } from "../../world";
import { closing } from "../ledger/turns";
import { committed } from "../reconciliation/plant";
import { bookkeeping } from "./bookkeeping";
import { figuresOf, sumBehind } from "./figures";
import { settledAutumn } from "./settled-books";

const first = plainDate("2026-08-01");
const year = { from: "2026-01-01", to: "2026-12-31" };

/** A firm's autumn at random: invoices with and without tax, payments whole and in part, voids, time, entries by hand. */
async function autumn(firm: Firm, seed: number): Promise<void> {
  const { owner, manager } = firm;
  const books = bookkeeping(firm);
  const clients = [await newClient(manager), await newClient(manager)];
  const projects = await Promise.all(clients.map((client) => newProject(manager, client, { budgetMinutes: 600 })));
  await owner.work((work) =>
    updateMember(work, { memberId: manager.seat.member.id, costRateCents: dollars("33.33"), weeklyMinutes: 2_250 }),
  );
  const steps = fc.sample(
    fc.record({ who: fc.nat(1), day: fc.nat(100), amount: fc.integer({ min: 1, max: 300_000 }), kind: fc.nat(7) }),
    { numRuns: 40, seed },
  );
  for (const { who, day, amount, kind } of steps) {
    const on = addDays(first, day);
    const clientId = clients[who] ?? clients[0];
    const projectId = projects[who] ?? projects[0];
    if (!clientId || !projectId) throw new Error("no client");
    if (kind < 4) {
      const lines = [line("1", { unitPrice: cents(amount), isTaxable: kind % 2 === 0 }), line("12.34")];
      const rest = { issuedOn: on, dueOn: addDays(on, 30), taxPercent: percent("6.25"), lines };
      const invoiceId = await draft(manager, clientId, { ...rest, projectId: amount % 3 === 0 ? null : projectId });
      await issue(manager, invoiceId);
      const money = (amount % 2 ? amount / 100 : amount / 300).toFixed(2);
      const method = (["check", "card", "ach"] as const)[amount % 3];
      const receivedOn = addDays(on, 3);
      if (kind === 0) await takeBackInvoice(manager, invoiceId, addDays(on, 5));
      else if (money !== "0.00") {
        const paymentId = await pay(manager, invoiceId, money, { receivedOn, method, acceptExcess: true });
        if (kind === 3) await takeBackPayment(manager, paymentId, addDays(on, 5));
        else await pay(manager, invoiceId, "20000", { receivedOn: addDays(on, 5), acceptExcess: true });
      }
    } else if (kind === 4) {
      await books.entry(on, [
        ["6000", amount],
        ["1000", -amount],
      ]);
    } else if (kind === 5) {
      await books.entry(on, [
        ["1000", amount],
        ["4000", -amount + 1],
        ["2100", -1],
      ]);
    } else if (kind === 6) {
      const time = await approved(firm, projectId, 1 + (amount % 300), { workedOn: on });
      if (amount % 2) await billed(manager, clientId, [time]);
    } else
      await books.entry(on, [
        ["6100", amount],
        ["3000", -amount],
      ]);
  }
}

/** All that a report can be asked, in turn. */
function questions(asks: Asks): Record<string, string>[] {
  const days =
    asks.days === "day"
      ? [{ asOf: "2026-11-15" }, { asOf: "2026-10-31" }]
      : [year, { from: "2026-09-10", to: "2026-10-20" }];
  const compared = (asks.comparisons ?? []).slice(1).map((compare) => ({ ...days[0], compare }));
  const cash = asks.basis
    ? [
        { ...days[0], basis: "cash" },
        { ...days[1], basis: "cash", compare: "months" },
      ]
    : [];
  return [
    ...days,
    { to: "2026-10-31" },
    ...compared,
    ...cash,
    ...(asks.known ? [{ ...days[0], known: "2026-11-01" }] : []),
  ];
}

describe("every report over random books", () => {
  let w: World;
  const scope = () => w.a.owner.scope();
  const make = (report: Report, query: Record<string, string>, firm = w.a) => {
    const there = firm.owner.scope();
    return report.make(there, askedReport(report.asks, query, there.today));
  };

  beforeAll(async () => {
    w = await world();
    await autumn(w.a, 11);
    await autumn(w.b, 5);
    await settledAutumn(w.a);
    await settledAutumn(w.b);
    // half of the journal was entered in October, so that an earlier day knows less
    await committed(async (client) => {
      await client.query("update journal_entries set created_at = '2026-10-15' where number % 2 = 0");
      await client.query("update journal_entries set created_at = '2026-11-15' where number % 2 = 1");
      for (const table of ["allocations", "credit_entries", "bill_allocations"])
        await client.query(`update ${table} set created_at = '2026-10-15' where id < (select max(id) from ${table})`);
    });
  }, 60_000);

  test.each(allReports.map((report) => [report.slug, report] as const))(
    "%s: each figure is the sum of the lines that it leads to",
    async (_, report) => {
      let figures = 0;
      for (const query of questions(report.asks)) {
        const sheet = await make(report, query);
        for (const { row, column, value, lines } of figuresOf(sheet)) {
          expect([query, row, column, await sumBehind(scope(), lines, column)]).toEqual([query, row, column, value]);
          figures += value === 0 ? 0 : 1;
        }
      }
      expect(figures).toBeGreaterThan(5);
    },
    60_000,
  );

  test.each(allReports.map((report) => [report.slug, report] as const))(
    "%s: the file has the rows and the totals of the page, and is of this company alone",
    async (_, report) => {
      const sheet = await make(report, questions(report.asks)[0] ?? {});
      const lines = sheetCsv(sheet).trim().split("\n");
      expect(lines).toHaveLength(1 + sheet.rows.filter((row) => row.style !== "heading").length);
      const last = sheet.rows.at(-1)?.cells.flatMap((cell) => (cell.kind === "money" ? [String(cell.cents)] : []));
      for (const amount of last ?? []) expect(lines.at(-1)?.split(",")).toContain(amount);
      const other = await make(report, questions(report.asks)[0] ?? {}, w.b);
      expect(other).not.toEqual(sheet);
      const ids = (one: typeof sheet) =>
        one.rows.map((row) => row.key).filter((key) => /^(acc|cli|prj|mem)_/.test(key));
      expect(ids(sheet).filter((id) => ids(other).includes(id))).toEqual([]);
    },
  );

  test.each(allReports.map((report) => [report.slug, report] as const))(
    "%s: asks as many queries of a large book as of an empty one",
    async (_, report) => {
      const query = questions(report.asks)[0] ?? {};
      const empty = (await world()).a;
      expect(await queries(empty, report, query)).toBe(await queries(w.a, report, query));
      expect(await queries(w.a, report, query)).toBeLessThanOrEqual(3);
    },
  );

  async function queries(firm: Firm, report: Report, query: Record<string, string>): Promise<number> {
    let count = 0;
    const real = firm.owner.scope();
    const counted = {
      ...real,
      read: ((run) => {
        count += 1;
        return real.read(run);
      }) as typeof real.read,
    };
    await report.make(counted, askedReport(report.asks, query, real.today));
    return count;
  }

  test("months sum to the year, on both bases", async () => {
    const report = allReports.find((one) => one.slug === "profit-loss");
    if (!report) throw new Error("no report");
    for (const basis of ["accrual", "cash"]) {
      const sheet = await make(report, { ...year, compare: "months", basis });
      expect(sheet.columns).toHaveLength(13);
      for (const row of sheet.rows.filter((one) => one.cells.length > 0)) {
        const amounts = row.cells.map((cell): number => (cell.kind === "money" ? cell.cents : 0));
        expect(amounts.slice(0, 12).reduce((a, b) => a + b, 0)).toBe(amounts[12]);
      }
    }
  });

  test("the balance sheet balances on each day, however early it is known", async () => {
    for (const known of ["2026-09-01", "2026-10-20", "2026-11-16"].map(plainDate))
      for (let day = first; day < "2026-11-18"; day = addDays(day, 13)) {
        const sheet = await balanceSheet(scope(), [day], known);
        expect(sheet.assets.totals).toEqual(sheet.liabilitiesAndEquity);
      }
    const early = await balanceSheet(scope(), [first, plainDate("2026-11-18")], plainDate("2026-09-01"));
    expect(early.assets.totals).toEqual([0, 0]);
  });

  test("cash flow's net is the movement of the cash accounts in each month", async () => {
    const report = allReports.find((one) => one.slug === "cash-flow");
    if (!report) throw new Error("no report");
    const sheet = await make(report, { ...year, compare: "months" });
    const net = sheet.rows
      .find((row) => row.key === "net")
      ?.cells.map((cell) => (cell.kind === "money" ? cell.cents : 0));
    const id = w.a.owner.seat.company.id;
    const { rows } = await inTransaction({ companyId: id }, (db) =>
      db.execute<{
        month: string;
        cents: string;
      }>(`select extract(month from entry_on) as month, sum(amount_cents) as cents
        from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where l.company_id = '${id}' and a.role = 'cash' group by 1`),
    );
    for (let month = 1; month <= 12; month++)
      expect(net?.[month - 1]).toBe(Number(rows.find((row) => Number(row.month) === month)?.cents ?? 0));
  });

  test("profitability reconciles to the profit and loss of the same days", async () => {
    const report = allReports.find((one) => one.slug === "project-profitability");
    if (!report) throw new Error("no report");
    const total = (await make(report, year)).rows.at(-1)?.cells;
    const { income, expense, net } = await profitLoss(scope(), [
      { from: plainDate(year.from), to: plainDate(year.to) },
    ]);
    expect(total?.slice(0, 3).map((cell) => (cell.kind === "money" ? cell.cents : null))).toEqual([
      income.totals[0],
      expense.totals[0],
      net[0],
    ]);
  });

  test("an invoice that is paid in full has yielded its subtotal on the cash basis, to the cent", async () => {
    const client = await newClient(w.a.manager);
    const lines = [line("33.33", { isTaxable: true }), line("0.01")];
    const invoiceId = await draft(w.a.manager, client, { taxPercent: percent("7.3"), lines });
    await issue(w.a.manager, invoiceId);
    for (const amount of ["11.11", "0.01", "9.99", "14.66"]) await pay(w.a.manager, invoiceId, amount);
    const range = { from: null, to: plainDate("2026-12-31") };
    const report = await profitLoss(scope(), [range], { basis: "cash", clientId: client });
    expect(report.received).toEqual([3_334]);
  });

  test("a year-end closing leaves the profit and loss as it was, and the balance sheet still balances", async () => {
    const days = [{ from: plainDate(year.from), to: plainDate(year.to) }];
    const before = await profitLoss(scope(), days);
    const asOf = plainDate("2026-11-18");
    const sheetBefore = await balanceSheet(scope(), [asOf]);
    // a fiscal year that has ended: November 2025 to October 2026
    for (const desk of [w.a.admin, w.a.owner]) desk.seat.company.fiscalYearStartMonth = 11;
    await closing(w.a.admin, plainDate("2026-10-31"));
    expect(await profitLoss(scope(), days)).toEqual(before);
    const after = await balanceSheet(scope(), [asOf]);
    expect(after.assets.totals).toEqual(after.liabilitiesAndEquity);
    expect(after.assets.totals).toEqual(sheetBefore.assets.totals);
    expect(after.earnings).not.toEqual(sheetBefore.earnings);
    expect(after.totalEquity).toEqual(sheetBefore.totalEquity);
  });
});
