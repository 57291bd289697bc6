import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { aging } from "./bench/aging";
import { invoiceList } from "./bench/invoice-list";
import { reports } from "./bench/reports";
import { rollup } from "./bench/rollup";
import { rowSecurity } from "./bench/row-security";
import { sealing } from "./bench/seal";
import { openStage, type Size, type Stage } from "./bench/stage";
import { drawn, drawnDetails, type Line, verdict } from "./bench/table";
import { trialBalances } from "./bench/trial-balance";
import { writing } from "./bench/writing";
import { defaultDataDirectory } from "./local/paths";
import { inRun, type Run } from "./local/run";
import { removeTemporaryFolder, temporaryFolder } from "./local/temporary-folder";
import { say } from "./local/terminal";
import { runMain, Trouble } from "./local/trouble";

const jobs: Record<string, (stage: Stage) => Promise<Line[]>> = {
  writing,
  "row-security": rowSecurity,
  rollup,
  "trial-balance": trialBalances,
  reports,
  aging,
  seal: sealing,
  "invoice-list": invoiceList,
};

const whole: Size = { rounds: 11, deeds: 50, journals: [10_000, 100_000, 1_000_000], requests: 20 };
const quick: Size = { rounds: 3, deeds: 25, journals: [10_000, 100_000], requests: 15 };

/**
 * The product against its floor, measured in the same run on a database that waits for the disk. Asserts nothing: the
 * figures are the machine's of the day, the ratios are what the targets are about.
 */
async function main(): Promise<number> {
  const { size, names } = asked();
  const directory = await temporaryFolder();
  try {
    return (await inRun({ directory, name: "npm run bench" }, (run) => measureAll(run, size, names))) ?? 1;
  } finally {
    await removeTemporaryFolder(directory);
  }
}

async function measureAll(run: Run, size: Size, names: string[]): Promise<number> {
  const stage = await openStage(run, size);
  const lines: Line[] = [];
  for (const name of names) {
    run.step(`Measuring ${name} …`);
    const measured = (await jobs[name]?.(stage)) ?? [];
    say(drawn(measured));
    lines.push(...measured);
  }
  say(`\n${drawn(lines)}\n\n${drawnDetails(lines)}\n`);
  mkdirSync(defaultDataDirectory, { recursive: true });
  const file = join(defaultDataDirectory, "bench.json");
  const kept = lines.map((line) => ({ ...line, met: verdict(line) }));
  writeFileSync(
    file,
    `${JSON.stringify({ measuredAt: new Date(), node: process.version, size, lines: kept }, null, 2)}\n`,
  );
  say(`Kept in ${file}`);
  return 0;
}

function asked(): { size: Size; names: string[] } {
  const known = Object.keys(jobs);
  const usage = `Usage: npm run bench -- [--quick] [--only ${known.join("|")}]`;
  try {
    const options = { quick: { type: "boolean" }, only: { type: "string", multiple: true } } as const;
    const { values } = parseArgs({ options, allowPositionals: false });
    const names = values.only ?? known;
    if (names.every((name) => known.includes(name))) return { size: values.quick ? quick : whole, names };
  } catch {
    // said below
  }
  throw new Trouble(usage, 2);
}

await runMain(main);
