import { runSteps, type Step } from "./local/check-steps";
import { nothingToGenerate } from "./local/migrations-check";
import { packageFile, root } from "./local/paths";
import { runMain } from "./local/trouble";

const vitest = [packageFile("vitest", "vitest.mjs"), "run"];

const quick: Step[] = [
  {
    name: "types",
    commands: [
      [packageFile("next", "dist/bin/next"), "typegen"],
      [packageFile("typescript", "bin/tsc"), "--noEmit"],
    ],
  },
  { name: "lint", commands: [[packageFile("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."]] },
  { name: "unused code", commands: [[packageFile("knip", "bin/knip.js")]] },
  { name: "migrations", commands: [[packageFile("drizzle-kit", "bin.cjs"), "check"]], afterwards: nothingToGenerate },
];

/** What must hold before every commit. */
const steps: Step[] = [...quick, { name: "tests", commands: [vitest], env: { TZ: "UTC" } }];

/** The tests at both edges of the calendar, where a day that is reckoned in the machine's zone goes wrong; and the journeys. */
const thorough: Step[] = [
  ...quick,
  { name: "tests in Honolulu", commands: [vitest], env: { TZ: "Pacific/Honolulu" } },
  { name: "tests in Apia", commands: [vitest], env: { TZ: "Pacific/Apia" } },
  { name: "journeys", commands: [["--import=tsx", "--conditions=react-server", `${root}/scripts/e2e.ts`]] },
];

await runMain(() => runSteps(process.argv.includes("--all") ? thorough : steps));
