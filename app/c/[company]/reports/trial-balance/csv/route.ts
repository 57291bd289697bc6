import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { trialBalanceReport } from "@/lib/reports/trial-balance";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/trial-balance/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, trialBalanceReport, request));
}
