import { expect, test } from "vitest";
import { isolate } from "@/lib/kernel/isolate";

test("a name is set apart by a first-strong isolate and its end, and is itself unchanged", () => {
  expect(isolate("عميل")).toBe("\u2068عميل\u2069");
});
