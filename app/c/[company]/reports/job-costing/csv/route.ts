import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { jobCostingReport } from "@/lib/reports/job-costing";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/job-costing/csv">) {
  return download(context.params, "reports.advanced", (scope) => reportFile(scope, jobCostingReport, request));
}
