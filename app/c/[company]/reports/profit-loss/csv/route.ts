import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { profitLoss } from "@/lib/reports/profit-loss";
import { profitLossCsv } from "@/lib/reports/report-csv";
import { askedRange, requireDays } from "@/lib/reports/report-days";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/profit-loss/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const { from, to } = requireDays(askedRange(Object.fromEntries(request.nextUrl.searchParams), scope.today));
    const body = profitLossCsv(await profitLoss(scope, { from, to }));
    return { filename: `profit-loss-${from ?? "first"}-${to}.csv`, body };
  });
}
