import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { cashFlowReport } from "@/lib/reports/cash-flow";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/cash-flow/csv">) {
  return download(context.params, "reports.advanced", (scope) => reportFile(scope, cashFlowReport, request));
}
