import { beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { type PlainDate, plainDate } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { issued, newClient, pay, takeBackInvoice, takeBackPayment } from "../../deeds";
import { brokenInvariants, refusalOf } from "../../evidence";
import { newVendor, payVendor, postedBill, takeBackBillPayment } from "../../expense-deeds";
import {
  adjust,
  apply,
  credited,
  deposit,
  giveUp,
  payOut,
  refund,
  spendDeposit,
  takeBackNote,
  undo,
} from "../../settlement-deeds";
import { world } from "../../world";

/**
 * What is right in sum can have been wrong in between: something is dated into days on which something else stood that was
 * taken back only later. Each is refused with the day that is possible, and taken on it.
 */
const day = (n: number): PlainDate => plainDate(`2026-11-${String(n).padStart(2, "0")}`);

let desk: Desk;
let clientId: ClientId;

beforeEach(async () => {
  desk = (await world()).a.manager;
  clientId = await newClient(desk);
});

async function refusedThenDone(refused: string, early: Promise<unknown>, late: () => Promise<unknown>): Promise<void> {
  expect(await refusalOf(early)).toBe(refused);
  await late();
  expect(await brokenInvariants(desk)).toEqual([]);
}

describe("no invoice is paid twice on any day", () => {
  test("a payment dated while another stood, which was voided later", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const first = await pay(desk, invoiceId, "100", { receivedOn: day(10) });
    await takeBackPayment(desk, first, day(15));
    await refusedThenDone("settled_then", pay(desk, invoiceId, "100", { receivedOn: day(12) }), () =>
      pay(desk, invoiceId, "100", { receivedOn: day(15) }),
    );
  });

  test("credit, or a write-off, dated while a write-off stood, which was undone later", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    await undo(desk, await giveUp(desk, invoiceId, "100", day(10)), day(15));
    await adjust(desk, clientId, "grant", "100", day(2));
    expect(await refusalOf(apply(desk, invoiceId, "100", day(12)))).toBe("settled_then");
    await refusedThenDone("settled_then", giveUp(desk, invoiceId, "40", day(14)), () =>
      apply(desk, invoiceId, "100", day(15)),
    );
  });

  test("a credit note dated while a payment stood, which was voided later", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const paymentId = await pay(desk, invoiceId, "100", { receivedOn: day(2) });
    await takeBackPayment(desk, paymentId, day(15));
    await refusedThenDone("settled_then", credited(desk, invoiceId, "40", null, day(12)), () =>
      credited(desk, invoiceId, "40", null, day(15)),
    );
  });

  test("a refund undone on a day on which another payment stood instead", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const refunded = await refund(desk, await pay(desk, invoiceId, "100", { receivedOn: day(2) }), "100", day(3));
    await takeBackPayment(desk, await pay(desk, invoiceId, "100", { receivedOn: day(4) }), day(12));
    await refusedThenDone("paid_otherwise", undo(desk, refunded, day(11)), () => undo(desk, refunded, day(12)));
  });

  test("a refund dated while an earlier one stood, and the payment's void likewise", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const paymentId = await pay(desk, invoiceId, "100", { receivedOn: day(2) });
    await undo(desk, await refund(desk, paymentId, "100", day(5)), day(12));
    expect(await refusalOf(takeBackPayment(desk, paymentId, day(6)))).toBe("void_before");
    await refusedThenDone("void_before", refund(desk, paymentId, "100", day(6)), () =>
      refund(desk, paymentId, "100", day(12)),
    );
  });

  test("a bill paid while another payment stood, which was voided later", async () => {
    const vendorId = await newVendor(desk);
    const billId = await postedBill(desk, vendorId, { billedOn: day(1) });
    await takeBackBillPayment(desk, await payVendor(desk, vendorId, [[billId, "100"]], { paidOn: day(10) }), day(15));
    await refusedThenDone("bill_paid_then", payVendor(desk, vendorId, [[billId, "100"]], { paidOn: day(12) }), () =>
      payVendor(desk, vendorId, [[billId, "100"]], { paidOn: day(15) }),
    );
  });
});

