import type { Desk } from "@/lib/doors/console";
import type { ClientId, CreditNoteId, InvoiceId, PaymentId, SettlementId } from "@/lib/kernel/ids";
import { adjustCredit, payOutCredit } from "@/lib/payments/adjust-credit";
import { applyCredit } from "@/lib/payments/apply-credit";
import { applyDeposit } from "@/lib/payments/apply-deposit";
import { draftCreditNote } from "@/lib/payments/draft-credit-note";
import { postCreditNote } from "@/lib/payments/post-credit-note";
import { recordPayment } from "@/lib/payments/record-payment";
import { refundPayment } from "@/lib/payments/refund-payment";
import { voidCreditNote } from "@/lib/payments/void-credit-note";
import { voidSettlement } from "@/lib/payments/void-settlement";
import { writeOff } from "@/lib/payments/write-off";
import { dollars, draft, issue, line, paymentOf } from "./deeds";
import { today } from "./world";

/** The deeds that settle what payments alone do not, with what a test does not care about filled in. */
export async function refund(
  desk: Desk,
  paymentId: PaymentId,
  amount: string,
  refundedOn = today,
): Promise<SettlementId> {
  const input = { paymentId, refundedOn, amount: dollars(amount), accountId: null, reason: "Too much work billed" };
  return (await desk.work((work) => refundPayment(work, input))).settlementId;
}

export async function apply(
  desk: Desk,
  invoiceId: InvoiceId,
  amount: string,
  appliedOn = today,
): Promise<SettlementId> {
  const input = { invoiceId, appliedOn, amount: dollars(amount), memo: "" };
  return (await desk.work((work) => applyCredit(work, input))).settlementId;
}

export async function adjust(
  desk: Desk,
  clientId: ClientId,
  direction: "grant" | "reduce",
  amount: string,
  adjustedOn = today,
) {
  const input = { clientId, direction, adjustedOn, amount: dollars(amount), accountId: null, reason: "Goodwill" };
  return (await desk.work((work) => adjustCredit(work, input))).settlementId;
}

export async function payOut(desk: Desk, clientId: ClientId, amount: string, paidOn = today): Promise<SettlementId> {
  const input = { clientId, paidOn, amount: dollars(amount), accountId: null, reason: "Client asked for it" };
  return (await desk.work((work) => payOutCredit(work, input))).settlementId;
}

export async function giveUp(
  desk: Desk,
  invoiceId: InvoiceId,
  amount: string,
  writtenOffOn = today,
): Promise<SettlementId> {
  const input = { invoiceId, writtenOffOn, amount: dollars(amount), reason: "Bankrupt" };
  return (await desk.work((work) => writeOff(work, input))).settlementId;
}

/** An issued deposit invoice. */
export async function deposit(desk: Desk, clientId: ClientId, amount: string, issuedOn = today): Promise<InvoiceId> {
  const invoiceId = await draft(desk, clientId, { kind: "deposit", lines: [line(amount)], issuedOn });
  await issue(desk, invoiceId);
  return invoiceId;
}

export async function spendDeposit(
  desk: Desk,
  invoiceId: InvoiceId,
  depositInvoiceId: InvoiceId,
  amount: string,
  appliedOn = today,
) {
  const input = { invoiceId, depositInvoiceId, appliedOn, amount: dollars(amount) };
  return (await desk.work((work) => applyDeposit(work, input))).settlementId;
}

export function undo(desk: Desk, settlementId: SettlementId, voidedOn = today) {
  return desk.work((work) => voidSettlement(work, { settlementId, voidedOn, reason: "By mistake" }));
}

export async function note(
  desk: Desk,
  invoiceId: InvoiceId,
  subtotal: string,
  tax: string | null = null,
  notedOn = today,
) {
  const input = {
    invoiceId,
    notedOn,
    subtotal: dollars(subtotal),
    tax: tax === null ? null : dollars(tax),
    reason: "Wrong hours",
  };
  return (await desk.work((work) => draftCreditNote(work, input))).creditNoteId;
}

export function postNote(desk: Desk, creditNoteId: CreditNoteId, revision = 0) {
  return desk.work((work) => postCreditNote(work, { creditNoteId, revision }));
}

/** A posted credit note. */
export async function credited(
  desk: Desk,
  invoiceId: InvoiceId,
  subtotal: string,
  tax: string | null = null,
  notedOn = today,
) {
  const creditNoteId = await note(desk, invoiceId, subtotal, tax, notedOn);
  await postNote(desk, creditNoteId);
  return creditNoteId;
}

export function takeBackNote(desk: Desk, creditNoteId: CreditNoteId, voidedOn = today) {
  return desk.work((work) => voidCreditNote(work, { creditNoteId, voidedOn, reason: "By mistake" }));
}

/** Money for several invoices, or none; what no invoice takes becomes credit. */
export async function payMany(
  desk: Desk,
  clientId: ClientId,
  amount: string,
  parts: [InvoiceId, string][],
  receivedOn = today,
) {
  const placements = parts.map(([invoiceId, part]) => ({ invoiceId, amount: dollars(part) }));
  const nowhere = parts[0]?.[0] ?? ("" as InvoiceId);
  const input = { ...paymentOf(nowhere, amount), clientId, placements, receivedOn, acceptExcess: true };
  return (await desk.work((work) => recordPayment(work, input))).paymentId;
}
