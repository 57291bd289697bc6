import { type AccountId, isId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import type { LedgerOf } from "@/lib/reports/general-ledger";
import { isLedgerGroup, type LedgerGroup, ledgerGroups } from "@/lib/reports/ledger-groups";

export type AskedLedger = { of: LedgerOf; query: { account: AccountId } | { of: LedgerGroup }; group: string | null };

/** `?account=…`, or `?of=income` for all accounts behind a total; without either the first account of the chart. */
export function askedLedger(params: SearchParams, first: AccountId | undefined): AskedLedger {
  const account = one(params.account);
  const named = isLedgerGroup(one(params.of)) ? (one(params.of) as LedgerGroup) : null;
  if (isId("account", account)) return { of: { accountId: account }, query: { account }, group: null };
  if (first && !named) return { of: { accountId: first }, query: { account: first }, group: null };
  const group = named ?? "earnings";
  return { of: { types: ledgerGroups[group].types }, query: { of: group }, group: ledgerGroups[group].label };
}
