import type { InvoiceKind } from "@/lib/invoicing/invoice";
import { getInvoice } from "@/lib/invoicing/queries";
import { addDays, type PlainDate } from "@/lib/kernel/dates";
import type { CreditNoteId, InvoiceId } from "@/lib/kernel/ids";
import { cents, type RatePpm } from "@/lib/kernel/money";
import { applyDeposit } from "@/lib/payments/apply-deposit";
import { draftCreditNote } from "@/lib/payments/draft-credit-note";
import { postCreditNote } from "@/lib/payments/post-credit-note";
import { voidCreditNote } from "@/lib/payments/void-credit-note";
import { writeOff } from "@/lib/payments/write-off";
import { type Clock, workdayUntil } from "./calendar";
import { type Firm, managerOf, named } from "./firm";
import { draftByHand, invoiceOf, issue, lineOf } from "./invoices";
import { takePayment } from "./payments";
import { clientOf } from "./projects";

/** One client with whom much had to be put right, each by its reference. */
export const correctedClient = "Corbel & Finch Builders";

type Made = { invoices: Map<string, InvoiceId>; notes: Map<string, CreditNoteId> };

export function scheduleCorrections(firm: Firm): void {
  const made: Made = { invoices: new Map(), notes: new Map() };
  const on = (ago: number, deed: (clock: Clock) => Promise<unknown>) =>
    firm.agenda.on(daysAgo(firm, ago), async (clock) => void (await deed(clock)));
  const invoice = (ago: number, reference: string, dollars: number, kind: InvoiceKind = "standard") =>
    on(ago, (clock) => makeInvoice(firm, made, { reference, dollars, kind }, clock));
  const paid = (ago: number, reference: string, percent = 100) =>
    firm.till.on(daysAgo(firm, ago), async (clock) => {
      await takePayment(firm, named(made.invoices, reference), { percent, method: "ach" }, clock);
    });

  invoice(42, "PO 7201", 1_000);
  paid(28, "PO 7201");
  on(18, (clock) =>
    makeNote(firm, made, { reference: "PO 7201", dollars: 100, why: "Two sheets fewer than quoted" }, clock),
  );
  on(17, (clock) => postNote(firm, made, "PO 7201", clock));

  invoice(38, "PO 7202", 2_400);
  on(16, (clock) =>
    makeNote(firm, made, { reference: "PO 7202", dollars: 240, why: "Ten percent, as agreed by phone" }, clock),
  );
  on(15, (clock) => postNote(firm, made, "PO 7202", clock));
  on(9, (clock) => voidNote(firm, made, "PO 7202", clock));
  on(3, (clock) =>
    makeNote(firm, made, { reference: "PO 7202", dollars: 120, why: "Five percent, as agreed in writing" }, clock),
  );

  invoice(36, "PO 7203", 3_000, "deposit");
  paid(30, "PO 7203");
  invoice(13, "PO 7204", 10_000);
  on(11, (clock) => putDeposit(firm, made, { deposit: "PO 7203", reference: "PO 7204" }, clock));
  invoice(20, "PO 7205", 1_500, "deposit");
  paid(14, "PO 7205");

  invoice(44, "PO 7206", 640);
  paid(24, "PO 7206", 90);
  on(6, (clock) => giveUp(firm, made, "PO 7206", clock));
}

async function makeInvoice(
  firm: Firm,
  made: Made,
  { reference, dollars, kind }: { reference: string; dollars: number; kind: InvoiceKind },
  clock: Clock,
): Promise<void> {
  const clientId = await clientOf(firm, correctedClient, clock);
  const isDeposit = kind === "deposit";
  const line = lineOf(
    isDeposit ? "Deposit before field work" : "Plan set and prints",
    1,
    cents(dollars * 100),
    !isDeposit,
  );
  const taxPercent = isDeposit ? (0 as RatePpm) : firm.plan.taxPercent;
  const input = invoiceOf(clientId, clock.day, [line], { kind, reference, taxPercent });
  const invoiceId = await draftByHand(firm, managerOf(firm, 0), input, clock.next());
  await issue(managerOf(firm, 0), invoiceId, clock.next());
  made.invoices.set(reference, invoiceId);
}

async function makeNote(
  firm: Firm,
  made: Made,
  { reference, dollars, why }: { reference: string; dollars: number; why: string },
  clock: Clock,
): Promise<void> {
  const input = {
    ...{ invoiceId: named(made.invoices, reference), notedOn: clock.day, reason: why },
    ...{ subtotal: cents(dollars * 100), tax: null },
  };
  const { desk } = managerOf(firm, 0);
  const { creditNoteId } = await desk.work((work) => draftCreditNote(work, input), { now: clock.next() });
  made.notes.set(reference, creditNoteId);
}

async function postNote(firm: Firm, made: Made, reference: string, clock: Clock): Promise<void> {
  const input = { creditNoteId: named(made.notes, reference), revision: 0 };
  await managerOf(firm, 0).desk.work((work) => postCreditNote(work, input), { now: clock.next() });
}

async function voidNote(firm: Firm, made: Made, reference: string, clock: Clock): Promise<void> {
  const creditNoteId = named(made.notes, reference);
  const input = { creditNoteId, voidedOn: clock.day, reason: "The percentage was not what had been agreed" };
  await managerOf(firm, 0).desk.work((work) => voidCreditNote(work, input), { now: clock.next() });
}

async function putDeposit(
  firm: Firm,
  made: Made,
  { deposit, reference }: { deposit: string; reference: string },
  clock: Clock,
): Promise<void> {
  const input = {
    ...{ invoiceId: named(made.invoices, reference), depositInvoiceId: named(made.invoices, deposit) },
    ...{ appliedOn: clock.day, amount: cents(300_000) },
  };
  await managerOf(firm, 0).desk.work((work) => applyDeposit(work, input), { now: clock.next() });
}

async function giveUp(firm: Firm, made: Made, reference: string, clock: Clock): Promise<void> {
  const invoiceId = named(made.invoices, reference);
  const reason = "They dispute the last sheet, and it is not worth a quarrel";
  const giving = { invoiceId, writtenOffOn: clock.day, reason };
  await managerOf(firm, 0).desk.work(
    async (work) => writeOff(work, { ...giving, amount: cents((await getInvoice(work, invoiceId)).balanceCents) }),
    { now: clock.next() },
  );
}

function daysAgo(firm: Firm, days: number): PlainDate {
  return workdayUntil(addDays(firm.today, -days));
}
