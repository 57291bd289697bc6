import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { present } from "@/lib/kernel/assert";
import { addDays, type PlainDate, plainDate } from "@/lib/kernel/dates";
import { createAccount } from "@/lib/ledger/create-account";
import { allReports } from "@/lib/reports/all-reports";
import { apAging } from "@/lib/reports/ap-aging";
import { arAging } from "@/lib/reports/ar-aging";
import { askedReport } from "@/lib/reports/ask";
import { receipts } from "@/lib/reports/cash-basis";
import { cashIn } from "@/lib/reports/dashboard";
import { jobCosting } from "@/lib/reports/job-costing";
import { askedLines, listLines } from "@/lib/reports/lines";
import { profitLoss } from "@/lib/reports/profit-loss";
import { draft, issue, line, newClient, pay, percent } from "../../deeds";
import { approvedExpense } from "../../expense-deeds";
import { adjust, apply, deposit, giveUp, payMany, refund, spendDeposit } from "../../settlement-deeds";
import { today, type World, world } from "../../world";
import { settledAutumn } from "./settled-books";

const day = (text: string) => plainDate(`2026-${text}`);
const year = { from: "2026-01-01", to: "2026-12-31" };

const asked = (query: Record<string, string>) => present(askedLines(query, today), "a list of that name");

