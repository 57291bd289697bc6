import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { events } from "@/db/schema";
import { plainDate } from "@/lib/kernel/dates";
import { trialBalance } from "@/lib/reports/trial-balance";
import { reportNames } from "@/scripts/ez360/report";
import { ez360 as command } from "@/scripts/ez360/run";
import { setting } from "@/scripts/local/environment";
import { root } from "@/scripts/local/paths";
import { Trouble } from "@/scripts/local/trouble";
import { committed } from "../lib/reconciliation/plant";
import { bookkeeping } from "../lib/reports/bookkeeping";
import { type World, world } from "../world";

type Answer = { code: number; out: string; err: string };

const folder = mkdtempSync(join(tmpdir(), "ez360-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In this process, as the script runs it; what it says is caught. */
async function ez360(words: string[]): Promise<Answer> {
  const [out, err] = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  for (const spy of [out, err]) spy.mockReturnValue(true);
  const said = (spy: typeof out) => spy.mock.calls.map(([text]) => String(text)).join("");
  try {
    const code = await command(words).catch((error) => {
      if (!(error instanceof Trouble)) throw error;
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    });
    return { code, out: said(out), err: said(err) };
  } finally {
    vi.restoreAllMocks();
  }
}

function run(file: string, ...args: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(file, args, (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) || -1 : 0, out, err }));
  });
}

const hasHledger = (await run("hledger", "--version")).code === 0;

/** Names and memos in which a plain-text journal sees what was not meant. */
const nasty = ["a;b", "two  spaces", "date:2026-01-01 [2026-02-02]", "(code) * x | y", "=1+1", "tab\tand\nline"];

