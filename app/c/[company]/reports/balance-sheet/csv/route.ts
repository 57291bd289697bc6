import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { balanceSheetReport } from "@/lib/reports/balance-sheet";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/balance-sheet/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, balanceSheetReport, request));
}
