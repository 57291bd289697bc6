import { listCompanies } from "@/lib/doors/console";
import { exportJournal } from "./export-journal";
import { type Options, readOptions } from "./options";
import { writeReport } from "./report";
import { verify } from "./verify";

type Command = {
  usage: string;
  options: (words: string[]) => Options;
  /** The exit code. */
  run: (options: Options) => Promise<number>;
};

export const commands: Record<string, Command> = {
  "verify-books": {
    usage:
      "verify-books [--company SLUG] [--json]\n      every invariant of the books, of one company or of all; exit 0 only if all hold",
    options: readOptions,
    run: verify,
  },
  export: {
    usage: "export journal --company SLUG --format hledger|csv [--from DATE] [--to DATE] --out FILE",
    options: readOptions,
    run: exportJournal,
  },
  report: {
    usage:
      "report trial-balance|profit-loss|balance-sheet|ar-aging --company SLUG --as-of DATE [--from DATE] --format csv --out FILE",
    options: readOptions,
    run: writeReport,
  },
  companies: {
    usage: "companies\n      slugs and names",
    options: readOptions,
    run: async () => {
      for (const company of await listCompanies()) console.log(`${company.slug}  ${company.name}`);
      return 0;
    },
  },
};

export function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}`);
  return `Usage: npm run ez360 -- <command>\n\n${lines.join("\n")}\n\nDates are YYYY-MM-DD. The database is APP_DATABASE_URL, or that of the demo in --data DIR (.data).`;
}