describe("no credit is below zero on any day", () => {
  test("a grant undone while its money was used, though there is new credit since", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const granted = await adjust(desk, clientId, "grant", "100", day(2));
    await apply(desk, invoiceId, "100", day(5));
    await adjust(desk, clientId, "grant", "100", day(16));
    await refusedThenDone("credit_spent", undo(desk, granted, day(6)), () => undo(desk, granted, day(16)));
  });

  test("a payment, or a credit note, voided while its excess was used", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const paymentId = await pay(desk, invoiceId, "200", { receivedOn: day(2), acceptExcess: true });
    const noteId = await credited(desk, invoiceId, "50", null, day(2));
    await payOut(desk, clientId, "150", day(3));
    await adjust(desk, clientId, "grant", "150", day(16));
    expect(await refusalOf(takeBackPayment(desk, paymentId, day(4)))).toBe("credit_spent");
    await refusedThenDone("credit_spent", takeBackNote(desk, noteId, day(4)), () =>
      takeBackNote(desk, noteId, day(16)),
    );
  });

  test("a refund dated before the credit that it takes was there again", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    const paymentId = await pay(desk, invoiceId, "200", { receivedOn: day(2), acceptExcess: true });
    await payOut(desk, clientId, "100", day(3));
    await adjust(desk, clientId, "grant", "100", day(16));
    await refusedThenDone("refund_credit_spent", refund(desk, paymentId, "200", day(4)), () =>
      refund(desk, paymentId, "200", day(16)),
    );
  });
});

describe("no deposit is used before it is paid, or taken back while it is used", () => {
  test("its payment voided, or it itself, on a day on which it was in use", async () => {
    const depositId = await deposit(desk, clientId, "100", day(1));
    const paymentId = await pay(desk, depositId, "100", { receivedOn: day(2) });
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    await undo(desk, await spendDeposit(desk, invoiceId, depositId, "100", day(10)), day(16));
    expect(await refusalOf(takeBackPayment(desk, paymentId, day(5)))).toBe("deposit_used");
    await takeBackPayment(desk, paymentId, day(16));
    await refusedThenDone("void_before", takeBackInvoice(desk, depositId, day(15)), () =>
      takeBackInvoice(desk, depositId, day(16)),
    );
  });

  test("it is used on a day before its payment", async () => {
    const depositId = await deposit(desk, clientId, "100", day(1));
    await pay(desk, depositId, "100", { receivedOn: day(12) });
    const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
    await refusedThenDone("deposit_short", spendDeposit(desk, invoiceId, depositId, "100", day(5)), () =>
      spendDeposit(desk, invoiceId, depositId, "100", day(12)),
    );
  });
});

test("an invoice is not voided before the void of its credit note: its revenue would be taken back twice until then", async () => {
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  const paymentId = await pay(desk, invoiceId, "100", { receivedOn: day(2) });
  const noteId = await credited(desk, invoiceId, "40", null, day(10));
  await takeBackNote(desk, noteId, day(16));
  await takeBackPayment(desk, paymentId, day(2));
  await refusedThenDone("void_before", takeBackInvoice(desk, invoiceId, day(5)), () =>
    takeBackInvoice(desk, invoiceId, day(16)),
  );
});

test("what was written off is not credited too: the client would get money that it never paid", async () => {
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  await pay(desk, invoiceId, "30", { receivedOn: day(2) });
  const givenUp = await giveUp(desk, invoiceId, "70", day(3));
  expect(await refusalOf(credited(desk, invoiceId, "31", null, day(4)))).toBe("credit_note_written_off");
  await credited(desk, invoiceId, "30", null, day(4));
  expect(await refusalOf(payOut(desk, clientId, "31", day(5)))).toBe("credit_short");
  await undo(desk, givenUp, day(5));
  await credited(desk, invoiceId, "70", null, day(6));
  expect(await brokenInvariants(desk)).toEqual([]);
});

test("a refund of an invoice that was voided since is not undone, and the refusal says so", async () => {
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  const refunded = await refund(desk, await pay(desk, invoiceId, "100", { receivedOn: day(2) }), "100", day(3));
  await takeBackInvoice(desk, invoiceId, day(4));
  expect(await refusalOf(undo(desk, refunded, day(5)))).toBe("undo_on_void");
});
