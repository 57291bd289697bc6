import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { profitLossReport } from "@/lib/reports/profit-loss";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/profit-loss/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, profitLossReport, request));
}
