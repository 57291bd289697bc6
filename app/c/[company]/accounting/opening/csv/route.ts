import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { isPlainDate } from "@/lib/kernel/dates";
import { listOpeningAccounts } from "@/lib/ledger/opening";
import { csvText } from "@/lib/reports/csv";

/** The accounts with two empty columns, to be filled in and pasted back. */
export function GET(request: NextRequest, context: RouteContext<"/c/[company]/accounting/opening/csv">) {
  return download(context.params, "opening.write", async (scope) => {
    const asked = request.nextUrl.searchParams.get("on") ?? "";
    const accounts = await listOpeningAccounts(scope, isPlainDate(asked) ? asked : scope.today);
    const rows = accounts.map(({ code, name }) => [code, name, "", ""]);
    return { filename: "opening-balances.csv", body: csvText(["code", "account", "debit", "credit"], rows) };
  });
}
