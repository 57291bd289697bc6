import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { salesTaxReport } from "@/lib/reports/sales-tax";
import { reportFile } from "../../report-file";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/sales-tax/csv">) {
  return download(context.params, "reports.read", (scope) => reportFile(scope, salesTaxReport, request));
}
