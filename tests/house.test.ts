import { describe, expect, test } from "vitest";
import { doorRules } from "./house/doors";
import { floorRules } from "./house/floors";
import { readTree, sourceOf } from "./house/source";
import { wordRules } from "./house/words";
import { writerRules } from "./house/writers";

/** The rules by which this product is built, held against its source. Each must also catch what was planted for it. */
const tree = readTree();

/** The tree with one file more, or with another text in its place. */
function planted(path: string, text: string) {
  return [...tree.filter((file) => file.path !== path), sourceOf(path, text)];
}

test("the tree was read", () => {
  const paths = tree.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["lib/ledger/post.ts", "middleware.ts", "app/layout.tsx", "db/client.ts"]),
  );
  expect(tree.find(({ path }) => path === "lib/ledger/post.ts")?.imports).toContainEqual({
    from: "lib/access/scope",
    names: ["Work"],
    typeOnly: true,
  });
});

test("comments are no code, and strings stay", () => {
  const { code } = sourceOf("x.ts", 'a; // process.env\n/* new\nDate() */ b("// no comment", `https://x/*y*/`);');
  expect(code.split("\n").map((line) => line.trim())).toEqual(["a;", "", 'b("// no comment", `https://x/*y*/`);']);
});

describe.each([...floorRules, ...doorRules, ...writerRules, ...wordRules])("$promise", ({ broken, plants }) => {
  const before = broken(tree);

  test("holds", () => expect(before).toEqual([]));

  test.each(plants.map((plant, n) => [plant[0], n + 1, plant[1]] as const))(
    "catches the plant in %s (%i)",
    (path, _, text) => {
      const found = broken(planted(path, text)).filter((place) => !before.includes(place));
      expect(found.length).toBeGreaterThan(0);
    },
  );
});
