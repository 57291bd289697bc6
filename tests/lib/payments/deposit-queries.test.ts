import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { getInvoice, invoiceFilters, invoiceSorts, listInvoices } from "@/lib/invoicing/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { listAllocations } from "@/lib/payments/allocation-queries";
import { applyDeposit } from "@/lib/payments/apply-deposit";
import { listDepositsHeld } from "@/lib/payments/deposit-queries";
import { putOnInvoice } from "@/lib/payments/put-on-invoice";
import { voidSettlement } from "@/lib/payments/void-settlement";
import { writeOff } from "@/lib/payments/write-off";
import { dollars, draft, invoiceOf, issued, line, newClient, pay, percent } from "../../deeds";
import { today, type World, world } from "../../world";
import { refused } from "../ledger/books";

let w: World;
let desk: Desk;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  desk = w.a.manager;
});

const asked = (amount: string) => issued(desk, clientId, { kind: "deposit", lines: [line(amount)] });
const apply = (depositInvoiceId: InvoiceId, invoiceId: InvoiceId, amount: string) =>
  desk.work((work) => applyDeposit(work, { depositInvoiceId, invoiceId, appliedOn: today, amount: dollars(amount) }));
const held = async () => (await listDepositsHeld(desk.scope(), clientId)).map(({ id, leftCents }) => [id, leftCents]);

test("a deposit is held as far as it is paid and not applied; undone, it is held again; never of another client or company", async () => {
  clientId = await newClient(desk);
  const deposit = await asked("3000");
  expect(await held()).toEqual([]);
  await pay(desk, deposit, "2000");
  expect(await held()).toEqual([[deposit, 200_000]]);
  const final = await issued(desk, clientId, { lines: [line("10000")] });
  const { settlementId } = await apply(deposit, final, "1500");
  expect(await held()).toEqual([[deposit, 50_000]]);
  await desk.work((work) => voidSettlement(work, { settlementId, voidedOn: today, reason: "Wrong invoice" }));
  expect(await held()).toEqual([[deposit, 200_000]]);
  expect(await listDepositsHeld(desk.scope(), await newClient(desk))).toEqual([]);
  expect(await listDepositsHeld(w.b.manager.scope(), clientId)).toEqual([]);
});

test("what stands on an invoice is said apart and sums to what was applied; what was undone is gone from it", async () => {
  clientId = await newClient(desk);
  const deposit = await asked("300");
  await pay(desk, deposit, "300");
  const invoiceId = await issued(desk, clientId, { lines: [line("1000")] });
  await apply(deposit, invoiceId, "250");
  await pay(desk, invoiceId, "100");
  const input = { invoiceId, writtenOffOn: today, amount: dollars("50"), reason: "Never" };
  const { settlementId } = await desk.work((work) => writeOff(work, input));
  const rows = await listAllocations(desk.scope(), invoiceId);
  const { invoice } = await getInvoice(desk.scope(), deposit);
  expect(putOnInvoice(rows)).toEqual({
    ...{ paidCents: 10_000, creditsCents: 0, writtenOffCents: 5_000 },
    deposits: [{ number: invoice.number, amountCents: 25_000 }],
  });
  expect(rows.map(({ isStanding, isAutomatic }) => [isStanding, isAutomatic])).toEqual([
    [true, false],
    [false, false],
    [true, false],
  ]);
  await desk.work((work) => voidSettlement(work, { settlementId, voidedOn: today, reason: "They paid" }));
  expect(putOnInvoice(await listAllocations(desk.scope(), invoiceId)).writtenOffCents).toBe(0);
});

test("tax on a deposit is refused beside the tax, new and edited, and nothing is saved", async () => {
  clientId = await newClient(desk);
  const taxed = { taxPercent: percent("8"), lines: [line("100", { isTaxable: true })] };
  const refusal = await refused(desk, () => draft(desk, clientId, { kind: "deposit", ...taxed }));
  expect(refusal).toMatchObject({
    code: "deposit_taxed",
    fields: { taxPercent: expect.stringContaining("not taxed") },
  });
  const typed = { lines: [line("100", { isTaxable: true, tax: dollars("8") })] };
  expect(await refused(desk, () => draft(desk, clientId, { kind: "deposit", ...typed }))).toMatchObject({
    code: "deposit_taxed",
  });
  const invoiceId = await draft(desk, clientId, { kind: "deposit" });
  const edit = { ...invoiceOf(clientId, { kind: "deposit", ...taxed }), invoiceId, revision: 0 };
  expect(await refused(desk, () => desk.work((work) => updateInvoice(work, edit)))).toMatchObject({
    code: "deposit_taxed",
  });
  expect((await getInvoice(desk.scope(), invoiceId)).invoice).toMatchObject({ kind: "deposit", taxCents: 0 });
});

test("a draft is saved with its kind, and the list tells deposits from invoices", async () => {
  clientId = await newClient(desk);
  const deposit = await draft(desk, clientId, { kind: "deposit" });
  const plain = await draft(desk, clientId);
  const edit = { ...invoiceOf(clientId, { kind: "deposit", lines: [line("200")] }), invoiceId: deposit, revision: 0 };
  await desk.work((work) => updateInvoice(work, edit));
  const listed = async (kind: string) => {
    const shape = { sorts: invoiceSorts, defaultSort: "-issued" as const, filters: invoiceFilters };
    const { rows } = await listInvoices(desk.scope(), listRequest({ kind, client: clientId }, shape));
    return rows.map(({ id }) => id);
  };
  expect(await listed("deposit")).toEqual([deposit]);
  expect(await listed("standard")).toEqual([plain]);
  expect((await listed("")).sort()).toEqual([deposit, plain].sort());
});