describe("the operator's command line", () => {
  let w: World;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    w = await world();
    const books = bookkeeping(w.a);
    const client = await books.client("Alder; Pike: & Co  [2026-01-01]");
    await books.pay(await books.invoice(client, "2026-10-01", 120_050, { tax: "6.25" }), "2026-10-10", 50_000);
    for (const [i, memo] of nasty.entries())
      await books.entry(
        `2026-09-0${i + 1}`,
        [
          ["6000", 100 + i],
          ["1000", -100 - i],
        ],
        memo,
      );
    await bookkeeping(w.b).entry("2026-09-01", [
      ["1000", 5],
      ["3000", -5],
    ]);
  });

  test("what it does not understand is answered with its usage and exit 2", async () => {
    for (const words of [
      ["frobnicate"],
      ["companies", "--frob"],
      ["companies", "--json"],
      ["verify-books", "everything"],
      ["export", "payroll"],
      ["report"],
      ["report", "trial-balance", "--company", w.a.slug, "--as-of", "2026-02-30", "--out", at("x.csv")],
      ["export", "journal", "--company", w.a.slug, "--format", "pdf", "--out", at("x.pdf")],
      ["export", "journal", "--format", "csv", "--out", at("x.csv")],
      ["subscription"],
      ["subscription", "--company", w.a.slug, "--plan", "gold"],
      ["subscription", "--company", w.a.slug, "--status", "free"],
      ["subscription", "--company", w.a.slug, "--extra-seats=-1"],
      ["subscription", "--company", w.a.slug, "--trial-ends", "soon"],
      ["subscription", "--company", w.a.slug, "--comp-until", "soon", "--reason", "x"],
      ["subscription", "--company", w.a.slug, "--comp-until", "forever"],
      ["subscription", "--company", w.a.slug, "--suspend"],
      ["subscription", "--company", w.a.slug, "--suspend", "--reactivate", "--reason", "x"],
      ["subscription", "--company", w.a.slug, "--plan", "starter", "--reason", "x"],
    ]) {
      const { code, err, out } = await ez360(words);
      expect([words.join(" "), code, out]).toEqual([words.join(" "), 2, ""]);
      expect(err).toMatch(/^[^\n]+\.\n\nUsage: npm run ez360/);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("as a program it exits with the code of its command", async () => {
    const script = ["--import=tsx", "--conditions=react-server", join(root, "scripts/ez360.ts")];
    expect(await run(process.execPath, ...script, "frobnicate")).toMatchObject({ code: 2, out: "" });
  }, 60_000);

  test("help is printed, and the companies are listed", async () => {
    expect(await ez360(["help"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("verify-books [--company SLUG]"),
    });
    const { code, out } = await ez360(["companies"]);
    expect(code).toBe(0);
    expect(out).toContain(`${w.a.slug}  Alpha Survey\n`);
    expect(out).toContain(`${w.b.slug}  Beta Design\n`);
  });

  test("without settings it takes those of the demo's data folder, or says what is missing", async () => {
    const url = setting("APP_DATABASE_URL");
    vi.stubEnv("APP_DATABASE_URL", undefined);
    const missing = await ez360(["companies", "--data", at("nowhere")]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/^No database is named: [^\n]+\.\n$/) });
    writeFileSync(at("demo.json"), JSON.stringify({ appDatabaseUrl: url }));
    expect(await ez360(["companies", "--data", folder])).toMatchObject({ code: 0 });
    expect(setting("APP_DATABASE_URL")).toBe(url);
    vi.unstubAllEnvs();
    rmSync(at("demo.json"));
  });

  test("a company that is not there, or a folder, is one sentence and exit 1", async () => {
    const strange = await ez360(["verify-books", "--company", "nobody"]);
    expect(strange).toMatchObject({ code: 1, err: "There is no company nobody. The command companies lists them.\n" });
    const nowhere = ["--as-of", "2026-10-31", "--out", at("no/where.csv")];
    const report = await ez360(["report", "trial-balance", "--company", w.a.slug, ...nowhere]);
    expect(report).toMatchObject({ code: 1, err: expect.stringMatching(/its folder does not exist\.\n$/) });
  });

  test("reports are files with the figures of their pages", async () => {
    const words = ["--company", w.a.slug, "--as-of", "2026-10-31", "--format", "csv", "--out"];
    for (const name of reportNames)
      expect(await ez360(["report", name, ...words, at(`${name}.csv`)])).toEqual({ code: 0, out: "", err: "" });
    const { debitCents } = await trialBalance(w.a.owner.scope(), { asOf: plainDate("2026-10-31") });
    const total = (debitCents / 100).toFixed(2);
    expect(readFileSync(at("trial-balance.csv"), "utf8").trim().split("\n").at(-1)).toBe(
      `,,Total,${total},${debitCents},${total},${debitCents}`,
    );
    expect(readFileSync(at("ar-aging.csv"), "utf8")).toMatch(/Total,775\.53,77553,(?:0\.00,0,){4}775\.53,77553\n$/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("the journal as CSV has its fixed columns, one row for each line, and balances entry by entry", async () => {
    await ez360(["export", "journal", "--company", w.a.slug, "--format", "csv", "--out", at("journal.csv")]);
    const text = readFileSync(at("journal.csv"), "utf8");
    const [head, ...rows] = text.trim().split("\n");
    expect(head).toBe(
      "date,entry_id,entry_number,account_code,account_name,debit,credit,memo,source_type,source_id,client,project",
    );
    expect(text).toContain(",'=1+1,manual,");
    const sums = new Map<string, number>();
    for (const row of rows.filter((one) => one.startsWith("2026-10"))) {
      const [, id = "", , , , debit, credit] = row.split(",");
      sums.set(id, (sums.get(id) ?? 0) + Math.round(Number(debit) * 100) - Math.round(Number(credit) * 100));
    }
    expect([...sums.values()]).toEqual([0, 0]);
  });

  test("a part of the journal holds the entries of its days alone", async () => {
    const days = ["--from", "2026-09-02", "--to", "2026-09-03"];
    await ez360(["export", "journal", "--company", w.a.slug, "--format", "csv", ...days, "--out", at("part.csv")]);
    const dates = readFileSync(at("part.csv"), "utf8").match(/^2026-\d\d-\d\d/gm);
    expect(dates).toEqual(["2026-09-02", "2026-09-02", "2026-09-03", "2026-09-03"]);
  });

  test.skipIf(!hasHledger)("hledger reads the journal strictly, and finds our trial balance", async () => {
    const file = at("journal.hledger");
    await ez360(["export", "journal", "--company", w.a.slug, "--format", "hledger", "--out", file]);
    expect(await run("hledger", "-f", file, "check", "--strict")).toEqual({ code: 0, out: "", err: "" });
    const { out } = await run("hledger", "-f", file, "balance", "-N", "--flat", "-O", "csv");
    const theirs = Object.fromEntries(
      [...out.matchAll(/^"\w+:(\d+) [^"]*","\$(-?)([\d,]+\.\d\d)"$/gm)].map(([, code, sign, amount = ""]) => [
        code,
        Math.round(Number(`${sign}${amount.replaceAll(",", "")}`) * 100),
      ]),
    );
    const { lines } = await trialBalance(w.a.owner.scope(), { asOf: plainDate("2026-12-31") });
    const ours = lines.map((line) => [line.code, line.debitCents - line.creditCents] as const);
    expect(theirs).toEqual(Object.fromEntries(ours.filter(([, cents]) => cents !== 0)));
  });

  describe("what a company pays", () => {
    const subscription = (...words: string[]) => ez360(["subscription", "--company", w.b.slug, ...words]);

    test("is printed with what it means, and after a change as it is then", async () => {
      const shown = await subscription();
      expect(shown).toMatchObject({ code: 0, err: "" });
      expect(shown.out).toMatch(/^beta\d+-.* Beta Design\n|Beta Design\n/);
      expect(shown.out).toMatch(/plan +Premium\n.*status +active\n[\s\S]*seats +4 of 10 taken\n +means +open\n$/);
      const changed = await subscription("--plan", "professional", "--status", "past_due", "--extra-seats", "2");
      expect(changed.out).toMatch(
        /Professional\n[\s\S]*4 of 7 taken\n +means +open, a payment is overdue: locked in 7 days/,
      );
      const ended = await subscription("--status", "trialing", "--trial-ends", "2026-01-31");
      expect(ended.out).toMatch(/trial ends +2026-01-31\n[\s\S]*means +locked: its trial has ended\n$/);
      const comped = await subscription("--comp-until", "forever", "--reason", "Pilot");
      expect(comped.out).toMatch(/comped +for good: Pilot\n[\s\S]*means +open\n$/);
      const suspended = await subscription("--comp-until", "none", "--suspend", "--reason", "Chargeback");
      expect(suspended.out).toMatch(/suspended +since [\s\S]*: Chargeback\n[\s\S]*means +suspended/);
      expect((await subscription("--reactivate", "--status", "active", "--plan", "premium")).out).toMatch(
        /means +open\n$/,
      );
    });

    test("is told in the company's own log, and what is refused changes nothing", async () => {
      const facts = await w.b.owner.scope().read((db) => db.select().from(events).orderBy(events.id));
      const told = facts.filter(({ actor }) => actor === "EZ360PM").map(({ type }) => type.split(".")[1]);
      expect(told).toEqual([
        "changed",
        "changed",
        "changed",
        "comped",
        "comp_ended",
        "suspended",
        "changed",
        "reactivated",
      ]);
      const same = await subscription("--plan", "premium");
      expect(same).toMatchObject({ code: 1, err: "The subscription says so already. Nothing was changed.\n" });
      expect(await ez360(["subscription", "--company", "nobody"])).toMatchObject({ code: 1 });
    });
  });

  test("the proof of all companies is silent, and a broken one is named with exit 1", async () => {
    const good = await ez360(["verify-books"]);
    expect(good.code).toBe(0);
    expect(good.out).toMatch(new RegExp(`${w.a.slug}: (\\d+) of \\1 invariants hold`));
    await committed((client) =>
      client.query(
        "update number_series set next_number = next_number + 3 where series = 'invoice' and company_id = $1",
        [w.a.owner.seat.company.id],
      ),
    );
    const broken = await ez360(["verify-books"]);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("BROKEN  Number series continue where the last number ended");
    expect((await ez360(["verify-books", "--company", w.b.slug])).code).toBe(0);
    const json = JSON.parse((await ez360(["verify-books", "--company", w.a.slug, "--json"])).out);
    expect(json).toEqual([expect.objectContaining({ company: w.a.slug, ok: false })]);
  });
});
