import { expect, test } from "vitest";
import { sourceHref, sourceNoun, subjectHref } from "@/components/accounting/links";
import { newId } from "@/lib/kernel/ids";
import { sourceTypes } from "@/lib/ledger/posting";
import { settlementKinds } from "@/lib/payments/settlement";

test("whatever settles with a client leads from its entry to its own page, and so does its undoing", () => {
  const sourceId = newId("settlement");
  for (const kind of settlementKinds) {
    for (const sourceType of [kind, `${kind}_void`] as const) {
      expect(sourceHref("/c/x", { sourceType, sourceId })).toBe(`/c/x/credits/${sourceId}`);
    }
  }
  expect(subjectHref("/c/x", { type: "credit.granted", subjectId: sourceId })).toBe(`/c/x/credits/${sourceId}`);
});

test("only entries by hand have no page of their source", () => {
  const without = sourceTypes.filter((sourceType) => sourceHref("/c/x", { sourceType, sourceId: "id" }) === null);
  expect(without).toEqual(["manual"]);
});

test("the button names the kind of document, undone or not", () => {
  expect(sourceNoun("invoice_void")).toBe("invoice");
  expect(sourceNoun("payment")).toBe("payment");
  expect(sourceNoun("credit_note_void")).toBe("credit note");
  expect(sourceNoun("write_off_void")).toBe("write-off");
});
