import { listCompanies, ownersDesk } from "@/lib/doors/console";
import { type AlteredEntry, listSeals, type SealState } from "@/lib/reconciliation/period-seal";
import { say } from "../local/terminal";
import { Misuse, type Options } from "./options";

/** Recomputes the seal of every closed period; exit 0 only if all hold and, with `expect`, the newest is the one on paper. */
export async function verifySeals({ company, expect, json }: Options): Promise<number> {
  if (expect && !company) throw new Misuse("--expect is the digest of one company: name it with --company.");
  const slugs = company ? [company] : (await listCompanies()).map(({ slug }) => slug);
  const results = [];
  for (const slug of slugs) {
    const seals = await listSeals((await ownersDesk(slug)).scope());
    const newest = seals.findLast((seal) => seal.expected !== null)?.expected ?? null;
    const isNewest = !expect || newest === expect.replaceAll(/\s/g, "").toLowerCase();
    const holds = isNewest && seals.every(isAsSealed);
    results.push({ company: slug, ok: holds, newest, isNewest, seals });
  }
  if (json) say(JSON.stringify(results, null, 2));
  else for (const result of results) print(result);
  return results.every((result) => result.ok) ? 0 : 1;
}

type Result = {
  company: string;
  newest: string | null;
  isNewest: boolean;
  seals: SealState[];
};

function print({ company, newest, isNewest, seals }: Result): void {
  say(`${company}: ${seals.length} closed ${seals.length === 1 ? "period" : "periods"}`);
  for (const seal of seals) {
    say(`  ${verdictOf(seal)}  ${seal.period}, ${seal.startsOn} to ${seal.endsOn}`);
    if (seal.expected === null) {
      say("          closed before seals existed; verify-books compares the fingerprint of its balances");
      continue;
    }
    say(`          ${seal.entries} entries, digest ${seal.expected}`);
    for (const entry of seal.altered) say(`          ${sentenceOf(entry)}`);
    if (seal.expected !== seal.found) say(`          expected ${seal.expected}, found ${seal.found}`);
  }
  if (!isNewest) say(`  FAIL    The newest digest is ${newest ?? "none"}, not the one that was expected.`);
}

function verdictOf(seal: SealState): string {
  if (seal.expected === null) return "NO SEAL";
  return isAsSealed(seal) ? "PASS   " : "FAIL   ";
}

function isAsSealed({ expected, found, altered }: SealState): boolean {
  return expected === found && altered.length === 0;
}

function sentenceOf({ number, period, expected, found }: AlteredEntry): string {
  if (expected === null) return `Entry ${number} was added to ${period} after its close: digest ${found}`;
  if (found === null) return `Entry ${number} is missing from ${period}: expected digest ${expected}`;
  return `Entry ${number} of ${period} was altered: expected digest ${expected}, found ${found}`;
}
