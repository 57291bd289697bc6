import { type AccountId, isId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import type { LedgerOf } from "@/lib/reports/general-ledger";

/** `?account=…`, or `?of=earnings` for all income and expenses; without either the first account of the chart. */
export function askedLedger(params: SearchParams, first: AccountId | undefined): LedgerOf {
  const account = one(params.account);
  if (isId("account", account)) return { accountId: account };
  if (one(params.of) === "earnings" || !first) return { types: ["income", "expense"] };
  return { accountId: first };
}
