import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { decimalOfCents } from "@/lib/kernel/decimal-text";
import { newId } from "@/lib/kernel/ids";
import { fiscalYearOf } from "@/lib/ledger/fiscal-year";
import { listFiscalYears } from "@/lib/ledger/fiscal-years";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { trialBalance } from "@/lib/reports/trial-balance";
import { sql, verdict } from "../../db/roles";
import { bookByHand, newMonth } from "../../deeds";
import { booked, brokenInvariants, outcomes } from "../../evidence";
import { type World, world } from "../../world";
import { close, refused, reopen } from "./books";
import { closing, reopening } from "./turns";

let w: World;
beforeEach(async () => {
  w = await world();
});

const end = plainDate("2025-12-31");
const earn = (amount: string, day = "2025-06-30") => bookByHand(w.a.owner, "1000", "4000", amount, plainDate(day));
const spend = (amount: string, day = "2025-07-31") => bookByHand(w.a.owner, "6000", "1000", amount, plainDate(day));
const year = async () => (await listFiscalYears(w.a.owner.scope())).find((one) => one.endsOn === end);

test("a close brings income and expense to zero on the year's last day, and the net to retained earnings", async () => {
  await earn("700");
  await spend("250");
  await bookByHand(w.b.owner, "1000", "4000", "5", plainDate("2025-06-30"));
  expect(await year()).toMatchObject({ state: "open", incomeCents: 70_000, expenseCents: 25_000, netCents: 45_000 });
  await closing(w.a.admin, end);
  expect(await booked(w.a.owner, "closing", "2025-12-31-1")).toEqual([
    { code: "4000", amount: 70_000 },
    { code: "6000", amount: -25_000 },
    { code: "3900", amount: -45_000 },
  ]);
  expect(await year()).toMatchObject({ state: "closed", incomeCents: 70_000, netCents: 45_000, postedSince: 0 });
  expect(await brokenInvariants(w.a.owner)).toEqual([]);
  const theirs = await listFiscalYears(w.b.owner.scope());
  expect(theirs.find((one) => one.endsOn === end)?.state).toBe("open");
});

test("a reopening takes the closing entry back: every balance is as it was, and the year can be closed anew", async () => {
  await earn("700");
  const before = await trialBalance(w.a.owner.scope(), { asOf: end });
  await closing(w.a.admin, end);
  await reopening(w.a.owner, end);
  expect(await trialBalance(w.a.owner.scope(), { asOf: end })).toEqual(before);
  expect(await year()).toMatchObject({ state: "taken_back" });
  await closing(w.a.admin, end);
  expect(await year()).toMatchObject({ state: "closed", netCents: 70_000 });
  expect(await brokenInvariants(w.a.owner)).toEqual([]);
});

test("what is posted into a closed year is seen, and closing again takes it in", async () => {
  await earn("700");
  await closing(w.a.admin, end);
  await spend("50", "2025-12-30");
  await bookByHand(w.a.owner, "1000", "3000", "9", plainDate("2025-12-30"));
  expect(await year()).toMatchObject({ state: "closed", postedSince: 1 });
  await closing(w.a.admin, end);
  expect(await year()).toMatchObject({ state: "closed", postedSince: 0, netCents: 65_000 });
  const sheet = await balanceSheet(w.a.owner.scope(), [end]);
  expect(sheet.earnings).toEqual([0]);
  expect(sheet.equity.lines.find((line) => line.code === "3900")?.amounts).toEqual([65_000]);
  expect(await brokenInvariants(w.a.owner)).toEqual([]);
});

test("a year that runs, is empty, is closed already or lies in a closed period is refused, and nothing is left behind", async () => {
  const code = async (deed: () => Promise<unknown>) => (await refused(w.a.owner, deed)).code;
  expect(await code(() => closing(w.a.admin, plainDate("2026-12-31")))).toBe("year_running");
  expect(await code(() => closing(w.a.admin, end))).toBe("year_empty");
  expect(await code(() => closing(w.a.admin, plainDate("2025-12-30")))).toBe("not_found");
  expect(await code(() => reopening(w.a.owner, end))).toBe("year_not_closed");
  await earn("700");
  const december = await newMonth(w.a.owner, "2025-12");
  await close(w.a.owner, december);
  expect(await refused(w.a.owner, () => closing(w.a.admin, end))).toMatchObject({
    code: "year_in_closed_period",
    message: expect.stringContaining("December 2025 is closed"),
  });
  await reopen(w.a.owner, december);
  await closing(w.a.admin, end);
  expect(await code(() => closing(w.a.admin, end))).toBe("year_closed");
  expect(await code(() => closing(w.a.admin, plainDate("2025-06-30")))).toBe("year_overlaps");
  await close(w.a.owner, december);
  expect(await code(() => reopening(w.a.owner, end))).toBe("year_in_closed_period");
});

