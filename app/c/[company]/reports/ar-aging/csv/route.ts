import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { arAgingReport } from "@/lib/reports/ar-aging";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/ar-aging/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, arAgingReport, request));
}
