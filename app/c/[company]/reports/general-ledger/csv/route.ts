import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { generalLedger, ledgerLines, listLedgerAccounts } from "@/lib/reports/general-ledger";
import { generalLedgerCsv } from "@/lib/reports/report-csv";
import { askedRange } from "@/lib/reports/report-days";
import { askedLedger } from "../asked-ledger";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/general-ledger/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const { from, to } = askedRange(query, scope.today);
    const of = askedLedger(query, (await listLedgerAccounts(scope))[0]?.id);
    const head = await generalLedger(scope, { of, from, to, after: null, before: null, limit: 1 });
    const name = head.account?.code ?? "earnings";
    return {
      filename: `general-ledger-${name}-${to}.csv`,
      body: generalLedgerCsv(head, ledgerLines(scope, { of, from, to })),
    };
  });
}
