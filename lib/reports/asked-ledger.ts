import type { PlainDate } from "@/lib/kernel/dates";
import { type AccountId, isId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { sourceTypes } from "@/lib/ledger/posting";
import { paymentMethods } from "@/lib/payments/payment";
import { askedReport } from "./ask";
import type { LedgerOf } from "./general-ledger";
import { isLedgerGroup, ledgerGroups } from "./ledger-groups";
import { queryOfFilter } from "./ledger-lines";
import type { LineFilter } from "./line-filter";

export type AskedLedger = {
  of: LedgerOf;
  /** What chooses the accounts and narrows the lines, as the address has it. */
  query: Record<string, string>;
  group: string | null;
  filter: LineFilter;
};

/**
 * `?account=…`, or `?of=income` for all accounts behind a total; without either the first account of the chart. The rest
 * narrows the lines to those of one figure.
 */
export function askedLedger(params: SearchParams, first: AccountId | undefined, today: PlainDate): AskedLedger {
  const filter = askedFilter(params, today);
  const account = one(params.account);
  const named = one(params.of);
  const narrowed = queryOfFilter(filter);
  const single = (id: AccountId): AskedLedger => ({
    of: { accountId: id },
    query: { account: id, ...narrowed },
    group: null,
    filter,
  });
  if (isId("account", account)) return single(account);
  const group = isLedgerGroup(named) ? named : null;
  if (first && !group) return single(first);
  const chosen = group ?? "earnings";
  const { label, ...of } = ledgerGroups[chosen];
  return { of, query: { of: chosen, ...narrowed }, group: label, filter };
}

function askedFilter(params: SearchParams, today: PlainDate): LineFilter {
  const { known } = askedReport({ days: "range", known: true }, params, today);
  const [client, project] = [one(params.client), one(params.project)];
  const sources = sourceTypes.filter((type) => one(params.source).split(",").includes(type));
  return {
    clientId: client === "none" || isId("client", client) ? client : null,
    projectId: project === "none" || isId("project", project) ? project : null,
    known,
    withoutClosing: one(params.closing) === "without",
    touchesCash: one(params.cash) === "moved",
    sources: sources.length > 0 ? sources : null,
    method: paymentMethods.find((method) => method === one(params.method)) ?? null,
    withoutDeposits: one(params.deposits) === "without",
  };
}

/** What narrows the lines, in words. `nameOf` gives a client's or project's name. */
export function filterWords(filter: LineFilter, nameOf: (id: string) => string | undefined): string[] {
  const words: (string | false | null | undefined)[] = [
    filter.clientId && (filter.clientId === "none" ? "without a client" : (nameOf(filter.clientId) ?? "one client")),
    filter.projectId &&
      (filter.projectId === "none" ? "without a project" : (nameOf(filter.projectId) ?? "one project")),
    filter.withoutClosing && "without year-end closing",
    filter.touchesCash && "entries that move cash",
    filter.sources && "of one kind of document",
    filter.withoutDeposits && "without deposit invoices",
    filter.method && `received by ${filter.method}`,
  ];
  return words.flatMap((word) => word || []);
}
