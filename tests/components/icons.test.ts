import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { iconSheet } from "@/scripts/local/icon-sheet";
import { root } from "@/scripts/local/paths";

test("the sheet of icons holds each icon as lucide draws it: `npm run icons` makes it anew", () => {
  expect(readFileSync(join(root, "components/ui/icons.css"), "utf8")).toBe(iconSheet());
});
