import { beforeAll, expect, test } from "vitest";
import { allocations, creditEntries } from "@/db/schema";
import type { Desk } from "@/lib/doors/console";
import { record } from "@/lib/events/record";
import { getInvoice } from "@/lib/invoicing/queries";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { type AccountId, type ClientId, type InvoiceId, newId, type PaymentId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { createAccount } from "@/lib/ledger/create-account";
import { post } from "@/lib/ledger/post";
import { getEntry, listEntriesOfSource } from "@/lib/ledger/queries";
import { deactivateAccount } from "@/lib/ledger/update-account";
import { creditOf } from "@/lib/payments/credit";
import { recordPaymentInput } from "@/lib/payments/inputs";
import { getPayment, listPayments, paymentFilters, paymentSorts } from "@/lib/payments/queries";
import { recordPayment } from "@/lib/payments/record-payment";
import { sql, verdict } from "../../db/roles";
import { accountByCode, draft, issued, line, newClient, pay, takeBackInvoice, takeBackPayment } from "../../deeds";
import { today, type World, world } from "../../world";
import { balances, refused } from "../ledger/books";

let w: World;
let desk: Desk;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  desk = w.a.manager;
  clientId = await newClient(desk);
});

const hundred = () => issued(desk, clientId);
const stateOf = async (invoiceId: InvoiceId) => {
  const { standing, paidCents, balanceCents } = await getInvoice(desk.scope(), invoiceId);
  return { standing, paidCents, balanceCents };
};
const linesOf = async (sourceType: "payment" | "payment_void", sourceId: PaymentId) => {
  const [made] = await listEntriesOfSource(desk.scope(), { sourceTypes: [sourceType], sourceId });
  if (!made) throw new Error(`no entry of ${sourceId}`);
  const { lines } = await getEntry(desk.scope(), made.id);
  return lines.map(({ code, amountCents }) => [code, amountCents]);
};
const list = (params: Record<string, string>) =>
  listPayments(
    desk.scope(),
    listRequest(params, { sorts: paymentSorts, defaultSort: "-received", filters: paymentFilters }),
  );

test("a part is paid, then the rest: each goes to the invoice and to the books", async () => {
  const invoiceId = await hundred();
  const first = await pay(desk, invoiceId, "30.01");
  expect(await stateOf(invoiceId)).toEqual({ standing: "partly_paid", paidCents: 3_001, balanceCents: 6_999 });
  expect(await linesOf("payment", first)).toEqual([
    ["1000", 3_001],
    ["1100", -3_001],
  ]);
  await pay(desk, invoiceId, "69.99");
  expect(await stateOf(invoiceId)).toEqual({ standing: "paid", paidCents: 10_000, balanceCents: 0 });
});

test("more than the balance is refused first, with what is open and what is too much", async () => {
  const invoiceId = await hundred();
  const refusal = await refused(desk, () => pay(desk, invoiceId, "120.00"));
  expect(refusal).toMatchObject({
    code: "overpayment_unconfirmed",
    details: { amount: "$120.00", open: "$100.00", excess: "$20.00" },
    fields: { acceptExcess: expect.stringContaining("$20.00") },
  });
});

test("confirmed, the excess becomes the client's credit, to the cent and in the books", async () => {
  const invoiceId = await hundred();
  const [creditBefore, booksBefore] = [await creditOf(desk.scope(), clientId), await balances(desk)];
  const paymentId = await pay(desk, invoiceId, "120.50", { acceptExcess: true });
  expect(await stateOf(invoiceId)).toMatchObject({ standing: "paid", balanceCents: 0 });
  expect(await creditOf(desk.scope(), clientId)).toBe(creditBefore + 2_050);
  expect(await linesOf("payment", paymentId)).toEqual([
    ["1000", 12_050],
    ["1100", -10_000],
    ["2200", -2_050],
  ]);
  const { placed, credit } = await getPayment(desk.scope(), paymentId);
  expect([placed.map((row) => row.amountCents), credit.map((row) => row.amountCents)]).toEqual([[10_000], [2_050]]);
  expect((await balances(desk))["2200"]).toBe((booksBefore["2200"] ?? 0) - 2_050);
});

test("on a paid invoice all of it becomes credit, if that is confirmed", async () => {
  const invoiceId = await hundred();
  await pay(desk, invoiceId, "100");
  expect(await refused(desk, () => pay(desk, invoiceId, "5"))).toMatchObject({
    details: { open: "$0.00", excess: "$5.00" },
  });
  const paymentId = await pay(desk, invoiceId, "5", { acceptExcess: true });
  const { placed, credit } = await getPayment(desk.scope(), paymentId);
  expect([placed, credit.map((row) => row.amountCents)]).toEqual([[], [500]]);
  await takeBackPayment(desk, paymentId);
  expect(await stateOf(invoiceId)).toMatchObject({ standing: "paid" });
});

