import { ownersDesk } from "@/lib/doors/console";
import { present } from "@/lib/kernel/assert";
import { firstOfYear, type PlainDate } from "@/lib/kernel/dates";
import { arAging } from "@/lib/reports/ar-aging";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { profitLoss } from "@/lib/reports/profit-loss";
import { arAgingCsv, balanceSheetCsv, profitLossCsv, trialBalanceCsv } from "@/lib/reports/report-csv";
import { trialBalance } from "@/lib/reports/trial-balance";
import { Misuse, needed, type Options } from "./options";
import { writeFile } from "./write-file";

type Scope = ReturnType<Awaited<ReturnType<typeof ownersDesk>>["scope"]>;
type Range = { from: PlainDate; asOf: PlainDate };

const reports: Record<string, (scope: Scope, range: Range) => Promise<string>> = {
  "trial-balance": async (scope, { asOf }) => trialBalanceCsv(await trialBalance(scope, { asOf })),
  "profit-loss": async (scope, { from, asOf }) => profitLossCsv(await profitLoss(scope, { from, to: asOf })),
  "balance-sheet": async (scope, { asOf }) => balanceSheetCsv(await balanceSheet(scope, { asOf })),
  "ar-aging": async (scope, { asOf }) => arAgingCsv(await arAging(scope, { asOf })),
};

export const reportNames = Object.keys(reports);

/** A report as a file. Profit and loss runs from `--from`, or from the first day of the year. */
export async function writeReport(options: Options): Promise<number> {
  const report = present(reports[options.subject ?? ""], "the report");
  if ((options.format ?? "csv") !== "csv") throw new Misuse("--format is csv.");
  const asOf = needed(options.asOf, "as-of");
  const out = needed(options.out, "out");
  const desk = await ownersDesk(needed(options.company, "company"));
  await writeFile(out, [await report(desk.scope(), { asOf, from: options.from ?? firstOfYear(asOf) })]);
  return 0;
}
