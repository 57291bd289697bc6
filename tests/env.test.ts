import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { check, SettingsError, settings } from "@/lib/env";
import { environmentTable } from "../scripts/env-table";

const url = "postgres://ez360_web@127.0.0.1/ez360";
const names = Object.keys(settings) as (keyof typeof settings)[];

/** A file of settings as name → the comment above it and the value. */
function read(text: string): Map<string, { comment: string; value: string }> {
  const found = [...text.matchAll(/^# (.*)\n([A-Z][A-Z0-9_]*)=(.*)$/gm)];
  return new Map(
    found.map(([, comment = "", name = "", value = ""]) => [name, { comment, value: value.replace(/^"(.*)"$/, "$1") }]),
  );
}

/** Which settings an example leaves out, invents, or explains in other words than the schema. */
function differences(text: string): string[] {
  const example = read(text);
  return [
    ...names.filter((name) => !example.has(name)).map((name) => `${name} is missing`),
    ...[...example.keys()]
      .filter((name) => !names.includes(name as (typeof names)[number]))
      .map((name) => `${name} is unknown`),
    ...names
      .filter((name) => example.has(name) && example.get(name)?.comment !== settings[name].description)
      .map((name) => `${name} is explained otherwise`),
  ];
}

describe(".env.example", () => {
  const text = readFileSync(".env.example", "utf8");

  test("has every setting and no other, each with the words of the schema above it", () => {
    expect(differences(text)).toEqual([]);
    expect(text.match(/^[A-Z]\w*=/gm)).toHaveLength(names.length);
  });

  test("… and a setting that is left out, renamed or explained otherwise is named", () => {
    expect(differences(text.replace(/^LOG_LEVEL=.*$/m, ""))).toEqual(["LOG_LEVEL is missing"]);
    expect(differences(text.replace("MAIL_URL=", "SMTP_URL="))).toEqual(["MAIL_URL is missing", "SMTP_URL is unknown"]);
    expect(differences(text.replace("Sender of", "Who sends"))).toEqual(["MAIL_FROM is explained otherwise"]);
  });

  test("shows the defaults, so that a copy of it with the addresses filled in changes nothing", () => {
    const values = Object.fromEntries([...read(text)].map(([name, { value }]) => [name, value]));
    const own = { EZ360_PROFILE: "demo", APP_DATABASE_URL: url };
    expect(check({ ...values, ...own })).toEqual(check(own));
  });

  test("holds no secret and no address of ours", () => {
    const filled = [...read(text)].filter(([, { value }]) => value !== "").map(([name]) => name);
    const plain = ["DATABASE_POOL_SIZE", "TRUSTED_PROXY_HOPS", "CSP_REPORT_ONLY", "MAIL_FROM", "LOG_LEVEL"];
    expect(filled).toEqual(["EZ360_PROFILE", ...plain]);
  });
});

const demo = { EZ360_PROFILE: "demo", APP_DATABASE_URL: url };

describe("the settings", () => {
  test("are in README's table as the schema says them", () => {
    expect(readFileSync("README.md", "utf8")).toContain(environmentTable());
    for (const name of names) expect(environmentTable()).toContain(`| \`${name}\` | ${settings[name].description} |`);
  });

  test("that are wrong are listed all at once, each by its name", () => {
    const wrong = { APP_DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: "short", LOG_LEVEL: "loud" };
    expect(() => check(wrong)).toThrow(/APP_DATABASE_URL[\s\S]*NEXTAUTH_SECRET[\s\S]*LOG_LEVEL/);
    expect(() => check({})).toThrow(/APP_DATABASE_URL/);
    expect(() => check({ ...demo, DATABASE_POOL_SIZE: "0" })).toThrow(/DATABASE_POOL_SIZE/);
    expect(() => check({ ...demo, MAIL_URL: "http://x" })).toThrow(/MAIL_URL/);
    for (const hops of ["-1", "11", "1.5", "two"]) {
      expect(() => check({ ...demo, TRUSTED_PROXY_HOPS: hops })).toThrow(/TRUSTED_PROXY_HOPS/);
    }
    expect(() => check({ ...demo, CSP_REPORT_ONLY: "yes" })).toThrow(/CSP_REPORT_ONLY/);
  });

  test("that are wrong never show what was set: an address may hold a password", () => {
    const secret = "mysql://user:hunter22@db/x";
    expect(() => check({ APP_DATABASE_URL: secret, NEXTAUTH_SECRET: "hunter22" })).toThrow(/^(?![\s\S]*hunter22)/);
  });

  test("that are empty are not set", () => {
    expect(check({ ...demo, MAIL_URL: "", NEXTAUTH_SECRET: "" }).MAIL_URL).toBeUndefined();
  });

  test("demo, development and tests need none of what production does", () => {
    for (const profile of ["demo", "development", "test"]) {
      expect(check({ EZ360_PROFILE: profile, APP_DATABASE_URL: url }).EZ360_PROFILE).toBe(profile);
    }
  });
});

const key = "kTb0s8m2JwC9Qx5fVvA1hN7rYpE3LzUd6GiRoWqXtM4=";

describe("the keys", () => {
  test("are read in their order: the first seals", () => {
    const { ENCRYPTION_KEYS: keys } = check({ ...demo, ENCRYPTION_KEYS: `b2:${key},a:${"A".repeat(43)}=` });
    expect(keys?.map(({ id, key: { length } }) => [id, length])).toEqual([
      ["b2", 32],
      ["a", 32],
    ]);
    expect(keys?.[0]?.key.toString("base64")).toBe(key);
  });

  test.each([
    ["no id", key],
    ["an id that is none", `K1:${key}`],
    ["an id that is too long", `${"k".repeat(17)}:${key}`],
    ["too few bytes", `k1:${Buffer.alloc(16, 7).toString("base64")}`],
    ["too many bytes", `k1:${Buffer.alloc(48, 7).toString("base64")}`],
    ["two of one id", `k1:${key},k1:${key}`],
    ["an empty one", `k1:${key},`],
    ["nothing but a word", "__proto__"],
  ])("with %s are refused", (_, keys) => {
    expect(() => check({ ...demo, ENCRYPTION_KEYS: keys })).toThrow(/ENCRYPTION_KEYS/);
    expect(() => check({ ...demo, ENCRYPTION_KEYS: keys })).not.toThrow(keys);
  });
});

describe("production", () => {
  const whole = {
    APP_DATABASE_URL: url,
    DATABASE_URL: "postgres://ez360_owner@127.0.0.1/ez360",
    NEXTAUTH_URL: "https://books.alder.example",
    NEXTAUTH_SECRET: "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVaE",
    ENCRYPTION_KEYS: `k1:${key}`,
  };
  const refusal = (changed: Record<string, string | undefined>) => {
    try {
      check({ ...whole, ...changed });
      return null;
    } catch (error) {
      return error instanceof SettingsError ? error.message : error;
    }
  };

  test("is the profile where nothing says otherwise, and starts with all it needs; mail may wait", () => {
    expect(check(whole).EZ360_PROFILE).toBe("production");
    expect(check(whole)).not.toHaveProperty("MAIL_URL");
  });

  test("lists at once all that keeps it from starting, beside what is wrong everywhere", () => {
    const nothing = refusal({ ...Object.fromEntries(Object.keys(whole).map((name) => [name, undefined])) });
    for (const name of ["APP_DATABASE_URL", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "ENCRYPTION_KEYS"]) {
      expect(nothing).toContain(`  ${name}: `);
    }
  });

  test.each([
    ["none", undefined],
    ["a short one", "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVa"],
    ["one character", "x".repeat(64)],
    ["few characters", "0110100110010110".repeat(4)],
    ["a text that repeats itself", "Zp3v9QkXw7LrT2mBZp3v9QkXw7LrT2mB"],
    ["a repeated text that is cut off", "Zp3v9QkXw7LrZp3v9QkXw7LrZp3v9QkX"],
    ["that of an example", "please-change-me-to-something-random-42"],
    ["a word for itself", "my very own and quite long Secret 7391"],
    ["example", "Zp3v9QkXw7LrT2mB8sYfH4cJexample6"],
  ])("refuses to sign cookies with %s", (_, secret) => {
    expect(refusal({ NEXTAUTH_SECRET: secret })).toMatch(
      /^Settings are missing or wrong:\n {2}NEXTAUTH_SECRET: [^\n]+$/,
    );
    expect(refusal({ NEXTAUTH_SECRET: secret })).not.toContain(secret ?? "?");
  });

  test.each(["http://books.alder.example", "http://localhost:3000", "http://127.0.0.1", undefined])(
    "refuses to be reached at %s",
    (address) => {
      expect(refusal({ NEXTAUTH_URL: address })).toMatch(/^Settings are missing or wrong:\n {2}NEXTAUTH_URL: [^\n]+$/);
    },
  );

  test.each([
    ["none", undefined],
    ["zeros", `k1:${Buffer.alloc(32).toString("base64")}`],
    ["one byte", `k1:${Buffer.alloc(32, 0xab).toString("base64")}`],
    ["zeros behind a good one", `k1:${key},k0:${Buffer.alloc(32).toString("base64")}`],
  ])("refuses to seal with %s", (_, keys) => {
    expect(refusal({ ENCRYPTION_KEYS: keys })).toMatch(/^Settings are missing or wrong:\n {2}ENCRYPTION_KEYS: [^\n]+$/);
  });

  test("refuses to serve as the role that owns the tables, under whatever address", () => {
    const other = "postgresql://ez360%5Fweb:hunter22@elsewhere:5433/books";
    expect(refusal({ DATABASE_URL: other })).toMatch(/APP_DATABASE_URL: The application may not be the owner/);
    expect(refusal({ DATABASE_URL: other })).not.toContain("hunter22");
    expect(refusal({ DATABASE_URL: undefined })).toBeNull();
  });
});

describe("a tool", () => {
  test("needs the database alone, where a server would refuse; what it was given must still be right", async () => {
    const before = { ...process.env };
    const fresh = async () => {
      vi.resetModules();
      return import("@/lib/env");
    };
    try {
      process.env.EZ360_PROFILE = "production";
      const server = await fresh();
      expect(() => server.env()).toThrow(/NEXTAUTH_URL/);
      const tool = await fresh();
      tool.startAsTool();
      expect(tool.env().EZ360_PROFILE).toBe("production");
      process.env.APP_DATABASE_URL = "mysql://x";
      const wrong = await fresh();
      expect(() => wrong.startAsTool()).toThrow(/APP_DATABASE_URL/);
    } finally {
      process.env = before;
    }
  });
});
