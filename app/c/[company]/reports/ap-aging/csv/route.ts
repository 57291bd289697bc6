import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { apAgingReport } from "@/lib/reports/ap-aging";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/ap-aging/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, apAgingReport, request));
}
