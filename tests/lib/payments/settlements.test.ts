import { beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice } from "@/lib/invoicing/queries";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { creditOf } from "@/lib/payments/credit";
import { getPayment } from "@/lib/payments/queries";
import { trialBalance } from "@/lib/reports/trial-balance";
import { draft, issued, line, newClient, pay, percent, takeBackInvoice, takeBackPayment } from "../../deeds";
import { booked, brokenInvariants, outcomes, refusalOf } from "../../evidence";
import {
  adjust,
  apply,
  credited,
  deposit,
  note,
  payMany,
  postNote,
  refund,
  takeBackNote,
  undo,
} from "../../settlement-deeds";
import { type Firm, today, type World, world } from "../../world";

let w: World;
let firm: Firm;
let desk: Desk;
let clientId: ClientId;

beforeEach(async () => {
  w = await world();
  firm = w.a;
  desk = firm.manager;
  clientId = await newClient(desk);
});

const hundred = (rest: Parameters<typeof issued>[2] = {}) => issued(desk, clientId, rest);
const open = async (invoiceId: InvoiceId) => (await getInvoice(desk.scope(), invoiceId)).balanceCents;
const standing = async (invoiceId: InvoiceId) => (await getInvoice(desk.scope(), invoiceId)).standing;
const credit = () => creditOf(desk.scope(), clientId);
const accounts = async () => {
  const { lines } = await trialBalance(firm.owner.scope(), { asOf: today });
  return Object.fromEntries(lines.map(({ code, debitCents, creditCents }) => [code, debitCents - creditCents]));
};

