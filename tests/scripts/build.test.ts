import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourcesFingerprint } from "@/scripts/local/build";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
  mkdirSync(join(folder, "app/invoices"), { recursive: true });
  writeFileSync(join(folder, "app/invoices/page.tsx"), "one");
  writeFileSync(join(folder, "next.config.ts"), "two");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the same sources have the same fingerprint, whatever else lies beside them", () => {
  const before = sourcesFingerprint(folder);
  mkdirSync(join(folder, "tests"));
  writeFileSync(join(folder, "tests/some.test.ts"), "no source of the build");
  expect(sourcesFingerprint(folder)).toBe(before);
});

test.each([
  ["a changed byte", () => writeFileSync(join(folder, "app/invoices/page.tsx"), "One")],
  ["a changed setting", () => writeFileSync(join(folder, "next.config.ts"), "three")],
  ["a new file", () => writeFileSync(join(folder, "app/empty.ts"), "")],
  ["a removed file", () => rmSync(join(folder, "next.config.ts"))],
  ["a moved file", () => renameSync(join(folder, "app/invoices"), join(folder, "app/bills"))],
])("%s changes the fingerprint", (_, change) => {
  const before = sourcesFingerprint(folder);
  change();
  expect(sourcesFingerprint(folder)).not.toBe(before);
});
