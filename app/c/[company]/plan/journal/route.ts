import { download } from "@/lib/doors/download";
import { csvJournal } from "@/lib/reports/journal-csv";
import { journalBatches } from "@/lib/reports/journal-export";

/** The books whole, for whoever leaves or is locked out: they are the company's own. */
export function GET(_request: Request, context: RouteContext<"/c/[company]/plan/journal">) {
  return download(context.params, "data.export", async (scope) => ({
    filename: `journal-${scope.company.slug}-${scope.today}.csv`,
    body: csvJournal(journalBatches(scope, { from: null, to: null })),
  }));
}
