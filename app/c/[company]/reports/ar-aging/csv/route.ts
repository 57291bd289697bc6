import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { arAging } from "@/lib/reports/ar-aging";
import { arAgingCsv } from "@/lib/reports/report-csv";
import { askedDay, requireDays } from "@/lib/reports/report-days";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/ar-aging/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const { asOf } = requireDays(askedDay(Object.fromEntries(request.nextUrl.searchParams), scope.today));
    return { filename: `ar-aging-${asOf}.csv`, body: arAgingCsv(await arAging(scope, { asOf })) };
  });
}