describe("a payment", () => {
  test("of 60 and another of 60 on an invoice of 100: receivable credited 100, client credit 20", async () => {
    const invoiceId = await hundred();
    await pay(desk, invoiceId, "60");
    const second = await pay(desk, invoiceId, "60", { acceptExcess: true });
    expect(await booked(desk, "payment", second)).toEqual([
      { code: "1000", amount: 6_000 },
      { code: "1100", amount: -4_000 },
      { code: "2200", amount: -2_000 },
    ]);
    expect([await open(invoiceId), await credit()]).toEqual([0, 2_000]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("goes to several invoices, to each up to what is open, and the rest is credit", async () => {
    const [a, b] = [await hundred(), await hundred()];
    const id = await payMany(desk, clientId, "250", [
      [a, "130"],
      [b, "60.50"],
    ]);
    expect([await open(a), await open(b), await credit()]).toEqual([0, 3_950, 8_950]);
    const { placed, credit: rows } = await getPayment(desk.scope(), id);
    expect(placed.map((row) => row.amountCents).sort()).toEqual([10_000, 6_050]);
    expect(rows.map((row) => row.amountCents)).toEqual([8_950]);
    expect((await listTimeline(desk.scope(), { invoiceId: b })).map(({ type }) => type)).toContain("payment.applied");
    await takeBackPayment(desk, id);
    expect([await open(a), await open(b), await credit()]).toEqual([10_000, 10_000, 0]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("without an invoice is credit; without a client, for another's invoice, twice for one, or with more placed than came in it is refused", async () => {
    await payMany(desk, clientId, "80", []);
    expect(await credit()).toBe(8_000);
    const invoiceId = await hundred();
    const stranger = await newClient(desk);
    expect(await refusalOf(payMany(desk, stranger, "10", [[invoiceId, "10"]]))).toBe("payment_other_client");
    expect(
      await refusalOf(
        payMany(desk, clientId, "10", [
          [invoiceId, "5"],
          [invoiceId, "5"],
        ]),
      ),
    ).toBe("placed_twice");
    expect(await refusalOf(payMany(desk, clientId, "10", [[invoiceId, "10.01"]]))).toBe("placed_too_much");
    expect(await refusalOf(payMany(desk, null as never, "10", []))).toBe("payment_nobodys");
    const foreign = await issued(w.b.manager, await newClient(w.b.manager));
    expect(await refusalOf(payMany(desk, clientId, "10", [[foreign, "10"]]))).toBe("not_found");
  });
});

describe("a refund", () => {
  test("of 40 of a paid 100 leaves a balance of 40, partly paid; undone it is paid again", async () => {
    const invoiceId = await hundred();
    const paymentId = await pay(desk, invoiceId, "100");
    const before = await accounts();
    const id = await refund(desk, paymentId, "40");
    expect([await open(invoiceId), await standing(invoiceId)]).toEqual([4_000, "partly_paid"]);
    expect(await booked(desk, "refund", id)).toEqual([
      { code: "1000", amount: -4_000 },
      { code: "1100", amount: 4_000 },
    ]);
    expect(await refusalOf(takeBackPayment(desk, paymentId))).toBe("payment_has_refunds");
    await undo(desk, id);
    expect([await open(invoiceId), await standing(invoiceId)]).toEqual([0, "paid"]);
    expect(await accounts()).toEqual(before);
    await takeBackPayment(desk, paymentId);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is split as its payment was, cent by cent, until exactly nothing is left of it", async () => {
    const [a, b] = [await hundred(), await hundred()];
    const id = await payMany(desk, clientId, "233.33", [
      [a, "100"],
      [b, "33.33"],
    ]);
    expect(await credit()).toBe(10_000);
    for (const amount of ["0.01", "77.77", "0.02", "100.00"]) await refund(desk, id, amount);
    expect((await getPayment(desk.scope(), id)).leftCents).toBe(5_553);
    expect(await refusalOf(refund(desk, id, "55.54"))).toBe("refund_too_much");
    await refund(desk, id, "55.53");
    expect([await open(a), await open(b), await credit()]).toEqual([10_000, 10_000, 0]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("never gives back credit that has been spent", async () => {
    const [a, b] = [await hundred(), await hundred()];
    const paymentId = await pay(desk, a, "150", { acceptExcess: true });
    const used = await apply(desk, b, "50");
    expect(await refusalOf(refund(desk, paymentId, "30"))).toBe("refund_credit_spent");
    await undo(desk, used);
    await refund(desk, paymentId, "30");
    expect([await open(a), await open(b), await credit()]).toEqual([2_000, 10_000, 4_000]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("asked for twice at one instant is given once when only one fits", async () => {
    const paymentId = await pay(desk, await hundred(), "100");
    const asked = Array.from({ length: 8 }, () => refund(desk, paymentId, "60"));
    expect(await outcomes(asked)).toEqual(["done", ...Array(7).fill("refund_too_much")]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is not undone once the invoice is paid otherwise", async () => {
    const invoiceId = await hundred();
    const id = await refund(desk, await pay(desk, invoiceId, "100"), "100");
    await pay(desk, invoiceId, "70");
    expect(await refusalOf(undo(desk, id))).toBe("paid_otherwise");
  });
});

describe("a credit note", () => {
  const taxed = { lines: [line("100", { isTaxable: true })], taxPercent: percent("8") };

  test("of 108 (100 + 8) on a paid invoice becomes client credit of 108; void, it is as before", async () => {
    const invoiceId = await hundred(taxed);
    await pay(desk, invoiceId, "108");
    const before = await accounts();
    const id = await credited(desk, invoiceId, "100");
    expect(await booked(desk, "credit_note", id)).toEqual([
      { code: "4000", amount: 10_000 },
      { code: "2100", amount: 800 },
      { code: "2200", amount: -10_800 },
    ]);
    expect([await open(invoiceId), await credit()]).toEqual([0, 10_800]);
    await takeBackNote(desk, id);
    expect(await credit()).toBe(0);
    expect(await accounts()).toEqual(before);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is split by what is really open after payments, credit and earlier notes", async () => {
    const invoiceId = await hundred(taxed);
    await pay(desk, invoiceId, "50");
    await adjust(desk, clientId, "grant", "20");
    await apply(desk, invoiceId, "20");
    await credited(desk, invoiceId, "30");
    expect([await open(invoiceId), await credit()]).toEqual([560, 0]);
    await credited(desk, invoiceId, "40");
    expect([await open(invoiceId), await standing(invoiceId), await credit()]).toEqual([0, "paid", 3_760]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("takes back no more than the invoice and no more tax; the last one takes exactly the rest", async () => {
    const invoiceId = await hundred({ lines: [line("99.99", { isTaxable: true })], taxPercent: percent("6.25") });
    expect(await refusalOf(note(desk, invoiceId, "100"))).toBe("credit_note_too_much");
    expect(await refusalOf(note(desk, invoiceId, "10", "6.26"))).toBe("credit_note_too_much");
    const drafts = [await note(desk, invoiceId, "60"), await note(desk, invoiceId, "60")];
    const posted = await outcomes(drafts.map((id) => postNote(desk, id)));
    expect(posted).toEqual(["credit_note_too_much", "done"]);
    await credited(desk, invoiceId, "39.99");
    expect([await open(invoiceId), await credit()]).toEqual([0, 0]);
    expect((await accounts())["2100"]).toBe(0);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("keeps its invoice from being voided, and is not for drafts, deposits and other companies", async () => {
    const invoiceId = await hundred();
    const id = await credited(desk, invoiceId, "100");
    expect(await refusalOf(takeBackInvoice(desk, invoiceId))).toBe("invoice_has_payments");
    await takeBackNote(desk, id);
    await takeBackInvoice(desk, invoiceId);
    expect(await refusalOf(note(desk, invoiceId, "1"))).toBe("invoice_not_issued");
    expect(await refusalOf(note(desk, await draft(desk, clientId), "1"))).toBe("invoice_not_issued");
    expect(await refusalOf(note(desk, await deposit(desk, clientId, "10"), "1"))).toBe("deposit_not_earned");
    expect(await refusalOf(note(w.b.manager, invoiceId, "1"))).toBe("not_found");
    expect(await refusalOf(takeBackNote(w.b.manager, id))).toBe("not_found");
  });

  test("of a paid invoice whose payment was voided since still keeps it from being voided", async () => {
    const invoiceId = await hundred();
    const paymentId = await pay(desk, invoiceId, "100");
    await credited(desk, invoiceId, "100");
    await takeBackPayment(desk, paymentId);
    expect(await refusalOf(takeBackInvoice(desk, invoiceId))).toBe("invoice_has_credit_notes");
  });

  test("is not voided once its credit has been used", async () => {
    const invoiceId = await hundred();
    await pay(desk, invoiceId, "100");
    const id = await credited(desk, invoiceId, "100");
    const used = await apply(desk, await hundred(), "1");
    expect(await refusalOf(takeBackNote(desk, id))).toBe("credit_spent");
    await undo(desk, used);
    await takeBackNote(desk, id);
    expect(await brokenInvariants(desk)).toEqual([]);
  });
});