describe("reports over books with refunds, credit, deposits, write-offs, expenses and bills", () => {
  let w: World;
  let books: Awaited<ReturnType<typeof settledAutumn>>;
  const scope = () => w.a.owner.scope();
  const received = async (from: string, to: string, clientId = books.client) =>
    (await profitLoss(scope(), [{ from: day(from), to: day(to) }], { basis: "cash", clientId })).received[0];

  beforeAll(async () => {
    w = await world();
    books = await settledAutumn(w.a);
    await settledAutumn(w.b);
  }, 60_000);

  test("cash basis, by hand: each kind counts on its day, by its share without tax", async () => {
    // $1,062.50 for $1,000.00; the deposit's $400.00 are no income
    expect(await received("08-01", "08-31")).toBe(100_000);
    // credit note of what was paid -200.00; credit used 100.00; 106.25 of an invoice with tax; the deposit used 250 / 1.0625
    expect(await received("09-01", "09-30")).toBe(-20_000 + 10_000 + 10_000 + 23_529);
    // payouts are none; +5 -5; refunds -100/1.0625 and -33.33/1.0625; write-off and credit notes of what is open are none;
    // deposit +25 -25; grant -40, reduction +15; 100/1.0625 of what was paid, the rest became credit
    expect(await received("10-01", "10-31")).toBe(-9_412 - 3_137 - 4_000 + 1_500 + 9_412);
    // the refund that was undone, and credit used: 30/1.0625
    expect(await received("11-01", "11-30")).toBe(3_137 + 2_824);
  });

  test("on each day, cash income with its tax is the money that came in less what went back and what is held", async () => {
    for (let on = day("08-01"); on <= today; on = addDays(on, 3)) expect(await recognised(on)).toBe(await kept(on));
    expect(await kept(today)).not.toBe(0);
  });

  test("a bill that is paid in parts has cost exactly its lines, each part is what was paid, and a void goes back", async () => {
    const expense = async (from: string, to: string, filter = {}) =>
      (await profitLoss(scope(), [{ from: day(from), to: day(to) }], { basis: "cash", ...filter })).expense.totals[0];
    expect(await expense("08-01", "08-31")).toBe(1_111);
    // bill 0.01 and 22.22; the company's expenses 80 and 12; a reimbursement 9
    expect(await expense("09-01", "09-30")).toBe(1 + 2_222 + 8_000 + 1_200 + 900);
    // bill 60; the expense of 12 and the reimbursement of 9 taken back; a reimbursement 45
    expect(await expense("10-01", "10-31")).toBe(6_000 - 1_200 - 900 + 4_500);
    expect(await expense("11-01", "11-30")).toBe(4_110 - 6_000);
    const list = await listLines(scope(), asked({ of: "cash-expenses", project: books.project, ...year }));
    const accrual = await profitLoss(scope(), [{ from: day("01-01"), to: day("12-31") }], { projectId: books.project });
    const badDebt = 5_000;
    expect(list.sumCents).toBe((accrual.expense.totals[0] ?? 0) - badDebt);
  });

  test("cash flow names each kind once, net of its voids, and its net is the movement of cash in each month", async () => {
    const sheet = await make("cash-flow", { ...year, compare: "months" });
    const total = new Map(sheet.rows.map((row) => [row.label, amounts(row).at(-1)]));
    expect(Object.fromEntries(total)).toMatchObject({
      Refunds: -10_000,
      "Client credit paid out": -5_000,
      Expenses: -8_000,
      Reimbursements: -4_500,
      "Bill payments": -7_444,
      "Received: Bank transfer (ACH)": 40_000,
      "Received: Card": 10_625,
    });
    expect([...total.keys()].filter((label) => /void|undone|back/i.test(label))).toEqual([]);
    const net = amounts(sheet.rows.find((row) => row.key === "net"));
    for (let month = 1; month <= 12; month++) {
      const first = plainDate(`2026-${String(month).padStart(2, "0")}-01`);
      const moved = await ledgerSum(
        `a.role = 'cash' and date_trunc('month', l.entry_on::timestamp)::date = '${first}'`,
      );
      expect(net[month - 1]).toBe(moved);
    }
  });

  test("a bank account that money is only ever spent from is cash", async () => {
    const { owner } = w.b;
    const { accountId } = await owner.work((work) =>
      createAccount(work, { code: "1010", name: "Petty cash", type: "asset", isBank: true }),
    );
    await approvedExpense(w.b, "3.21", { spentOn: day("11-10"), paidFromAccountId: accountId });
    const report = await profitLoss(owner.scope(), [{ from: day("11-10"), to: day("11-10") }], { basis: "cash" });
    expect(report.expense.totals).toEqual([321]);
  });

  test("sales with tax and without are what was invoiced less credit notes, and deposits are none", async () => {
    const sheet = await make("sales-tax", { ...year });
    const of = (key: string) => amounts(sheet.rows.find((row) => row.key === key))[0] ?? 0;
    expect(of("taxable")).toBe(100_000 + 30_000 + 60_000 - 20_000 - 10_000);
    expect(of("exempt")).toBe(50_000);
    expect(of("taken-back")).toBe(-1_250 - 625);
    expect(of("taxable") * 0.0625).toBe(of("invoiced") + of("taken-back"));
    expect(of("owed")).toBe(10_000);
  });

  test("a project is billed net of credit notes and collected net of refunds, deposits when they are used", async () => {
    const range = { from: day("01-01"), to: day("12-31") };
    const job = (await jobCosting(scope(), range)).find(({ projectId }) => projectId === books.project);
    expect(job?.billedCents).toBe(100_000 + 50_000 + 30_000 + 60_000 - 30_000);
    expect(job?.collectedCents).toBe(106_250 + 10_000 - 10_000 + 10_625 + 25_000 + 10_000 + 3_000);
    const byClient = await make("revenue-by-client", year);
    expect(amounts(byClient.rows.find((row) => row.key === books.client))[0]).toBe(210_000 - 4_000 + 1_500);
  });

  test("what clients owe and what vendors are owed tie to their accounts on each day", async () => {
    for (let on = day("07-20"); on <= today; on = addDays(on, 5)) {
      const [clients, vendors] = await Promise.all([arAging(scope(), { asOf: on }), apAging(scope(), { asOf: on })]);
      expect([on, clients.control.differenceCents, vendors.control.differenceCents]).toEqual([on, 0, 0]);
      const known = await arAging(scope(), { asOf: on, known: plainDate("2199-12-31") });
      expect(known.totals).toEqual(clients.totals);
    }
    expect((await arAging(scope(), { asOf: today })).totals.total).toBeGreaterThan(0);
    expect((await apAging(scope(), { asOf: today })).totals).toMatchObject({ "over-90": 10_000, total: 20_000 });
  });

  test("the dashboard's money in is net of refunds and of credit paid out, and its lines sum to it", async () => {
    const { months } = await cashIn(scope());
    expect(months.map((month) => month.cents)).toEqual([0, 0, 146_250, 10_625, 12_000 - 10_000 - 5_000, 0]);
    for (const { from, to, cents } of months) {
      const list = await listLines(scope(), asked({ of: "client-money", from, to }));
      expect(list.sumCents).toBe(cents);
    }
  });

  test("an invoice yields its subtotal whatever paid it, and nothing when all of it went back", async () => {
    const { owner } = w.a;
    const client = await newClient(owner);
    const invoice = async (amount: string) => {
      const rest = { lines: [line(amount, { isTaxable: true })], taxPercent: percent("7.3"), issuedOn: day("11-01") };
      const id = await draft(owner, client, rest);
      await issue(owner, id);
      return id;
    };
    const [mixed, back] = [await invoice("33.34"), await invoice("33.34")];
    const held = await deposit(owner, client, "10", day("11-01"));
    await pay(owner, held, "10", { receivedOn: day("11-02") });
    await payMany(owner, client, "19.99", [[mixed, "9.99"]], day("11-03"));
    await spendDeposit(owner, mixed, held, "10", day("11-04"));
    await apply(owner, mixed, "10", day("11-05"));
    await pay(owner, mixed, "5.78", { receivedOn: day("11-06") });
    const paid = await pay(owner, back, "20", { receivedOn: day("11-07") });
    for (const part of ["3.33", "3.33", "13.34"]) await refund(owner, paid, part, day("11-08"));
    await giveUp(owner, back, "35.77", day("11-09"));
    await adjust(owner, client, "grant", "5", day("11-10"));
    await adjust(owner, client, "reduce", "5", day("11-11"));
    expect(await received("11-01", "11-30", client)).toBe(3_334);
  });

  function make(slug: string, query: Record<string, string>) {
    const report = allReports.find((one) => one.slug === slug);
    if (!report) throw new Error("no report");
    return report.make(scope(), askedReport(report.asks, query, today));
  }

  async function recognised(on: PlainDate): Promise<number> {
    const here = scope();
    const { rows } = await here.read((db) =>
      db.execute<{ sum: string }>(
        sql`select coalesce(sum(money_cents), 0) as sum from (${receipts(here, {})}) r where received_on <= ${on}::date`,
      ),
    );
    return Number(rows[0]?.sum);
  }

  /** From the journal alone: money of clients, less the credit and the paid deposits that are still held for them. */
  async function kept(on: PlainDate): Promise<number> {
    const until = `l.entry_on <= '${on}'`;
    const money = "'payment', 'payment_void', 'refund', 'refund_void', 'credit_payout', 'credit_payout_void'";
    const cash = await ledgerSum(`a.role = 'cash' and e.source_type in (${money}) and ${until}`);
    const credit = await ledgerSum(`a.role = 'customer_credit' and ${until}`);
    const ofDeposits = "l.invoice_id in (select id from invoices where kind = 'deposit')";
    const deposits = await ledgerSum(
      `(a.role = 'customer_deposit' or a.role = 'receivable' and ${ofDeposits}) and ${until}`,
    );
    return cash + credit + deposits;
  }

  async function ledgerSum(where: string): Promise<number> {
    const id = w.a.owner.seat.company.id;
    const { rows } = await inTransaction({ companyId: id }, (db) =>
      db.execute<{ sum: string }>(`select coalesce(sum(l.amount_cents), 0) as sum from journal_lines l
        join accounts a on a.company_id = l.company_id and a.id = l.account_id
        join journal_entries e on e.company_id = l.company_id and e.id = l.entry_id
        where l.company_id = '${id}' and ${where}`),
    );
    return Number(rows[0]?.sum);
  }
});

function amounts(row: { cells: { kind: string }[] } | undefined): number[] {
  return (row?.cells ?? []).map((cell) => ("cents" in cell ? Number(cell.cents) : 0));
}
