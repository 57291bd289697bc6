import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { addDays } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, PaymentId, SettlementId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { adjustCredit, payOutCredit } from "@/lib/payments/adjust-credit";
import { applyCredit } from "@/lib/payments/apply-credit";
import { creditOf } from "@/lib/payments/credit";
import {
  allCreditEntries,
  creditFilters,
  creditSorts,
  listCreditClients,
  listCreditEntries,
  totalCredit,
} from "@/lib/payments/credit-queries";
import { getSettlement } from "@/lib/payments/settlement-queries";
import { voidSettlement } from "@/lib/payments/void-settlement";
import { creditLedgerCsv } from "@/lib/reports/credit-ledger-csv";
import { dollars, issued, newClient, pay } from "../../deeds";
import { today, type World, world } from "../../world";

let w: World;
let desk: Desk;
let clientId: ClientId;
let paymentId: PaymentId;
let invoiceId: InvoiceId;
let settlementId: SettlementId;

const request = (params: Record<string, string> = {}) =>
  listRequest(params, { sorts: creditSorts, defaultSort: "-entered", filters: creditFilters });
const list = (params: Record<string, string> = {}) => listCreditEntries(desk.scope(), request(params));

beforeAll(async () => {
  w = await world();
  desk = w.a.manager;
  clientId = await newClient(desk, "Alder & Pike");
  const paid = await issued(desk, clientId, { issuedOn: addDays(today, -9) });
  paymentId = await pay(desk, paid, "150", { acceptExcess: true, receivedOn: addDays(today, -5) });
  invoiceId = await issued(desk, clientId, { issuedOn: addDays(today, -4) });
  const applied = { invoiceId, appliedOn: addDays(today, -3), amount: dollars("30"), memo: "" };
  settlementId = (await desk.work((work) => applyCredit(work, applied))).settlementId;
  const grant = { clientId, direction: "grant" as const, adjustedOn: today, amount: dollars("5"), accountId: null };
  await desk.work((work) => adjustCredit(work, { ...grant, reason: "For the wait" }));

  const other = await newClient(desk, "Bramble");
  await pay(desk, await issued(desk, other), "101", { acceptExcess: true });
  const beta = await newClient(w.b.manager, "Alder & Pike");
  await pay(w.b.manager, await issued(w.b.manager, beta), "900", { acceptExcess: true });
});

test("the ledger lists every movement with its document, and the balance after each when it is one client's", async () => {
  const { rows, total } = await list({ client: clientId });
  expect(rows.map((row) => [row.source, row.documentNumber, row.amountCents, row.balanceCents])).toEqual([
    ["credit_grant", "", 500, 2_500],
    ["credit_application", "", -3_000, 2_000],
    ["payment", "PAY-00001", 5_000, 5_000],
  ]);
  expect(rows.map((row) => row.documentId).slice(1)).toEqual([settlementId, paymentId]);
  expect(total).toBe(3);
  expect(await creditOf(desk.scope(), clientId)).toBe(2_500);
});

test("filters leave the balance as it was: it counts the rows that are not shown", async () => {
  const applied = await list({ client: clientId, kind: "credit_application" });
  expect(applied.rows.map((row) => row.balanceCents)).toEqual([2_000]);
  expect((await list({ client: clientId, from: today })).rows.map((row) => row.amountCents)).toEqual([500]);
  expect((await list({ client: clientId, to: addDays(today, -4) })).rows.map((row) => row.amountCents)).toEqual([
    5_000,
  ]);
});

test("of all clients there is no running balance, and an amount, a reason or a name finds rows", async () => {
  const { rows, total } = await list();
  expect(total).toBe(4);
  expect(rows.every((row) => row.balanceCents === null)).toBe(true);
  expect((await list({ q: "30.00" })).total).toBe(1);
  expect((await list({ q: "the wait" })).total).toBe(1);
  expect((await list({ q: "bramble" })).total).toBe(1);
  expect((await list({ kind: "barter", client: "nobody", from: "soon" })).total).toBe(4);
});

test("who has credit, and how much of it there is in all", async () => {
  expect((await listCreditClients(desk.scope())).map(({ name }) => name)).toEqual(["Alder & Pike", "Bramble"]);
  expect(await totalCredit(desk.scope())).toEqual({ creditCents: 2_600, clients: 2 });
});

test("a file holds every row once, the oldest first, however it is cut into batches", async () => {
  const whole = async (batch: number) => {
    let text = "";
    const batches = allCreditEntries(desk.scope(), request({ client: clientId }), batch);
    for await (const piece of creditLedgerCsv(batches)) text += piece;
    return text.trim().split(/\r?\n/);
  };
  const lines = await whole(2);
  expect(lines).toEqual(await whole(2_000));
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("PAY-00001");
  expect(lines.map((line) => line.split(",").at(-1))).toEqual(["Balance", "50.00", "20.00", "25.00"]);
});

test("a settlement shows what it moved, and once undone what moved back", async () => {
  const grant = { clientId, direction: "grant" as const, adjustedOn: today, amount: dollars("7"), accountId: null };
  const made = await desk.work((work) => adjustCredit(work, { ...grant, reason: "By mistake" }));
  const before = await getSettlement(desk.scope(), made.settlementId);
  expect(before).toMatchObject({
    settlement: { status: "standing", kind: "credit_grant" },
    clientName: "Alder & Pike",
  });
  expect(before.account).toContain("4000");
  const undo = { settlementId: made.settlementId, voidedOn: today, reason: "Wrong client" };
  await desk.work((work) => voidSettlement(work, undo));
  const after = await getSettlement(desk.scope(), made.settlementId);
  expect(after.credit.map((row) => row.amountCents)).toEqual([700, -700]);

  const applied = await getSettlement(desk.scope(), settlementId);
  expect(applied.placed).toMatchObject([{ invoiceId, amountCents: 3_000 }]);
  expect(applied.credit.map((row) => row.amountCents)).toEqual([-3_000]);
});

test("another company's settlement, client and ledger are not found", async () => {
  const theirs = w.b.manager.scope();
  await expect(getSettlement(theirs, settlementId)).rejects.toMatchObject({ code: "not_found" });
  expect((await listCreditEntries(theirs, request({ client: clientId }))).total).toBe(0);
  expect((await listCreditEntries(theirs, request())).rows.map((row) => row.amountCents)).toEqual([80_000]);
  expect(await totalCredit(theirs)).toEqual({ creditCents: 80_000, clients: 1 });
  expect((await listCreditClients(theirs)).map(({ id }) => id)).not.toContain(clientId);
});

test("a client whose credit is used up is among those who had it, and owed nothing", async () => {
  const gone = await newClient(desk, "Castine");
  await pay(desk, await issued(desk, gone), "110", { acceptExcess: true });
  const held = await totalCredit(desk.scope());
  const out = { clientId: gone, paidOn: today, amount: dollars("10"), accountId: null, reason: "Asked for it" };
  await desk.work((work) => payOutCredit(work, out));
  expect(await totalCredit(desk.scope())).toEqual({ creditCents: held.creditCents - 1_000, clients: held.clients - 1 });
  expect((await listCreditClients(desk.scope())).map(({ name }) => name)).toContain("Castine");
});
