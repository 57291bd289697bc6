import { listCompanies } from "@/lib/doors/console";
import { turnKeys } from "@/lib/doors/identity-jobs";
import { say } from "../local/terminal";
import { exportJournal } from "./export-journal";
import { type Options, readOptions } from "./options";
import { reportNames, writeReport } from "./report";
import { subscription } from "./subscription";
import { verify } from "./verify";
import { verifySeals } from "./verify-seals";

type Command = {
  usage: string;
  what: string;
  options: (words: string[]) => Options;
  /** The exit code. */
  run: (options: Options) => Promise<number>;
};

export const commands: Record<string, Command> = {
  "verify-books": {
    usage: "verify-books [--company SLUG] [--json]",
    what: "every invariant of the books, of one company or of all; exit 0 only if all hold",
    options: (words) => readOptions(words, ["company", "json"]),
    run: verify,
  },
  "verify-seals": {
    usage: "verify-seals [--company SLUG [--expect DIGEST]] [--json]",
    what: "the seal of every closed period computed anew; names what was altered; --expect is the newest digest, as written down",
    options: (words) => readOptions(words, ["company", "expect", "json"]),
    run: verifySeals,
  },
  export: {
    usage: "export journal --company SLUG --format hledger|csv [--from DATE] [--to DATE] --out FILE",
    what: "the journal for another program",
    options: (words) => readOptions(words, ["company", "format", "from", "to", "out"], ["journal"]),
    run: exportJournal,
  },
  report: {
    usage: `report ${reportNames.join("|")} --company SLUG --as-of DATE [--from DATE] --format csv --out FILE`,
    what: "a report as a file; profit and loss runs from --from, or from the first day of the year",
    options: (words) => readOptions(words, ["company", "as-of", "from", "format", "out"], reportNames),
    run: writeReport,
  },
  subscription: {
    usage:
      "subscription --company SLUG [--plan P] [--status S] [--trial-ends DATE] [--extra-seats N]\n      [--comp-until DATE|forever|none] [--suspend | --reactivate] [--reason R]",
    what: "what a company pays and what that means, after the changes that are asked for; its audit log tells them",
    options: (words) =>
      readOptions(words, [
        ...(["company", "plan", "status", "trial-ends", "extra-seats"] as const),
        ...(["comp-until", "reason", "suspend", "reactivate"] as const),
      ]),
    run: subscription,
  },
  "turn-keys": {
    usage: "turn-keys",
    what: "seals anew under the first of ENCRYPTION_KEYS what older ones sealed; afterwards the older can be taken away",
    options: (words) => readOptions(words, []),
    run: async () => {
      say(`${await turnKeys()} secrets were sealed anew.`);
      return 0;
    },
  },
  companies: {
    usage: "companies",
    what: "slugs and names",
    options: (words) => readOptions(words, []),
    run: async () => {
      for (const company of await listCompanies()) say(`${company.slug}  ${company.name}`);
      return 0;
    },
  },
};

export function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.what}`);
  return [
    "Usage: npm run ez360 -- <command>",
    `${lines.join("\n")}\n  help`,
    "Dates are YYYY-MM-DD. The database is APP_DATABASE_URL, or that of the demo that runs on --data DIR (.data).",
  ].join("\n\n");
}
