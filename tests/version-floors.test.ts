import { describe, expect, test } from "vitest";
import manifest from "@/package.json";
import lock from "@/package-lock.json";
import { versionFloors } from "./version-floors";

/** `npm audit` needs a registry that answers; these floors hold without one, and say why. */
type Packages = Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
const packages: Packages = lock.packages;

/** Each copy of the package in the tree, wherever it was put: `path version`. */
function below(tree: Packages, floors: typeof versionFloors): string[] {
  return Object.entries(tree).flatMap(([path, { version = "" }]) => {
    const name = path.split("node_modules/").at(-1) ?? "";
    const known = Object.hasOwn(floors, name) ? floors[name] : undefined;
    return known && isLower(version, known.floor) ? [`${path} ${version}: ${known.since}`] : [];
  });
}

/** A release candidate comes before its release. */
function isLower(version: string, floor: string): boolean {
  const [mine, least] = [version, floor].map((one) => one.split(/[.-]/, 3).map(Number));
  const differing = [0, 1, 2].find((i) => mine?.[i] !== least?.[i]);
  if (differing === undefined) return version.includes("-") && !floor.includes("-");
  return (mine?.[differing] ?? 0) < (least?.[differing] ?? 0);
}

const loose = (wanted: Record<string, unknown>): string[] =>
  Object.entries(wanted).flatMap(([name, version]) => {
    if (typeof version === "object" && version !== null) return loose(version as Record<string, unknown>);
    return /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(String(version)) ? [] : [`${name} ${version}`];
  });

describe("the versions", () => {
  test("that meet hostile bytes, secrets or the database are not below their floor, in any copy", () => {
    expect(below(packages, versionFloors)).toEqual([]);
  });

  test("… and a lower one is named with the reason, also deep in the tree", () => {
    const planted: Packages = {
      "node_modules/next": { version: "16.4.4" },
      "node_modules/x/node_modules/pg": { version: "8.9.2" },
      "node_modules/zod": { version: "4.6.7-beta.1" },
      "node_modules/react": { version: "19.10.0" },
      "node_modules/nodemailer": { version: "11.0.0" },
    };
    expect(below(planted, versionFloors)).toEqual([
      expect.stringMatching(/^node_modules\/next 16\.4\.4: 2026-11-03/),
      expect.stringMatching(/^node_modules\/x\/node_modules\/pg 8\.9\.2: /),
      expect.stringMatching(/^node_modules\/zod 4\.6\.7-beta\.1: /),
    ]);
  });

  test("that have a floor are all in the tree: a floor for what is gone would guard nothing", () => {
    expect(Object.keys(versionFloors).filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
  });

  test("are pinned exactly, and so are those that the packages of others are held to", () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    for (const wanted of [dependencies, devDependencies, optionalDependencies, overrides]) {
      expect(loose(wanted)).toEqual([]);
    }
    const planted = { a: "^1.2.3", b: "1.2", c: "latest", d: "1.2.3", e: { f: "~1.0.0" }, g: "1.0.0-beta.2", h: "*" };
    expect(loose(planted)).toEqual(["a ^1.2.3", "b 1.2", "c latest", "f ~1.0.0", "h *"]);
  });

  test("are those of the lock, each with its checksum and none fetched in the clear", () => {
    const roots = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(roots.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
    const unproved = Object.entries(packages).filter(
      ([path, { integrity, resolved }]) =>
        (path !== "" && !integrity?.startsWith("sha512-")) || (resolved && !resolved.startsWith("https://")),
    );
    expect(unproved.map(([path]) => path)).toEqual([]);
  });
});
