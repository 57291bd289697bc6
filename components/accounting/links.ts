import type { SourceType } from "@/lib/ledger/posting";

/** The general ledger of one account up to a day: the lines that its balance is the sum of. */
export function ledgerHref(home: string, accountId: string, days: { from?: string; to: string }): string {
  const query = new URLSearchParams({ account: accountId, ...days });
  return `${home}/reports/general-ledger?${query}`;
}

export function entryHref(home: string, entryId: string): string {
  return `${home}/accounting/journal/${entryId}`;
}

/** The document that an entry came from; null for one made by hand. */
export function sourceHref(home: string, entry: { sourceType: SourceType; sourceId: string }): string | null {
  const { sourceType, sourceId } = entry;
  switch (sourceType) {
    case "invoice":
    case "invoice_void":
      return `${home}/invoices/${sourceId}`;
    case "payment":
    case "payment_void":
      return `${home}/payments/${sourceId}`;
    case "reversal":
      return entryHref(home, sourceId);
    default:
      return null;
  }
}

const places: [prefix: string, path: string][] = [
  ["cli_", "/clients/"],
  ["prj_", "/projects/"],
  ["inv_", "/invoices/"],
  ["pay_", "/payments/"],
  ["tim_", "/time/"],
  ["je_", "/accounting/journal/"],
  ["per_", "/accounting/periods/"],
];

/** Where the subject of a fact can be looked at; null where it has no page, or is gone. */
export function subjectHref(home: string, fact: { type: string; subjectId: string }): string | null {
  if (fact.type.endsWith(".deleted")) return null;
  const place = places.find(([prefix]) => fact.subjectId.startsWith(prefix));
  return place ? `${home}${place[1]}${fact.subjectId}` : null;
}