test("a void takes everything back: balance, credit and books", async () => {
  const invoiceId = await hundred();
  const [creditBefore, booksBefore] = [await creditOf(desk.scope(), clientId), await balances(desk)];
  const paymentId = await pay(desk, invoiceId, "130", { acceptExcess: true });
  await takeBackPayment(desk, paymentId);
  expect(await stateOf(invoiceId)).toMatchObject({ paidCents: 0, balanceCents: 10_000 });
  expect(await creditOf(desk.scope(), clientId)).toBe(creditBefore);
  expect(await balances(desk)).toEqual(booksBefore);
  expect(await linesOf("payment_void", paymentId)).toEqual([
    ["1000", -13_000],
    ["1100", 10_000],
    ["2200", 3_000],
  ]);
  const { payment } = await getPayment(desk.scope(), paymentId);
  expect(payment).toMatchObject({ status: "void", voidedOn: today, voidReason: "It bounced" });
  expect(await refused(desk, () => takeBackPayment(desk, paymentId))).toMatchObject({ code: "payment_not_received" });
});

test("two people who void the same payment at once void it once", async () => {
  const paymentId = await pay(desk, await hundred(), "60");
  const tries = await Promise.allSettled([desk, w.a.owner, w.a.admin].map((one) => takeBackPayment(one, paymentId)));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of tries) if (one.status === "rejected") expect(one.reason.code).toBe("payment_not_received");
});

test("a void is not dated before its payment", async () => {
  const paymentId = await pay(desk, await hundred(), "60");
  const refusal = await refused(desk, () => takeBackPayment(desk, paymentId, plainDate("2026-11-17")));
  expect(refusal).toMatchObject({ code: "void_before", fields: { voidedOn: expect.stringContaining("Nov 18, 2026") } });
});

test("a payment whose credit has been used is not voided", async () => {
  const client = await newClient(desk);
  const one = await pay(desk, await issued(desk, client), "150", { acceptExcess: true });
  const two = await pay(desk, await issued(desk, client), "150", { acceptExcess: true });
  const third = await issued(desk, client);
  await useCredit(client, third, two, 10_000);
  expect(await creditOf(desk.scope(), client)).toBe(0);
  expect(await refused(desk, () => takeBackPayment(desk, one))).toMatchObject({ code: "credit_spent" });
});

test("drafts and void invoices take no payment, and a paid invoice is not voided", async () => {
  const drafted = await draft(desk, clientId);
  expect(await refused(desk, () => pay(desk, drafted, "1"))).toMatchObject({ code: "invoice_not_issued" });
  const taken = await hundred();
  await takeBackInvoice(desk, taken);
  expect(await refused(desk, () => pay(desk, taken, "1"))).toMatchObject({ code: "invoice_not_issued" });
  const paid = await hundred();
  await pay(desk, paid, "1");
  expect(await refused(desk, () => takeBackInvoice(desk, paid))).toMatchObject({ code: "invoice_has_payments" });
});

test("money goes to Cash, or to another bank account in use, and nowhere else", async () => {
  const account = await accountByCode(desk);
  const { accountId } = await w.a.owner.work((work) =>
    createAccount(work, { code: "1050", name: "Savings", type: "asset", isBank: true }),
  );
  const paymentId = await pay(desk, await hundred(), "10", { depositAccountId: accountId });
  expect((await linesOf("payment", paymentId))[0]).toEqual(["1050", 1_000]);
  const invoiceId = await hundred();
  const wrong: AccountId[] = [account("1100"), account("4000"), (await accountByCode(w.b.owner))("1000")];
  for (const depositAccountId of wrong) {
    expect(await refused(desk, () => pay(desk, invoiceId, "10", { depositAccountId }))).toMatchObject({
      code: "not_found",
    });
  }
  await w.a.owner.work((work) => deactivateAccount(work, { accountId }));
  const refusal = await refused(desk, () => pay(desk, invoiceId, "10", { depositAccountId: accountId }));
  expect(refusal).toMatchObject({ code: "not_found" });
});

test("another company's invoice and payment are not found", async () => {
  const theirs = await issued(w.b.owner, await newClient(w.b.owner));
  const paymentId = await pay(w.b.owner, theirs, "10");
  expect(await refused(desk, () => pay(desk, theirs, "1"))).toMatchObject({ code: "not_found" });
  expect(await refused(desk, () => takeBackPayment(desk, paymentId))).toMatchObject({ code: "not_found" });
  await expect(getPayment(desk.scope(), paymentId)).rejects.toMatchObject({ code: "not_found" });
});

test("amounts of nothing, below nothing, or in fractions of a cent are refused in words", () => {
  const base = { invoiceId: newId("invoice"), receivedOn: "2026-11-18", method: "check" };
  const said = (amount: string) =>
    recordPaymentInput.safeParse({ ...base, amount }).error?.issues.map((issue) => issue.message);
  expect(said("0")).toEqual(["Enter an amount of more than zero."]);
  expect(said("-5")).toEqual(["Enter an amount of more than zero."]);
  expect(said("1.005")).toEqual(["Dollars have two decimals. Enter an amount such as 1,234.56."]);
  expect(said("NaN")).toHaveLength(1);
  expect(said("1,000.10")).toBeUndefined();
  expect(recordPaymentInput.parse({ ...base, amount: "5" })).toMatchObject({ acceptExcess: false, reference: "" });
});

