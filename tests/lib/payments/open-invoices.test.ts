import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { addDays } from "@/lib/kernel/dates";
import type { ClientId, PaymentId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { listOpenInvoices } from "@/lib/payments/open-invoices";
import { paymentStanding } from "@/lib/payments/payment";
import { planPayment } from "@/lib/payments/plan-payment";
import { getPayment, listPayments, paymentFilters, paymentSorts } from "@/lib/payments/queries";
import { refundPayment } from "@/lib/payments/refund-payment";
import { voidSettlement } from "@/lib/payments/void-settlement";
import { dollars, draft, issued, newClient, pay } from "../../deeds";
import { today, type World, world } from "../../world";

let w: World;
let desk: Desk;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  desk = w.a.manager;
  clientId = await newClient(desk);
});

const refund = (paymentId: PaymentId, amount: string) =>
  desk.work((work) =>
    refundPayment(work, {
      ...{ paymentId, refundedOn: today, amount: dollars(amount), accountId: null, reason: "Not needed" },
    }),
  );
const listed = async (params: Record<string, string>) => {
  const options = { sorts: paymentSorts, defaultSort: "-received" as const, filters: paymentFilters };
  return (await listPayments(desk.scope(), listRequest({ client: clientId, ...params }, options))).rows;
};

test("what a client owes, the oldest due first, with what is open of each", async () => {
  const late = await issued(desk, clientId, { dueOn: addDays(today, 40) });
  const soon = await issued(desk, clientId, { dueOn: addDays(today, 5) });
  const paid = await issued(desk, clientId);
  await draft(desk, clientId);
  await issued(desk, await newClient(desk));
  await pay(desk, soon, "30");
  await pay(desk, paid, "100");
  const open = await listOpenInvoices(desk.scope(), clientId);
  expect(open.map(({ id, totalCents, openCents }) => [id, totalCents, openCents])).toEqual([
    [soon, 10_000, 7_000],
    [late, 10_000, 10_000],
  ]);
  expect(open.every(({ number }) => number.startsWith("INV-"))).toBe(true);
  expect(await listOpenInvoices(w.b.manager.scope(), clientId)).toEqual([]);
});

test("a payment says how much of it was refunded, what is left and where, and forgets a refund that was undone", async () => {
  const invoiceId = await issued(desk, clientId);
  const paymentId = await pay(desk, invoiceId, "120", { acceptExcess: true });
  const first = await refund(paymentId, "60");
  const partly = await getPayment(desk.scope(), paymentId);
  expect(partly).toMatchObject({ standing: "partly_refunded", leftCents: 6_000 });
  expect(partly.left).toEqual({ placed: [{ invoiceId, amountCents: 5_000 }], creditCents: 1_000 });
  await refund(paymentId, "60");
  expect(await getPayment(desk.scope(), paymentId)).toMatchObject({ standing: "refunded", leftCents: 0 });
  expect((await listed({ status: "refunded" })).map((row) => [row.id, row.standing])).toEqual([
    [paymentId, "refunded"],
  ]);
  const undo = { settlementId: first.settlementId, voidedOn: today, reason: "It was never sent" };
  await desk.work((work) => voidSettlement(work, undo));
  const again = await getPayment(desk.scope(), paymentId);
  expect(again).toMatchObject({ standing: "partly_refunded", leftCents: 6_000 });
  expect(again.refunds.map(({ status, amountCents }) => [status, amountCents])).toEqual([
    ["standing", 6_000],
    ["void", 6_000],
  ]);
});

test("a refund of two invoices is told once on its own history, and on that of each invoice", async () => {
  const [one, two] = [await issued(desk, clientId), await issued(desk, clientId)];
  const placements = [one, two].map((invoiceId) => ({ invoiceId, amount: dollars("100") }));
  const paymentId = await pay(desk, one, "200", { placements });
  const { settlementId } = await refund(paymentId, "50");
  expect(await listTimeline(desk.scope(), { subjectIds: [settlementId] })).toHaveLength(1);
  for (const invoiceId of [one, two]) {
    const told = await listTimeline(desk.scope(), { invoiceId });
    expect(told.filter(({ type }) => type === "payment.refunded")).toHaveLength(1);
  }
  expect(await listTimeline(w.b.manager.scope(), { subjectIds: [settlementId] })).toEqual([]);
});

test("an expected payment is listed as pending, without a number, and is no money yet", async () => {
  const planned = await desk.work((work) =>
    planPayment(work, {
      ...{ clientId, amount: dollars("80"), receivedOn: addDays(today, 7), method: "ach" },
      ...{ depositAccountId: null, reference: "", note: "" },
    }),
  );
  expect(await listed({ status: "pending" })).toMatchObject([
    { id: planned.paymentId, number: null, standing: "pending", amountCents: 8_000 },
  ]);
  await expect(getPayment(w.b.manager.scope(), planned.paymentId)).rejects.toMatchObject({ code: "not_found" });
});

test("only money that came in can be refunded, whatever stands beside it", () => {
  expect(paymentStanding({ status: "received", amountCents: 100 }, 0)).toBe("received");
  expect(paymentStanding({ status: "received", amountCents: 100 }, 99)).toBe("partly_refunded");
  expect(paymentStanding({ status: "received", amountCents: 100 }, 100)).toBe("refunded");
  expect(paymentStanding({ status: "void", amountCents: 100 }, 0)).toBe("void");
  expect(paymentStanding({ status: "pending", amountCents: 100 }, 0)).toBe("pending");
});
