import type { NextRequest } from "next/server";
import { download } from "@/lib/doors/download";
import { isPlainDate } from "@/lib/kernel/dates";
import { listRequest, one } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { allCreditEntries } from "@/lib/payments/credit-queries";
import { creditLedgerCsv } from "@/lib/reports/credit-ledger-csv";
import { creditOptions } from "../credit-filters";

/** The rows of the page with the same filters, the oldest first; a file for days that are none would be a lie. */
export function GET(request: NextRequest, context: RouteContext<"/c/[company]/credits/csv">) {
  return download(context.params, "payments.read", async (scope) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    for (const name of ["from", "to"]) {
      if (one(query[name]) && !isPlainDate(one(query[name]))) throw new Refusal("invalid_input");
    }
    const batches = allCreditEntries(scope, listRequest(query, creditOptions));
    return { filename: `client-credit-${scope.today}.csv`, body: creditLedgerCsv(batches) };
  });
}
