import { getInvoice } from "@/lib/invoicing/queries";
import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { addDays, type PlainDate } from "@/lib/kernel/dates";
import type { InvoiceId, PaymentId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import type { PaymentMethod } from "@/lib/payments/payment";
import { recordPayment } from "@/lib/payments/record-payment";
import { voidPayment } from "@/lib/payments/void-payment";
import type { Clock } from "./calendar";
import { type Firm, managerOf } from "./firm";

const methods: readonly PaymentMethod[] = ["check", "check", "check", "check", "ach", "ach", "ach", "card", "other"];

export type Money = { percent?: number; extraCents?: number; method?: PaymentMethod };

/** What becomes of an issued invoice: mostly paid within 5 to 50 days; sometimes in two parts, too much, or never. */
export function schedulePayment(firm: Firm, invoiceId: InvoiceId, issuedOn: PlainDate): void {
  const { agenda, till } = firm;
  const dice = firm.dice.deeds;
  const paysOn = addDays(issuedOn, dice.between(5, 50));
  const pay = (day: PlainDate, money: Money = {}) =>
    till.on(day, async (clock) => void (await takePayment(firm, invoiceId, money, clock)));
  const fate = dice.below(100);
  if (fate < 3) {
    agenda.on(addDays(issuedOn, dice.between(1, 6)), (clock) => voidWrong(firm, invoiceId, clock));
  } else if (fate < 10) {
    pay(paysOn, { percent: dice.pick([30, 40, 50, 60]) });
    pay(addDays(paysOn, dice.between(10, 30)));
  } else if (fate < 13) {
    pay(paysOn, { percent: dice.pick([25, 50, 75]) });
  } else if (fate < 15) {
    pay(paysOn, { extraCents: dice.between(2, 20) * 500 });
  } else if (fate < 17) {
    till.on(paysOn, (clock) => takeBadCheck(firm, invoiceId, clock));
    pay(addDays(paysOn, 16), { method: "ach" });
  } else if (fate < 98) {
    pay(paysOn);
  }
}

/** Pays what is open, or so many percent of it, or more; what is more becomes the client's credit. */
export async function takePayment(
  firm: Firm,
  invoiceId: InvoiceId,
  { percent = 100, extraCents = 0, method }: Money,
  clock: Clock,
): Promise<PaymentId> {
  const { desk } = managerOf(firm, firm.counts.payments);
  const how = method ?? firm.dice.till.pick(methods);
  const reference = how === "check" ? `Check ${firm.dice.till.between(1_010, 9_890)}` : "";
  const { paymentId } = await desk.work(
    async (work) => {
      const { balanceCents } = await getInvoice(work, invoiceId);
      const amount = cents(Math.ceil((balanceCents * percent) / 100) + extraCents);
      const blank = { paymentId: null, clientId: null, depositAccountId: null, note: "", acceptExcess: extraCents > 0 };
      return recordPayment(work, {
        ...blank,
        placements: [{ invoiceId, amount }],
        receivedOn: clock.day,
        amount,
        method: how,
        reference,
      });
    },
    { now: clock.next() },
  );
  firm.counts.payments += 1;
  return paymentId;
}

async function takeBadCheck(firm: Firm, invoiceId: InvoiceId, clock: Clock): Promise<void> {
  const paymentId = await takePayment(firm, invoiceId, { method: "check" }, clock);
  firm.till.on(addDays(clock.day, 5), async (later) => {
    const input = { paymentId, voidedOn: later.day, reason: "The bank returned the check" };
    await managerOf(firm, 0).desk.work((work) => voidPayment(work, input), { now: later.next() });
  });
}

/** Its time is free again, and goes on next month's invoice. */
async function voidWrong(firm: Firm, invoiceId: InvoiceId, clock: Clock): Promise<void> {
  const input = { invoiceId, voidedOn: clock.day, reason: "Sent before the client had approved the scope" };
  await managerOf(firm, 0).desk.work((work) => voidInvoice(work, input), { now: clock.next() });
}
