import { expect, test } from "vitest";
import { excessIn } from "@/app/c/[company]/payments/new/excess-field";
import { factRows } from "@/app/c/[company]/settings/audit/fact-rows";
import { Refusal } from "@/lib/kernel/refusal";

test("the facts of an event are told as people read them", () => {
  expect(
    factRows({
      totalCents: { before: 1_000, after: 123_456 },
      dueOn: { before: null, after: "2026-11-30" },
      isBillable: true,
      durationMinutes: 95,
      seal: { entries: 1_234, postedCents: -5 },
      checklist: [{ title: "Drafts", count: 0 }],
      memberIds: [],
      note: "",
    }),
  ).toEqual([
    { label: "Total", before: "$10.00", after: "$1,234.56" },
    { label: "Due on", before: "–", after: "Nov 30, 2026" },
    { label: "Is billable", before: null, after: "Yes" },
    { label: "Duration", before: null, after: "1:35" },
    { label: "Seal: entries", before: null, after: "1,234" },
    { label: "Seal: posted", before: null, after: "−$0.05" },
    { label: "Checklist 1", before: null, after: "Drafts · 0" },
    { label: "Member ids", before: null, after: "–" },
    { label: "Note", before: null, after: "–" },
  ]);
});

test("the confirmation names the excess that the refusal names", () => {
  const refusal = new Refusal("overpayment_unconfirmed", { amount: "$9,120.00", open: "$100.00", excess: "$9,020.00" });
  expect(excessIn(refusal.message)).toBe("$9,020.00");
  expect(excessIn("Something else.")).toBeNull();
});
