import type { AccountId } from "@/lib/kernel/ids";
import { setOf } from "./ask";
import type { Range } from "./balances";
import type { LedgerGroup } from "./ledger-groups";
import type { LineFilter } from "./line-filter";
import type { Lines } from "./sheet";

/** The general ledger whose lines, debits positive, times `sign`, are the figure. */
export function ledgerLines(
  which: { account: AccountId } | { of: LedgerGroup },
  { from, to }: Range,
  filter: LineFilter,
  sign: 1 | -1,
): Lines {
  const query = setOf({ ...which, from, to, ...queryOfFilter(filter) });
  return { in: "reports/general-ledger", query, sign };
}

export function queryOfFilter(filter: LineFilter): Record<string, string> {
  return setOf({
    client: filter.clientId,
    project: filter.projectId,
    known: filter.known,
    closing: filter.withoutClosing ? "without" : null,
    cash: filter.touchesCash ? "moved" : null,
    source: filter.sources?.join(","),
    method: filter.method,
    deposits: filter.withoutDeposits ? "without" : null,
  });
}
