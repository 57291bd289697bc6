import { beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { allReports } from "@/lib/reports/all-reports";
import { askedReport } from "@/lib/reports/ask";
import { csvText } from "@/lib/reports/csv";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import { generalLedger, type LedgerOf, wholeLedger } from "@/lib/reports/general-ledger";
import { generalLedgerCsv } from "@/lib/reports/ledger-csv";
import { type World, world } from "../../world";
import { bookkeeping } from "./bookkeeping";

const formulas = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x"];

test("text that a spreadsheet would run is made harmless, and amounts stay numbers", () => {
  for (const formula of formulas) {
    const [cell = ""] = csvText(null, [[formula]])
      .replace(/^"|"?\n$/g, "")
      .split("\n");
    expect(cell.startsWith("'")).toBe(true);
  }
  expect(
    csvText(
      ["a", "b"],
      [
        ["x", -5],
        ["y", 123_456],
        ["z", 0],
      ],
    ),
  ).toBe("a,b\nx,-0.05\ny,1234.56\nz,0.00\n");
});

test("commas, quotes and line breaks stay within their cell", () => {
  expect(csvText(null, [['a "b", c', "two\nlines", "x\ry"]])).toBe('"a ""b"", c","two\nlines","x\ry"\n');
});

describe("reports as files", () => {
  let w: World;
  const scope = () => w.a.owner.scope();
  const asOf = plainDate("2026-11-18");

  beforeAll(async () => {
    w = await world();
    const books = bookkeeping(w.a);
    const hostile = await books.client('=HYPERLINK("http://x","y")');
    await books.pay(await books.invoice(hostile, "2026-10-01", 12_345), "2026-10-02", 2_345);
    await books.entry(
      "2026-10-03",
      [
        ["6000", 20_000],
        ["1000", -20_000],
      ],
      "+cmd|' /C calc'!A0",
    );
  });

  const fileOf = async (slug: string, query: Record<string, string> = {}) => {
    const report = allReports.find((one) => one.slug === slug);
    if (!report) throw new Error(slug);
    return sheetCsv(await report.make(scope(), askedReport(report.asks, query, asOf)));
  };

  test("the totals of each file are those of its page, in dollars and in cents", async () => {
    expect((await fileOf("balance-sheet")).trim().split("\n").at(-1)).toBe(
      ",,Total liabilities and equity,-76.55,-7655",
    );
    expect((await fileOf("profit-loss", { to: asOf })).trim().split("\n")).toEqual([
      'Section,Code,Account,"To Nov 18, 2026","To Nov 18, 2026 (cents)"',
      "Income,4000,Revenue,123.45,12345",
      "Income,,Total income,123.45,12345",
      "Expenses,6000,Expenses,200.00,20000",
      "Expenses,,Total expenses,200.00,20000",
      ",,Net loss,-76.55,-7655",
    ]);
    const trial = (await fileOf("trial-balance")).trim().split("\n");
    expect(trial.at(-1)).toBe(",,Total,300.00,30000,300.00,30000");
    expect(trial).toContain(",1000,Cash,0.00,0,176.55,17655");
  });

  test("names and memos of customers come harmless", async () => {
    const aging = await fileOf("ar-aging");
    expect(aging).toContain(`\n,,"'=HYPERLINK(""http://x"",""y"")",`);
    const range = { of: { accountId: await bookkeeping(w.a).accountOf("1000") }, from: null, to: asOf };
    let text = "";
    for await (const piece of generalLedgerCsv(await wholeLedger(scope(), range, 1))) text += piece;
    const lines = text.trim().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe(",,,Opening balance,,,,,0.00,0,0.00,0,0.00,0");
    expect(lines[3]).toContain(",'+cmd|' /C calc'!A0,manual,");
    expect(lines[4]).toBe("2026-11-18,,,Closing balance,,,,,0.00,0,0.00,0,-176.55,-17655");
  });

  test("opening, lines and closing of a ledger agree, whatever is posted while it is downloaded", async () => {
    const { entry, accountOf } = bookkeeping(w.b);
    const pay = (day: string, amount: number) =>
      entry(day, [
        ["1000", amount],
        ["3000", -amount],
      ]);
    for (const [day, amount] of [
      ["2026-09-30", 100_00],
      ["2026-10-05", 10_00],
      ["2026-10-05", 20_00],
      ["2026-10-20", 30_00],
    ] as const)
      await pay(day, amount);
    const asset: LedgerOf = { types: ["asset"] };
    for (const of of [{ accountId: await accountOf("1000") }, asset]) {
      const there = w.b.owner.scope();
      const range = { of, from: plainDate("2026-10-01"), to: plainDate("2026-10-31") };
      const before = await generalLedger(there, { ...range, after: null, before: null, limit: 50 });
      const { head, batches } = await wholeLedger(there, range, 1);
      const lines = [];
      for await (const batch of batches) {
        lines.push(...batch);
        // before the range, on the day that is read just now, before and behind it
        for (const day of ["2026-09-30", "2026-10-01", "2026-10-05", "2026-10-31"]) await pay(day, 7);
      }
      expect([head.openingCents, head.closingCents]).toEqual([before.openingCents, before.closingCents]);
      expect(lines).toEqual(before.lines);
      expect(lines.at(-1)?.balanceCents).toBe(head.closingCents);
      const after = await generalLedger(there, { ...range, after: null, before: null, limit: 50 });
      expect(after.openingCents).toBe(before.openingCents + 7 * lines.length);
    }
  });
});
