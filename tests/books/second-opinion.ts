import { spawnSync } from "node:child_process";
import type { Desk } from "@/lib/doors/console";
import { journalAccounts, journalBatches } from "@/lib/reports/journal-export";
import { trialBalance } from "@/lib/reports/trial-balance";
import { hledgerJournal } from "@/scripts/ez360/hledger-journal";
import { today } from "../world";

/** The balance of each account in cents, as another program reads it from our export. */
type Balances = Record<string, number>;

/**
 * What a second pair of eyes makes of the books: our own trial balance beside the balances that the exported journal adds
 * up to, read line by line here, and by hledger itself where it is installed. They agree or the books are wrong.
 */
export async function secondOpinion(
  desk: Desk,
): Promise<{ ours: Balances; exported: Balances; hledger: Balances | null }> {
  const scope = desk.scope();
  let text = "";
  const range = { from: null, to: null };
  for await (const part of hledgerJournal(await journalAccounts(scope), journalBatches(scope, range))) text += part;
  const { lines } = await trialBalance(scope, { asOf: today });
  const ours = Object.fromEntries(
    lines
      .map(({ code, debitCents, creditCents }) => [code, debitCents - creditCents] as const)
      .filter(([, sum]) => sum !== 0),
  );
  return { ours, exported: addedUp(text), hledger: askedHledger(text) };
}

/** The postings of the export, added up by the code at the start of the account's name. */
function addedUp(text: string): Balances {
  const sums: Balances = {};
  for (const [, code = "", amount = ""] of text.matchAll(/^ {4}[a-z]+:(\S+) .*? {2}\$(-?[\d.]+)/gm)) {
    sums[code] = (sums[code] ?? 0) + centsOf(amount);
  }
  return nonZero(sums);
}

/** Null where it is not installed: then the reading above is the second opinion. */
function askedHledger(text: string): Balances | null {
  const run = (...args: string[]) => spawnSync("hledger", ["-f-", ...args], { input: text, encoding: "utf8" });
  const checked = run("check", "--strict");
  if (checked.error) return null;
  if (checked.status !== 0) throw new Error(checked.stderr);
  const { stdout } = run("balance", "--flat", "--no-total", "--output-format=csv");
  const sums: Balances = {};
  for (const [, code = "", amount = ""] of stdout.matchAll(/^"[a-z]+:(\S+) [^"]*","\$?(-?\$?-?[\d,.]+)"/gm)) {
    sums[code] = centsOf(amount.replace(/[$,]/g, ""));
  }
  return nonZero(sums);
}

function centsOf(amount: string): number {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return amount.startsWith("-") ? 0 - cents : cents;
}

function nonZero(sums: Balances): Balances {
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
