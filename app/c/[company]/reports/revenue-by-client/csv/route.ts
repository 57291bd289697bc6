import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { revenueByClientReport } from "@/lib/reports/revenue-by-client";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/revenue-by-client/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, revenueByClientReport, request));
}
