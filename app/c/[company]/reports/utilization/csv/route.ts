import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { utilizationReport } from "@/lib/reports/utilization";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/utilization/csv">) {
  return download(context.params, "reports.advanced", (scope) => reportFile(scope, utilizationReport, request));
}
