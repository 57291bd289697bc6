import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check, settings } from "@/lib/env";
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
    expect(check({ ...values, APP_DATABASE_URL: url })).toEqual(check({ APP_DATABASE_URL: url }));
  });

  test("holds no secret and no address of ours", () => {
    const filled = [...read(text)].filter(([, { value }]) => value !== "").map(([name]) => name);
    expect(filled).toEqual(["EZ360_PROFILE", "DATABASE_POOL_SIZE", "MAIL_FROM", "LOG_LEVEL"]);
  });
});

describe("the settings", () => {
  test("are in README's table as the schema says them", () => {
    expect(readFileSync("README.md", "utf8")).toContain(environmentTable());
    for (const name of names) expect(environmentTable()).toContain(`| \`${name}\` | ${settings[name].description} |`);
  });

  test("that are wrong are listed all at once, each by its name", () => {
    const wrong = { APP_DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: "short", LOG_LEVEL: "loud" };
    expect(() => check(wrong)).toThrow(/APP_DATABASE_URL[\s\S]*NEXTAUTH_SECRET[\s\S]*LOG_LEVEL/);
    expect(() => check({})).toThrow(/APP_DATABASE_URL/);
    expect(() => check({ APP_DATABASE_URL: url, DATABASE_POOL_SIZE: "0" })).toThrow(/DATABASE_POOL_SIZE/);
    expect(() => check({ APP_DATABASE_URL: url, MAIL_URL: "http://x" })).toThrow(/MAIL_URL/);
  });

  test("that are wrong never show what was set: an address may hold a password", () => {
    const secret = "mysql://user:hunter22@db/x";
    expect(() => check({ APP_DATABASE_URL: secret, NEXTAUTH_SECRET: "hunter22" })).toThrow(/^(?![\s\S]*hunter22)/);
  });

  test("that are empty are not set", () => {
    expect(check({ APP_DATABASE_URL: url, MAIL_URL: "", NEXTAUTH_SECRET: "" }).MAIL_URL).toBeUndefined();
  });

  test("run as production where nothing says otherwise: the guarded profile is the default", () => {
    expect(check({ APP_DATABASE_URL: url }).EZ360_PROFILE).toBe("production");
  });
});
