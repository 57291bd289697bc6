import { createItem } from "@/lib/catalog/create-item";
import { createClient } from "@/lib/clients/create-client";
import type { Desk } from "@/lib/doors/console";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import type { InvoiceLineInput, InvoiceTimeInput, NewInvoiceInput } from "@/lib/invoicing/inputs";
import { noDiscount } from "@/lib/invoicing/invoice";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { addDays, lastOfMonth, type PlainDate, plainDate } from "@/lib/kernel/dates";
import { parseMoney, parsePercent, parseQuantity } from "@/lib/kernel/decimal-text";
import type { AccountId, ClientId, InvoiceId, PaymentId, PeriodId, ProjectId, TimeEntryId } from "@/lib/kernel/ids";
import type { Cents, Quantity, RatePpm } from "@/lib/kernel/money";
import { createPeriod } from "@/lib/ledger/create-period";
import type { JournalEntryInput } from "@/lib/ledger/inputs";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { listAccounts } from "@/lib/ledger/queries";
import type { RecordPaymentInput } from "@/lib/payments/inputs";
import { issueAndApply } from "@/lib/payments/issue-and-apply";
import { recordPayment } from "@/lib/payments/record-payment";
import { voidPayment } from "@/lib/payments/void-payment";
import { createProject } from "@/lib/projects/create-project";
import type { NewProjectInput } from "@/lib/projects/inputs";
import { closePoints } from "@/lib/reconciliation/close-points";
import type { NewPlanInput } from "@/lib/recurring/inputs";
import { createPlan } from "@/lib/recurring/save-plan";
import { approveTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import type { NewTimeEntryInput } from "@/lib/time/inputs";
import { submitTime } from "@/lib/time/submit-time";
import { type Firm, today } from "./world";

/**
 * The deeds of a working day, by the commands of the product, with what a test does not care about filled in.
 * Money, quantities and percentages are written as people write them.
 */
export function dollars(text: string): Cents {
  const parsed = parseMoney(text);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.value;
}

export function pieces(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.value;
}

export function percent(text: string): RatePpm {
  const parsed = parsePercent(text);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.value;
}

let named = 0;

export async function newClient(desk: Desk, name = `Client ${++named}`): Promise<ClientId> {
  const details = { contactName: "", email: "", phone: "", address: "", note: "" };
  return (await desk.work((work) => createClient(work, { name, ...details }))).clientId;
}

export async function newProject(
  desk: Desk,
  clientId: ClientId,
  rest: Partial<NewProjectInput> = {},
): Promise<ProjectId> {
  const input: NewProjectInput = {
    clientId,
    name: `Project ${++named}`,
    description: "",
    billing: "hourly",
    hourlyRateCents: dollars("90"),
    flatFeeCents: null,
    budgetMinutes: null,
    dueOn: null,
    memberIds: [],
    ...rest,
  };
  return (await desk.work((work) => createProject(work, input))).projectId;
}

export async function newService(
  desk: Desk,
  name = `Service ${++named}`,
  unitPriceCents: Cents | null = null,
  isTaxable = false,
) {
  const input = { kind: "service" as const, name, description: "", unitPriceCents, isTaxable };
  return (await desk.work((work) => createItem(work, input))).itemId;
}

export function line(unitPrice: string, rest: Partial<InvoiceLineInput> = {}): InvoiceLineInput {
  return {
    lineId: null,
    itemId: null,
    description: "Survey",
    quantity: pieces("1"),
    unitPrice: dollars(unitPrice),
    discount: noDiscount,
    isTaxable: false,
    tax: null,
    ...rest,
  };
}

export function invoiceOf(clientId: ClientId, rest: Partial<NewInvoiceInput> = {}): NewInvoiceInput {
  const issuedOn = rest.issuedOn ?? today;
  return {
    kind: "standard",
    clientId,
    projectId: null,
    useProjectNumbers: false,
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    reference: "",
    notes: "",
    taxPercent: percent("0"),
    discount: noDiscount,
    lines: [line("100")],
    ...rest,
  };
}

export async function draft(desk: Desk, clientId: ClientId, rest: Partial<NewInvoiceInput> = {}): Promise<InvoiceId> {
  return (await desk.work((work) => draftInvoice(work, invoiceOf(clientId, rest)))).invoiceId;
}

export function issue(desk: Desk, invoiceId: InvoiceId, revision = 0) {
  return desk.work((work) => issueAndApply(work, { invoiceId, revision }));
}

export async function issued(desk: Desk, clientId: ClientId, rest: Partial<NewInvoiceInput> = {}): Promise<InvoiceId> {
  const invoiceId = await draft(desk, clientId, rest);
  await issue(desk, invoiceId);
  return invoiceId;
}

export function paymentOf(
  invoiceId: InvoiceId,
  amount: string,
  rest: Partial<RecordPaymentInput> = {},
): RecordPaymentInput {
  return {
    paymentId: null,
    clientId: null,
    placements: [{ invoiceId, amount: dollars(amount) }],
    receivedOn: today,
    amount: dollars(amount),
    method: "check",
    depositAccountId: null,
    reference: "",
    note: "",
    acceptExcess: false,
    ...rest,
  };
}

export async function pay(
  desk: Desk,
  invoiceId: InvoiceId,
  amount: string,
  rest: Partial<RecordPaymentInput> = {},
): Promise<PaymentId> {
  return (await desk.work((work) => recordPayment(work, paymentOf(invoiceId, amount, rest)))).paymentId;
}

export function takeBackPayment(desk: Desk, paymentId: PaymentId, voidedOn: PlainDate = today) {
  return desk.work((work) => voidPayment(work, { paymentId, voidedOn, reason: "It bounced" }));
}

export function takeBackInvoice(desk: Desk, invoiceId: InvoiceId, voidedOn: PlainDate = today) {
  return desk.work((work) => voidInvoice(work, { invoiceId, voidedOn, reason: "Wrong client" }));
}

/** `2026-10` from its first day to its last. */
export async function newMonth(desk: Desk, month: string): Promise<PeriodId> {
  const startsOn = plainDate(`${month}-01`);
  const input = { name: "", startsOn, endsOn: lastOfMonth(startsOn) };
  return (await desk.work((work) => createPeriod(work, input))).periodId;
}

/** For every point that may be left to judge. */
export const reasons = Object.fromEntries(
  closePoints.filter((point) => point.severity === "warn").map((point) => [point.key, "As agreed"]),
);

export async function accountByCode(desk: Desk): Promise<(code: string) => AccountId> {
  const all = await listAccounts(desk.scope(), {});
  return (code) => {
    const found = all.find((account) => account.code === code);
    if (!found) throw new Error(`no account ${code}`);
    return found.id;
  };
}

/** Debits of one account and credits of another, by their codes. */
export async function bookByHand(desk: Desk, debit: string, credit: string, amount: string, entryOn = today) {
  const account = await accountByCode(desk);
  const none = dollars("0");
  const lines: JournalEntryInput["lines"] = [
    { accountId: account(debit), debit: dollars(amount), credit: none, memo: "" },
    { accountId: account(credit), debit: none, credit: dollars(amount), memo: "" },
  ];
  return (await desk.work((work) => postManualEntry(work, { entryOn, memo: "By hand", lines }))).entryId;
}

export function planOf(clientId: ClientId, rest: Partial<NewPlanInput> = {}): NewPlanInput {
  return {
    name: `Plan ${++named}`,
    clientId,
    projectId: null,
    useProjectNumbers: false,
    frequency: "monthly",
    interval: 1,
    startsOn: today,
    dayOfMonth: 18,
    ends: "never",
    endsOn: null,
    occurrences: null,
    dueDays: 30,
    issues: "automatically",
    reference: "",
    notes: "",
    taxPercent: percent("0"),
    discount: noDiscount,
    lines: [line("100")],
    ...rest,
  };
}

export async function newPlan(desk: Desk, clientId: ClientId, rest: Partial<NewPlanInput> = {}) {
  return (await desk.work((work) => createPlan(work, planOf(clientId, rest)))).planId;
}

export async function worked(
  desk: Desk,
  projectId: ProjectId,
  minutes: number,
  rest: Partial<NewTimeEntryInput> = {},
): Promise<TimeEntryId> {
  const input: NewTimeEntryInput = {
    memberId: null,
    projectId,
    itemId: null,
    note: "",
    workedOn: today,
    durationMinutes: minutes,
    isBillable: true,
    ...rest,
  };
  return (await desk.work((work) => createTimeEntry(work, input))).timeEntryId;
}

/** Worked by the manager or entered for another member, submitted, and approved by the admin. */
export async function approved(
  firm: Firm,
  projectId: ProjectId,
  minutes: number,
  rest: Partial<NewTimeEntryInput> = {},
): Promise<TimeEntryId> {
  const id = await worked(firm.manager, projectId, minutes, rest);
  await firm.manager.work((work) => submitTime(work, { timeEntryIds: [id] }));
  await firm.admin.work((work) => approveTime(work, { timeEntryIds: [id] }));
  return id;
}

export async function billed(
  desk: Desk,
  clientId: ClientId,
  timeEntryIds: TimeEntryId[],
  grouping: InvoiceTimeInput["grouping"] = "service",
): Promise<InvoiceId> {
  return (await desk.work((work) => invoiceTime(work, { clientId, projectId: null, timeEntryIds, grouping })))
    .invoiceId;
}
