import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { trialBalanceCsv } from "@/lib/reports/report-csv";
import { askedDay, requireDays } from "@/lib/reports/report-days";
import { trialBalance } from "@/lib/reports/trial-balance";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/trial-balance/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const { asOf } = requireDays(askedDay(Object.fromEntries(request.nextUrl.searchParams), scope.today));
    return { filename: `trial-balance-${asOf}.csv`, body: trialBalanceCsv(await trialBalance(scope, { asOf })) };
  });
}
