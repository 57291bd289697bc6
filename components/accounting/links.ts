import { type SourceType, sourceLabels } from "@/lib/ledger/posting";

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
    case "credit_note":
    case "credit_note_void":
      return `${home}/credit-notes/${sourceId}`;
    case "refund":
    case "refund_void":
    case "credit_application":
    case "credit_application_void":
    case "credit_grant":
    case "credit_grant_void":
    case "credit_reduction":
    case "credit_reduction_void":
    case "credit_payout":
    case "credit_payout_void":
    case "write_off":
    case "write_off_void":
    case "deposit_application":
    case "deposit_application_void":
      return settlementHref(home, sourceId);
    case "expense":
    case "expense_void":
    case "reimbursement":
    case "reimbursement_void":
      return `${home}/expenses/${sourceId}`;
    case "bill":
    case "bill_void":
      return `${home}/bills/${sourceId}`;
    case "bill_payment":
    case "bill_payment_void":
      return `${home}/bills/payments/${sourceId}`;
    case "reversal":
      return entryHref(home, sourceId);
    case "closing":
    case "closing_void":
      return `${home}/accounting/years`;
    case "opening":
    case "opening_void":
      return `${home}/accounting/opening`;
    default:
      return null;
  }
}

/** What stands on the button that leads there. */
export function sourceNoun(sourceType: SourceType): string {
  if (sourceType.startsWith("invoice")) return "invoice";
  if (sourceType.startsWith("payment")) return "payment";
  if (sourceType.startsWith("credit_note")) return "credit note";
  return sourceLabels[sourceType].replace(/ undone$/, "").toLowerCase();
}

/** A refund, a use of credit or of a deposit, an adjustment, a write-off. */
export function settlementHref(home: string, settlementId: string): string {
  return `${home}/credits/${settlementId}`;
}

const places: [prefix: string, path: string][] = [
  ["cli_", "/clients/"],
  ["prj_", "/projects/"],
  ["inv_", "/invoices/"],
  ["est_", "/estimates/"],
  ["tpl_", "/settings/documents/templates/"],
  ["pay_", "/payments/"],
  ["stl_", "/credits/"],
  ["cn_", "/credit-notes/"],
  ["exp_", "/expenses/"],
  ["ven_", "/vendors/"],
  ["bil_", "/bills/"],
  ["bpy_", "/bills/payments/"],
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
