import { addDays } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, PaymentId } from "@/lib/kernel/ids";
import { cents, sumCents } from "@/lib/kernel/money";
import { adjustCredit } from "@/lib/payments/adjust-credit";
import { applyCredit } from "@/lib/payments/apply-credit";
import type { PlacementInput } from "@/lib/payments/inputs";
import { planPayment } from "@/lib/payments/plan-payment";
import { recordPayment } from "@/lib/payments/record-payment";
import { refundPayment } from "@/lib/payments/refund-payment";
import { type Clock, workdayUntil } from "./calendar";
import { type Firm, managerOf } from "./firm";
import { draftByHand, invoiceOf, issue, lineOf } from "./invoices";

/**
 * Money that does not go one payment to one invoice: over several invoices at once, in advance, given back, granted, and
 * money that is still expected. On invoices of its own, so that what chance makes of the others stays as it is.
 */
export function scheduleCredit(firm: Firm): void {
  [330, 240, 150, 70, 30].forEach((ago, n) => {
    at(firm, ago, (clock) => billAndPayAtOnce(firm, n, clock, n === 3));
  });
  at(firm, 200, (clock) => advanceAndUse(firm, clock));
  at(firm, 60, (clock) => advanceAndGrant(firm, clock));
  at(firm, 4, (clock) => expect(firm, clock));
}

/** Two or three invoices of one client, and eighteen days later one payment for all of them. */
async function billAndPayAtOnce(firm: Firm, n: number, clock: Clock, isRefunded: boolean): Promise<void> {
  const clientId = clientAt(firm, n);
  const asked: PlacementInput[] = [];
  for (let i = 0; i < 2 + (n % 2); i++) {
    const amount = cents((4 + n + i * 3) * 12_500);
    asked.push({ invoiceId: await bill(firm, clientId, amount, clock), amount });
  }
  firm.agenda.on(addDays(clock.day, 18), async (later) => {
    const paymentId = await take(firm, { clientId, placements: asked, note: "One check for all open invoices" }, later);
    if (isRefunded) firm.agenda.on(addDays(later.day, 12), (last) => giveBack(firm, paymentId, last));
  });
}

async function giveBack(firm: Firm, paymentId: PaymentId, clock: Clock): Promise<void> {
  const refund = { paymentId, refundedOn: clock.day, amount: cents(18_000), accountId: null };
  const reason = "The second visit was not needed after all";
  await managerOf(firm, 0).desk.work((work) => refundPayment(work, { ...refund, reason }), { now: clock.next() });
}

/** A retainer paid in advance, part of which is put on the next invoice; the rest of that invoice is paid as any other. */
async function advanceAndUse(firm: Firm, clock: Clock): Promise<void> {
  const clientId = clientAt(firm, 5);
  await take(firm, { clientId, amount: 40_000, note: "In advance, for the spring" }, clock);
  firm.agenda.on(addDays(clock.day, 14), async (later) => {
    const invoiceId = await bill(firm, clientId, cents(65_000), later);
    const input = { invoiceId, appliedOn: later.day, amount: cents(30_000), memo: "From the advance" };
    await managerOf(firm, 0).desk.work((work) => applyCredit(work, input), { now: later.next() });
    const rest = [{ invoiceId, amount: cents(35_000) }];
    firm.agenda.on(
      addDays(later.day, 21),
      async (last) => void (await take(firm, { clientId, placements: rest }, last)),
    );
  });
}

async function advanceAndGrant(firm: Firm, clock: Clock): Promise<void> {
  const clientId = clientAt(firm, 6);
  await take(firm, { clientId, amount: 90_000, note: "Paid before the work began" }, clock);
  firm.agenda.on(addDays(clock.day, 15), async (later) => {
    const grant = {
      clientId,
      direction: "grant" as const,
      adjustedOn: later.day,
      amount: cents(7_500),
      accountId: null,
    };
    const reason = "Courtesy for the late delivery";
    await managerOf(firm, 0).desk.work((work) => adjustCredit(work, { ...grant, reason }), { now: later.next() });
  });
}

async function expect(firm: Firm, clock: Clock): Promise<void> {
  const planned = { clientId: clientAt(firm, 2), amount: cents(125_000), receivedOn: addDays(firm.today, 10) };
  const how = { method: "ach" as const, depositAccountId: null, reference: "", note: "Promised by phone" };
  await managerOf(firm, 0).desk.work((work) => planPayment(work, { ...planned, ...how }), { now: clock.next() });
}

async function bill(firm: Firm, clientId: ClientId, amount: number, clock: Clock): Promise<InvoiceId> {
  const person = managerOf(firm, firm.counts.invoices);
  const line = lineOf("Site review, flat charge", 1, cents(amount));
  const invoiceId = await draftByHand(firm, person, invoiceOf(clientId, clock.day, [line]), clock.next());
  await issue(person, invoiceId, clock.next());
  return invoiceId;
}

type Taken = { clientId: ClientId; placements?: PlacementInput[]; amount?: number; note?: string };

/** Exactly what the invoices take, or an amount that no invoice takes. */
async function take(firm: Firm, { clientId, placements = [], amount, note = "" }: Taken, clock: Clock) {
  const { desk } = managerOf(firm, firm.counts.payments);
  const input = {
    ...{ paymentId: null, clientId, placements, depositAccountId: null, note },
    ...{ receivedOn: clock.day, method: "ach" as const, reference: "", acceptExcess: placements.length === 0 },
    amount: cents(amount ?? sumCents(placements.map((part) => part.amount))),
  };
  const { paymentId } = await desk.work((work) => recordPayment(work, input), { now: clock.next() });
  firm.counts.payments += 1;
  return paymentId;
}

/** Of those whom the firm has by then; promised clients are none of them. */
function clientAt(firm: Firm, n: number): ClientId {
  const known = firm.plan.clients.flatMap((name) => firm.clients.get(name) ?? []);
  return known[n % known.length] as ClientId;
}

function at(firm: Firm, ago: number, deed: (clock: Clock) => Promise<void>): void {
  firm.agenda.on(workdayUntil(addDays(firm.today, -ago)), deed);
}
