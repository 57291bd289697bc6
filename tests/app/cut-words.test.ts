import { expect, test } from "vitest";
import { cutWords } from "@/app/c/[company]/time/approvals/cut-words";

test("a list of approvals that was cut says so, a whole one is silent", () => {
  expect(cutWords(500, 1_234)).toContain("Showing the first 500 of 1,234 time entries.");
  expect(cutWords(500, 500)).toBeNull();
  // one was decided between the two counts
  expect(cutWords(500, 499)).toBeNull();
});
