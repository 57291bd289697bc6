import { expect, test } from "vitest";
import {
  balancing,
  type GridLine,
  placesOf,
  sentLines,
  totalsOf,
} from "@/app/c/[company]/accounting/journal/new/grid-lines";

const line = (debit: string, credit: string, accountId = "acc_1"): GridLine => ({ accountId, debit, credit, memo: "" });
const blank: GridLine = { accountId: "", debit: " ", credit: "", memo: "" };

test("blank lines are not sent, and the others keep their places among those that are", () => {
  const lines = [line("5", ""), blank, line("", "5"), blank];
  expect(JSON.parse(sentLines(lines))).toEqual([lines[0], lines[2]]);
  expect(placesOf(lines)).toEqual([0, null, 1, null]);
});

test("the running sums take what people type, and what can't be read counts as zero", () => {
  expect(totalsOf([line("$1,000.10", ""), line("", "999.05"), line("x", "1.005"), blank])).toEqual({
    debitCents: 100_010,
    creditCents: 99_905,
    differenceCents: 105,
  });
});

test("a line is filled with what balances all others, on the side where it is missing", () => {
  expect(balancing([line("100", ""), line("", "60"), blank], 2)).toEqual({ debit: "", credit: "40.00" });
  expect(balancing([line("", "7.5"), line("99", "")], 1)).toEqual({ debit: "7.50", credit: "" });
  expect(balancing([line("5", ""), line("", "5"), blank], 2)).toEqual({ debit: "", credit: "" });
});
