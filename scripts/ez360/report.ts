import { ownersDesk } from "@/lib/doors/console";
import { present } from "@/lib/kernel/assert";
import { firstOfYear } from "@/lib/kernel/dates";
import { allReports } from "@/lib/reports/all-reports";
import { askedReport } from "@/lib/reports/ask";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import { Misuse, needed, type Options } from "./options";
import { writeFile } from "./write-file";

export const reportNames = allReports.map((report) => report.slug);

/** A report as a file. One of a range runs from `--from`, or from the first day of the year. */
export async function writeReport(options: Options): Promise<number> {
  const report = present(
    allReports.find(({ slug }) => slug === options.subject),
    "the report",
  );
  if ((options.format ?? "csv") !== "csv") throw new Misuse("--format is csv.");
  const asOf = needed(options.asOf, "as-of");
  const out = needed(options.out, "out");
  const desk = await ownersDesk(needed(options.company, "company"));
  const scope = desk.scope();
  const ask = askedReport(report.asks, { asOf, from: options.from ?? firstOfYear(asOf), to: asOf }, scope.today);
  await writeFile(out, [sheetCsv(await report.make(scope, ask))]);
  return 0;
}
