import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { askedLedger } from "@/lib/reports/asked-ledger";
import { listLedgerAccounts, wholeLedger } from "@/lib/reports/general-ledger";
import { generalLedgerCsv } from "@/lib/reports/ledger-csv";
import { askedRange, requireDays } from "@/lib/reports/report-days";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/general-ledger/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const { from, to } = requireDays(askedRange(query, scope.today));
    const first = (await listLedgerAccounts(scope))[0]?.id;
    const { of, query: which, filter } = askedLedger(query, first, scope.today);
    const ledger = await wholeLedger(scope, { of, from, to, filter });
    const name = ledger.head.account?.code ?? Object.values(which)[0];
    return { filename: `general-ledger-${name}-${to}.csv`, body: generalLedgerCsv(ledger) };
  });
}
