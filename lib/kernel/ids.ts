import { v7 } from "uuid";

/**
 * Ids say their kind: `inv_` and 26 characters of Crockford base32 over a UUIDv7, so they sort by time and a log line
 * explains itself. The wrong kind does not compile, and a door refuses it before any query.
 */
export const idPrefixes = {
  company: "co",
  user: "usr",
  session: "ses",
  member: "mem",
  invitation: "ivt",
  client: "cli",
  project: "prj",
  catalogItem: "itm",
  timeEntry: "tim",
  invoice: "inv",
  invoiceLine: "lin",
  recurringPlan: "rec",
  estimate: "est",
  estimateLine: "eln",
  documentTemplate: "tpl",
  payment: "pay",
  allocation: "alc",
  creditEntry: "crd",
  creditNote: "cn",
  settlement: "stl",
  account: "acc",
  journalEntry: "je",
  period: "per",
  expenseCategory: "cat",
  expense: "exp",
  vendor: "ven",
  bill: "bil",
  billLine: "bln",
  billPayment: "bpy",
  billAllocation: "bal",
  event: "evt",
  accountEvent: "aev",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`;

export type CompanyId = Id<"company">;
export type UserId = Id<"user">;
export type MemberId = Id<"member">;
export type InvitationId = Id<"invitation">;
export type ClientId = Id<"client">;
export type ProjectId = Id<"project">;
export type CatalogItemId = Id<"catalogItem">;
export type TimeEntryId = Id<"timeEntry">;
export type InvoiceId = Id<"invoice">;
export type InvoiceLineId = Id<"invoiceLine">;
export type RecurringPlanId = Id<"recurringPlan">;
export type EstimateId = Id<"estimate">;
export type DocumentTemplateId = Id<"documentTemplate">;
export type PaymentId = Id<"payment">;
export type CreditNoteId = Id<"creditNote">;
export type SettlementId = Id<"settlement">;
export type AccountId = Id<"account">;
export type JournalEntryId = Id<"journalEntry">;
export type PeriodId = Id<"period">;
export type ExpenseCategoryId = Id<"expenseCategory">;
export type ExpenseId = Id<"expense">;
export type VendorId = Id<"vendor">;
export type BillId = Id<"bill">;
export type BillPaymentId = Id<"billPayment">;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const bodyLength = 26;

export function newId<K extends IdKind>(kind: K): Id<K> {
  return `${idPrefixes[kind]}_${encode(v7().replaceAll("-", ""))}` as Id<K>;
}

export function isId<K extends IdKind>(kind: K, value: unknown): value is Id<K> {
  return typeof value === "string" && idPattern(kind).test(value);
}

export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${idPrefixes[kind]}_[${alphabet}]{${bodyLength}}$`);
}

function encode(hex: string): string {
  let rest = BigInt(`0x${hex}`);
  let body = "";
  for (let i = 0; i < bodyLength; i++) {
    body = alphabet.charAt(Number(rest & 31n)) + body;
    rest >>= 5n;
  }
  return body;
}
