import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { balanceSheetCsv } from "@/lib/reports/report-csv";
import { askedDay, requireDays } from "@/lib/reports/report-days";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/balance-sheet/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const { asOf } = requireDays(askedDay(Object.fromEntries(request.nextUrl.searchParams), scope.today));
    return { filename: `balance-sheet-${asOf}.csv`, body: balanceSheetCsv(await balanceSheet(scope, { asOf })) };
  });
}