test("of two admins who close at one instant, one does", async () => {
  await earn("700");
  const both = [closing(w.a.admin, end), closing(w.a.owner, end)];
  expect(await outcomes(both)).toEqual(["done", "year_closed"]);
});

test("the database refuses a closing entry that leaves income, and a second one", async () => {
  await earn("700");
  const company = w.a.owner.seat.company.id;
  const post = (
    amount: number,
  ) => sql`select post_entry(${company}, ${newId("journalEntry")}, ${end}, 'x', 'closing', ${newId("journalEntry")},
    null, null, ${[null, null]}::text[], ${["revenue", "retained_earnings"]}::text[], ${[amount, -amount]}::bigint[],
    ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[])`;
  expect(await verdict("app", company, [post(70_000)])).toBeNull();
  expect(await verdict("app", company, [post(69_999)])).toBe("EZ009");
  await closing(w.a.admin, end);
  expect(await verdict("app", company, [post(1)])).toBe("EZ009");
});

test("fiscal years begin in the company's month and have twelve of them", () => {
  expect(fiscalYearOf(plainDate("2026-06-30"), 7)).toEqual({
    ...{ name: "2025–26", startsOn: "2025-07-01", endsOn: "2026-06-30" },
  });
  expect(fiscalYearOf(plainDate("2026-07-01"), 7).startsOn).toBe("2026-07-01");
  expect(fiscalYearOf(plainDate("2024-02-29"), 3).endsOn).toBe("2024-02-29");
  expect(fiscalYearOf(plainDate("2026-01-01"), 1).name).toBe("2026");
});

/** Quality E.a 8: what closes a year opens the next, account by account, and assets equal liabilities and equity. */
test("whatever was booked, close(n) = open(n + 1), and retained earnings are the net of the closed years", async () => {
  const entry = fc.record({
    pair: fc.constantFrom(["1000", "4000"], ["6000", "1000"], ["6100", "1000"], ["1000", "3000"], ["1000", "2100"]),
    cents: fc.integer({ min: 1, max: 5_000_000 }),
    day: fc.nat({ max: 730 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 3, maxLength: 8 }), async (entries) => {
      const { a } = await world();
      for (const one of entries) {
        const day = addDays(plainDate("2024-01-01"), one.day);
        await bookByHand(a.owner, one.pair[0] as string, one.pair[1] as string, decimalOfCents(one.cents), day);
      }
      const years = (await listFiscalYears(a.owner.scope())).filter((one) => one.state === "open");
      const before = await balanceSheet(a.owner.scope(), [end]);
      for (const one of years.toReversed()) await closing(a.admin, one.endsOn).catch(refusedAs("year_empty"));
      const after = await balanceSheet(a.owner.scope(), [end]);
      expect(after.assets).toEqual(before.assets);
      expect(after.liabilitiesAndEquity).toEqual(before.liabilitiesAndEquity);
      expect(after.earnings).toEqual([0]);
      const net = years.reduce((sum, one) => sum + one.netCents, 0);
      expect(after.equity.lines.find((line) => line.code === "3900")?.amounts[0] ?? 0).toBe(net);
      const [closed, opened] = await Promise.all(
        [end, plainDate("2026-01-01")].map((asOf) => trialBalance(a.owner.scope(), { asOf })),
      );
      expect(opened?.lines).toEqual(closed?.lines);
      expect(await brokenInvariants(a.owner)).toEqual([]);
    }),
    { numRuns: 6 },
  );
}, 120_000);

function refusedAs(code: string) {
  return (error: unknown) => expect(error).toMatchObject({ code });
}
