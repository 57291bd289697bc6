import { and, lte, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import { addDays, type PlainDate, plainDate } from "@/lib/kernel/dates";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { generalLedger, type LedgerOf } from "@/lib/reports/general-ledger";
import { profitLoss } from "@/lib/reports/profit-loss";
import { trialBalance } from "@/lib/reports/trial-balance";
import { type World, world } from "../../world";
import { bookkeeping } from "./bookkeeping";

const codes = ["1000", "2100", "3000", "4000", "6000"];
const first = plainDate("2026-01-01");

describe("statements over random postings", () => {
  let w: World;
  const scope = () => w.a.owner.scope();

  beforeAll(async () => {
    w = await world();
    const [a, b] = [bookkeeping(w.a), bookkeeping(w.b)];
    const postings = fc.sample(
      fc.tuple(
        fc.nat(130),
        fc.shuffledSubarray(codes, { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 1, max: 500_000 }),
      ),
      { numRuns: 60, seed: 7 },
    );
    for (const [days, [debit = "", credit = ""], amount] of postings)
      await a.entry(addDays(first, days), [
        [debit, amount],
        [credit, -amount],
      ]);
    await b.entry("2026-02-03", [
      ["1000", 777_777],
      ["4000", -777_777],
    ]);
    const payer = await a.client("Payer");
    const paid = await a.invoice(payer, "2026-02-10", 120_000, { tax: "6.25" });
    await a.pay(paid, "2026-03-05", 50_000);
    await a.voidInvoice(await a.invoice(payer, "2026-01-31", 9_999), "2026-03-01");
  });

  test("the trial balance of any day is the sum of the lines to that day, and its sides are equal", async () => {
    for (const day of [
      "2025-12-31",
      "2026-01-01",
      "2026-01-31",
      "2026-02-14",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]) {
      const asOf = plainDate(day);
      const report = await trialBalance(scope(), { asOf });
      const sums = await linesUntil(asOf);
      expect(report.debitCents).toBe(report.creditCents);
      for (const line of report.lines) expect(line.debitCents - line.creditCents).toBe(sums.get(line.accountId) ?? 0);
    }
  });

  test("the balance sheet balances on each day, and its earnings are those of the profit and loss to that day", async () => {
    for (let day = plainDate("2026-01-01"); day < "2026-05-15"; day = addDays(day, 9)) {
      const sheet = await balanceSheet(scope(), [day]);
      const earned = await profitLoss(scope(), [{ from: null, to: day }]);
      expect(sheet.assets.totals).toEqual(sheet.liabilitiesAndEquity);
      expect(sheet.earnings).toEqual(earned.net);
    }
  });

  test("profit and loss of parts add up to that of the whole", async () => {
    const net = async (from: string, to: string) =>
      (await profitLoss(scope(), [{ from: plainDate(from), to: plainDate(to) }])).net[0] ?? 0;
    const parts =
      (await net("2026-01-01", "2026-01-16")) +
      (await net("2026-01-17", "2026-02-28")) +
      (await net("2026-03-01", "2026-05-31"));
    expect(parts).toBe(await net("2026-01-01", "2026-05-31"));
  });

  test("the opening balance of a ledger is the closing balance of the day before", async () => {
    const cash = await bookkeeping(w.a).accountOf("1000");
    for (const day of ["2026-01-01", "2026-01-15", "2026-02-01", "2026-03-01", "2026-03-17"]) {
      const from = plainDate(day);
      const after = await ledger({ accountId: cash }, from, plainDate("2026-12-31"));
      const before = await ledger({ accountId: cash }, null, addDays(from, -1));
      expect(after.openingCents).toBe(before.closingCents);
    }
  });

  test("pages of a ledger, forwards and backwards, are one run of lines with one running balance", async () => {
    const of = { accountId: await bookkeeping(w.a).accountOf("1000") };
    const range = { of, from: plainDate("2026-01-10"), to: plainDate("2026-05-31") };
    const whole = await generalLedger(scope(), { ...range, after: null, before: null, limit: 500 });
    expect(whole.lines.length).toBeGreaterThan(15);
    expect(whole.lines.at(-1)?.balanceCents).toBe(whole.closingCents);
    let balance: number = whole.openingCents;
    for (const line of whole.lines) {
      balance += line.amountCents;
      expect(line.balanceCents).toBe(balance);
    }

    const pages = [];
    for (let after: Cursor | null = null; ; ) {
      const page = await generalLedger(scope(), { ...range, after, before: null, limit: 6 });
      pages.push(page);
      if (!page.next) break;
      after = decode(page.next);
    }
    expect(pages.flatMap((page) => page.lines)).toEqual(whole.lines);

    const last = pages.at(-1);
    const backwards = await generalLedger(scope(), {
      ...range,
      after: null,
      before: decode(last?.previous ?? ""),
      limit: 6,
    });
    expect(backwards.lines).toEqual(pages.at(-2)?.lines);
    expect(backwards.next).not.toBeNull();
  });

  test("a made-up cursor starts the ledger at its beginning, and another company's account is not found", async () => {
    const of = { accountId: await bookkeeping(w.a).accountOf("1000") };
    const range = { of, from: null, to: plainDate("2026-05-31") };
    const start = await generalLedger(scope(), { ...range, after: null, before: null, limit: 5 });
    for (const after of [
      { value: "yesterday", id: "je_x.1" },
      { value: 7, id: "'" },
    ])
      expect((await generalLedger(scope(), { ...range, after, before: null, limit: 5 })).lines).toEqual(start.lines);
    const foreign = { ...range, of: { accountId: await bookkeeping(w.b).accountOf("1000") } };
    await expect(generalLedger(scope(), { ...foreign, after: null, before: null, limit: 5 })).rejects.toThrow(
      "does not exist",
    );
  });

  test("the first and the last day of the calendar do not break a statement", async () => {
    const range = { from: plainDate("1970-01-01"), to: plainDate("2199-12-31") };
    const report = await profitLoss(scope(), [range, { from: null, to: plainDate("2027-01-01") }]);
    expect(report.net[0]).toBe(report.net[1]);
    expect((await trialBalance(scope(), { asOf: range.from })).debitCents).toBe(0);
    expect((await balanceSheet(scope(), [range.to])).assets.totals).not.toEqual([0]);
  });

  function ledger(of: LedgerOf, from: PlainDate | null, to: PlainDate) {
    return generalLedger(scope(), { of, from, to, after: null, before: null, limit: 1_000 });
  }

  async function linesUntil(day: PlainDate): Promise<Map<string, number>> {
    const here = scope();
    const rows = await here.read((db) =>
      db
        .select({ id: journalLines.accountId, sum: sql<string>`sum(${journalLines.amountCents})` })
        .from(journalLines)
        .where(and(owned(here, journalLines), lte(journalLines.entryOn, day)))
        .groupBy(journalLines.accountId),
    );
    return new Map(rows.map((row) => [row.id, Number(row.sum)]));
  }
});

type Cursor = { value: string | number; id: string };

function decode(text: string): Cursor {
  const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  return { value, id };
}
