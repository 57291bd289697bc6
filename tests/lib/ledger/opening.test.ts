import { beforeEach, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { usualOpeningDay } from "@/lib/ledger/opening";
import { readOpeningCsv } from "@/lib/ledger/opening-csv";
import { askedReport } from "@/lib/reports/ask";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import { trialBalanceReport } from "@/lib/reports/trial-balance";
import { sql, verdict } from "../../db/roles";
import { bookByHand, issued, line, newClient, newMonth } from "../../deeds";
import { brokenInvariants, outcomes } from "../../evidence";
import { type World, world } from "../../world";
import { balances, close, refused } from "./books";
import { opening, openingOf, takingBack } from "./turns";

let w: World;
beforeEach(async () => {
  w = await world();
});

const day = plainDate("2026-06-30");
const openInvoice = async () =>
  issued(w.a.manager, await newClient(w.a.manager), { issuedOn: plainDate("2026-06-10"), lines: [line("500")] });

test("the books say on the day what was stated; accounts of documents are compared, not posted", async () => {
  await openInvoice();
  await opening(w.a.admin, { "1000": "1000", "1100": "500", "3000": "-1500" }, day);
  expect(await balances(w.a.owner)).toEqual({ "1000": 100_000, "1100": 50_000, "3000": -150_000 });
  expect(await balances(w.b.owner)).toEqual({});
  expect(await brokenInvariants(w.a.owner)).toEqual([]);
});

test("taken back, every balance is as before, and others can be entered", async () => {
  await openInvoice();
  const before = await balances(w.a.owner);
  await opening(w.a.admin, { "1000": "1000", "1100": "500", "3000": "-1500" }, day);
  await takingBack(w.a.admin);
  expect(await balances(w.a.owner)).toEqual(before);
  await opening(w.a.admin, { "1000": "20", "1100": "500", "3000": "-520" }, day);
  expect(await balances(w.a.owner)).toEqual({ "1000": 2_000, "1100": 50_000, "3000": -52_000 });
});

test("what does not balance, differs from its documents, stands already or says nothing new is refused with the amount", async () => {
  await openInvoice();
  const answer = (balances: Record<string, string>) => refused(w.a.owner, () => opening(w.a.admin, balances, day));
  expect(await answer({ "1000": "100", "3000": "-99.99" })).toMatchObject({
    code: "opening_unbalanced",
    fields: { lines: expect.stringContaining("$0.01") },
  });
  expect(await answer({ "1000": "100", "1100": "480", "3000": "-580" })).toMatchObject({
    code: "opening_control",
    message: expect.stringMatching(/1100 Accounts Receivable.*\$500\.00.*\$20\.00 off/),
  });
  expect(await answer({ "1100": "500", "4000": "-500" })).toMatchObject({ code: "opening_empty" });
  expect((await refused(w.a.owner, () => takingBack(w.a.admin))).code).toBe("opening_none");
  await opening(w.a.admin, { "1000": "1000", "1100": "500", "3000": "-1500" }, day);
  expect(await answer({ "1000": "1", "1100": "500", "3000": "-501" })).toMatchObject({ code: "opening_stands" });
});

test("the usual day is the last before the fiscal year in which the books begin; openings that were taken back count for nothing", async () => {
  const usual = () => usualOpeningDay(w.a.owner.scope());
  expect(await usual()).toBe("2025-12-31");
  await opening(w.a.admin, { "1000": "1000", "3000": "-1000" }, plainDate("2024-12-31"));
  await takingBack(w.a.admin);
  await bookByHand(w.b.owner, "1000", "4000", "5", plainDate("2020-06-30"));
  expect(await usual()).toBe("2025-12-31");
  await bookByHand(w.a.owner, "1000", "3000", "5", plainDate("2025-06-30"));
  expect(await usual()).toBe("2024-12-31");
});

test("of two who enter balances at one instant, one does", async () => {
  const both = [w.a.admin, w.a.owner].map((desk) => opening(desk, { "1000": "1", "3000": "-1" }, day));
  expect(await outcomes(both)).toEqual(["done", "opening_stands"]);
});

test("an account of another company is not found, and a closed day refuses", async () => {
  const theirs = await openingOf(w.b.owner, { "1000": "1", "3000": "-1" }, day);
  const { postOpening } = await import("@/lib/ledger/post-opening");
  expect((await refused(w.a.owner, () => w.a.admin.work((work) => postOpening(work, theirs)))).code).toBe("not_found");
  await close(w.a.owner, await newMonth(w.a.owner, "2026-06"));
  const late = () => opening(w.a.admin, { "1000": "1", "3000": "-1" }, day);
  expect((await refused(w.a.owner, late)).code).toBe("period_closed");
});

test("the database refuses a second opening, and one on a control account", async () => {
  const company = w.a.owner.seat.company.id;
  const post = (
    role: string,
  ) => sql`select post_entry(${company}, ${newId("journalEntry")}, ${day}, 'x', 'opening', ${newId("journalEntry")},
    null, null, ${[null, null]}::text[], ${["cash", role]}::text[], ${[1, -1]}::bigint[],
    ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[])`;
  expect(await verdict("app", company, [post("equity")])).toBeNull();
  expect(await verdict("app", company, [post("customer_deposit")])).toBe("EZ005");
  expect(await verdict("app", company, [post("equity"), post("equity")])).toBe("EZ009");
});

test("our own trial balance, exported, is read back; so is one with semicolons or tabs, and a slip is named", async () => {
  await opening(w.a.admin, { "1000": "1234.56", "3000": "-1234.56" }, day);
  const sheet = await trialBalanceReport.make(w.a.owner.scope(), askedReport(trialBalanceReport.asks, {}, day));
  const { rows, troubles } = readOpeningCsv(sheetCsv(sheet));
  expect(troubles).toEqual([]);
  expect(rows.filter((row) => row.debit || row.credit)).toEqual([
    { code: "1000", debit: "1234.56", credit: "" },
    { code: "3000", debit: "", credit: "1234.56" },
  ]);
  expect(readOpeningCsv('Code;Name;Debit;Credit\n1000;"Cash; main";"1,000.00";').rows).toEqual([
    { code: "1000", debit: "1000.00", credit: "" },
  ]);
  expect(readOpeningCsv("debit\tcredit\tcode\nx\t\t1000").troubles).toEqual([
    "1000: “x” is no amount of zero or more.",
  ]);
  expect(readOpeningCsv("a,b\n1,2").troubles).toHaveLength(1);
});