test("money from before the invoice's own day is refused, by the database as well", async () => {
  const invoiceId = await hundred();
  const before = { invoiceId, receivedOn: addDays(today, -1), amount: "25", method: "check" };
  const early = desk.work((work) => recordPayment(work, recordPaymentInput.parse(before)));
  await expect(early).rejects.toMatchObject({
    code: "payment_before_invoice",
    fields: { receivedOn: expect.any(String) },
  });
  const { paymentId } = await desk.work((work) =>
    recordPayment(work, recordPaymentInput.parse({ ...before, receivedOn: today })),
  );
  const byHand = verdict(
    "app",
    desk.seat.company.id,
    [
      sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
      values (${desk.seat.company.id}, ${newId("allocation")}, ${invoiceId}, ${paymentId}, 1, ${addDays(today, -1)})`,
    ],
    { open: true },
  );
  expect(await byHand).toBe("EZ009");
});

test("sixteen payments at once never take more than what is open", async () => {
  const invoiceId = await issued(desk, clientId, { lines: [line("100")] });
  const tries = await Promise.allSettled(
    Array.from({ length: 16 }, (_, index) => pay([desk, w.a.owner, w.a.admin][index % 3] as Desk, invoiceId, "15")),
  );
  const codes = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(codes).toEqual(Array(10).fill("overpayment_unconfirmed"));
  expect(await stateOf(invoiceId)).toMatchObject({ paidCents: 9_000, balanceCents: 1_000 });
});

test("sixteen confirmed payments at once fill the invoice and make credit of the rest", async () => {
  const client = await newClient(desk);
  const invoiceId = await issued(desk, client);
  await Promise.all(Array.from({ length: 16 }, () => pay(desk, invoiceId, "15", { acceptExcess: true })));
  expect(await stateOf(invoiceId)).toMatchObject({ paidCents: 10_000, balanceCents: 0 });
  expect(await creditOf(desk.scope(), client)).toBe(16 * 1_500 - 10_000);
});

test("the same form sent twice is one payment", async () => {
  const invoiceId = await hundred();
  const input = recordPaymentInput.parse({ invoiceId, receivedOn: "2026-11-18", amount: "25", method: "ach" });
  const send = () => desk.work((work) => recordPayment(work, input), { requestId: "sent-twice-1" });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await stateOf(invoiceId)).toMatchObject({ paidCents: 2_500 });
});

test("payments are found by number, client, amount, method, status and days", async () => {
  const client = await newClient(desk, "Hawthorne Mill");
  const paymentId = await pay(
    desk,
    await issued(desk, client, { issuedOn: plainDate("2026-10-20"), lines: [line("4,321.09")] }),
    "4321.09",
    {
      method: "card",
      reference: "tx 88-1",
      receivedOn: plainDate("2026-10-24"),
    },
  );
  const ids = async (params: Record<string, string>) => (await list(params)).rows.map((row) => row.id);
  const { payment } = await getPayment(desk.scope(), paymentId);
  for (const q of ["hawthorne", "$4,321.09", "tx 88", payment.number ?? ""])
    expect(await ids({ q })).toEqual([paymentId]);
  expect(await ids({ client })).toEqual([paymentId]);
  expect(await ids({ method: "card" })).toEqual([paymentId]);
  expect(await ids({ from: "2026-10-24", to: "2026-10-24", status: "received", client })).toEqual([paymentId]);
  expect(await ids({ client, status: "void" })).toEqual([]);
  expect((await list({ method: "barter", client: "nobody", from: "soon" })).total).toBe((await list({})).total);
});

/** What a command that spends credit does: from the credit of a payment to an invoice, in the books as well. */
function useCredit(client: ClientId, invoiceId: InvoiceId, paymentId: PaymentId, amount: number) {
  return w.a.owner.work(async (work) => {
    const row = { companyId: work.company.id, paymentId };
    const used = { ...row, id: newId("creditEntry"), clientId: client, amountCents: cents(0 - amount) };
    await work.db.insert(creditEntries).values({ ...used, enteredOn: today, reason: "Used" });
    const placed = { ...row, id: newId("allocation"), invoiceId, amountCents: cents(amount) };
    await work.db.insert(allocations).values({ ...placed, allocatedOn: today });
    await post(work, {
      entryOn: today,
      memo: "Credit used",
      sourceType: "manual",
      sourceId: newId("journalEntry"),
      lines: [
        { account: { role: "customer_credit" }, amountCents: cents(amount), clientId: client },
        { account: { role: "receivable" }, amountCents: cents(0 - amount), clientId: client, invoiceId },
      ],
    });
    record(work, "payment.applied", invoiceId, { summary: "Credit was used" });
  });
}
