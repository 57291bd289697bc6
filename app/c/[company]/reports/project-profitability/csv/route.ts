import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { projectProfitabilityReport } from "@/lib/reports/project-profitability";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/project-profitability/csv">) {
  return download(context.params, "reports.advanced", (scope) =>
    reportFile(scope, projectProfitabilityReport, request),
  );
}
