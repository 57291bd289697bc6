import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { listLedgerAccounts, wholeLedger } from "@/lib/reports/general-ledger";
import { generalLedgerCsv } from "@/lib/reports/report-csv";
import { askedRange, requireDays } from "@/lib/reports/report-days";
import { askedLedger } from "../asked-ledger";

export function GET(request: NextRequest, context: RouteContext<"/c/[company]/reports/general-ledger/csv">) {
  return download(context.params, "reports.read", async (scope) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const { from, to } = requireDays(askedRange(query, scope.today));
    const { of, query: which } = askedLedger(query, (await listLedgerAccounts(scope))[0]?.id);
    const ledger = await wholeLedger(scope, { of, from, to });
    const name = ledger.head.account?.code ?? Object.values(which)[0];
    return { filename: `general-ledger-${name}-${to}.csv`, body: generalLedgerCsv(ledger) };
  });
}
