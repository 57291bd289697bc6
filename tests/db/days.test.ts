import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { type PlainDate, plainDate } from "@/lib/kernel/dates";
import { type CompanyId, newId } from "@/lib/kernel/ids";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { accountByCode, issued, newClient, newMonth, pay, reasons, takeBackPayment } from "../deeds";
import { newVendor, payVendor, postedBill, takeBackBillPayment } from "../expense-deeds";
import { adjust, deposit, giveUp, note, payOut, refund, spendDeposit, undo } from "../settlement-deeds";
import { type Firm, world } from "../world";
import { type Statement, sql, verdict } from "./roles";

/** Past the commands, as the application's role: the guards judge every day from the new one on, and not the sum. */
const day = (n: number): PlainDate => plainDate(`2026-11-${String(n).padStart(2, "0")}`);

let firm: Firm;
let desk: Desk;
let company: CompanyId;

beforeAll(async () => {
  firm = (await world()).a;
  desk = firm.manager;
  company = firm.owner.seat.company.id;
});

/** The guard alone: refused on the early day, and not on the late one. */
async function between(early: string, statement: (on: PlainDate) => Statement, [from, to]: [number, number]) {
  expect(await verdict("app", company, [statement(day(from))], { open: true })).toBe(early);
  expect(await verdict("app", company, [statement(day(to))], { open: true })).toBeNull();
}

test("more on an invoice than its total on a day between", async () => {
  const clientId = await newClient(desk);
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  await takeBackPayment(desk, await pay(desk, invoiceId, "100", { receivedOn: day(10) }), day(15));
  const other = await pay(desk, await issued(desk, clientId, { issuedOn: day(1) }), "100", { receivedOn: day(2) });
  await between(
    "EZ007",
    (on) =>
      sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
        values (${company}, ${newId("allocation")}, ${invoiceId}, ${other}, 10000, ${on})`,
    [12, 15],
  );
});

test("more on a bill than its total on a day between", async () => {
  const vendorId = await newVendor(desk);
  const billId = await postedBill(desk, vendorId, { billedOn: day(1) });
  await takeBackBillPayment(desk, await payVendor(desk, vendorId, [[billId, "100"]], { paidOn: day(10) }), day(15));
  const otherBill = await postedBill(desk, vendorId, { billedOn: day(1) });
  const other = await payVendor(desk, vendorId, [[otherBill, "100"]], { paidOn: day(2) });
  await between(
    "EZ007",
    (on) =>
      sql`insert into bill_allocations (company_id, id, bill_id, payment_id, amount_cents, allocated_on)
        values (${company}, ${newId("billAllocation")}, ${billId}, ${other}, 10000, ${on})`,
    [12, 15],
  );
});

test("credit below zero on a day between", async () => {
  const clientId = await newClient(desk);
  const granted = await adjust(desk, clientId, "grant", "100", day(2));
  await payOut(desk, clientId, "100", day(5));
  await adjust(desk, clientId, "grant", "100", day(16));
  await between(
    "EZ008",
    (on) =>
      sql`insert into credit_entries (company_id, id, client_id, settlement_id, amount_cents, entered_on, reason)
        values (${company}, ${newId("creditEntry")}, ${clientId}, ${granted}, -10000, ${on}, 'x')`,
    [6, 16],
  );
});

test("more refunded of a payment than it is, on a day between; and its void while a refund stood", async () => {
  const clientId = await newClient(desk);
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  const paymentId = await pay(desk, invoiceId, "100", { receivedOn: day(2) });
  await undo(desk, await refund(desk, paymentId, "100", day(5)), day(12));
  const cash = (await accountByCode(desk))("1000");
  await between(
    "EZ007",
    (on) =>
      sql`insert into settlements (company_id, id, kind, client_id, payment_id, account_id, amount_cents, settled_on, created_by)
        values (${company}, ${newId("settlement")}, 'refund', ${clientId}, ${paymentId}, ${cash}, 10000, ${on}, ${desk.seat.member.id})`,
    [6, 12],
  );
  await between(
    "EZ010",
    (on) => sql`update payments set status = 'void', voided_on = ${on}, void_reason = 'x' where id = ${paymentId}`,
    [6, 12],
  );
});

test("a deposit that is used more than it is paid, or unpaid while it was used, or void then", async () => {
  const clientId = await newClient(desk);
  const depositId = await deposit(desk, clientId, "100", day(1));
  const paymentId = await pay(desk, depositId, "100", { receivedOn: day(4) });
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  await undo(desk, await spendDeposit(desk, invoiceId, depositId, "100", day(10)), day(16));
  const use = (on: PlainDate) =>
    sql`insert into settlements (company_id, id, kind, client_id, invoice_id, deposit_invoice_id, amount_cents, settled_on, created_by)
      values (${company}, ${newId("settlement")}, 'deposit_application', ${clientId}, ${invoiceId}, ${depositId}, 10000, ${on}, ${desk.seat.member.id})`;
  await between("EZ012", use, [3, 16]);
  await between("EZ012", use, [12, 16]);
  await between(
    "EZ012",
    (on) =>
      sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
        values (${company}, ${newId("allocation")}, ${depositId}, ${paymentId}, -10000, ${on})`,
    [5, 16],
  );
  await takeBackPayment(desk, paymentId, day(16));
  await between(
    "EZ010",
    (on) => sql`update invoices set status = 'void', voided_on = ${on}, void_reason = 'x' where id = ${depositId}`,
    [15, 16],
  );
});

test("a credit note for what was written off", async () => {
  const clientId = await newClient(desk);
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  await pay(desk, invoiceId, "30", { receivedOn: day(2) });
  const most = await note(desk, invoiceId, "30", null, day(5));
  const more = await note(desk, invoiceId, "31", null, day(5));
  await giveUp(desk, invoiceId, "70", day(3));
  const posting = (id: string, at: number) =>
    verdict(
      "app",
      company,
      [
        sql`update credit_notes set status = 'posted', number = 'X', sequence = ${at}, posted_at = now(), posted_by = ${desk.seat.member.id} where id = ${id}`,
      ],
      { open: true },
    );
  expect(await posting(more, 9001)).toBe("EZ007");
  expect(await posting(most, 9002)).toBeNull();
});

test("a payment that is born and void in one transaction has both its entries", async () => {
  const clientId = await newClient(desk);
  const invoiceId = await issued(desk, clientId, { issuedOn: day(1) });
  const account = await accountByCode(desk);
  const [cash, rent] = [account("1000"), account("6000")];
  const member = desk.seat.member.id;
  const id = newId("payment");
  const post = (type: string, source: string, lines: { account?: string; role?: string; cents: number }[]) =>
    sql`select post_entry(${company}, ${newId("journalEntry")}, ${day(2)}, 'planted', ${type}, ${source}, null, ${member},
      ${lines.map((l) => l.account ?? null)}::text[], ${lines.map((l) => l.role ?? null)}::text[], ${lines.map((l) => l.cents)}::bigint[],
      ${lines.map(() => null)}::text[], ${lines.map(() => clientId)}::text[], ${lines.map(() => null)}::text[],
      ${lines.map((l) => (l.role ? invoiceId : null))}::text[], ${lines.map(() => null)}::text[])`;
  const born = [
    sql`insert into payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, status, created_by)
      values (${company}, ${id}, ${clientId}, 'X-1', 9999, ${day(2)}, 'check', 1000, ${cash}, 'received', ${member})`,
    sql`update payments set status = 'void', voided_on = received_on, void_reason = 'x' where id = ${id}`,
  ];
  const back = post("payment_void", id, [
    { account: cash, cents: -1000 },
    { role: "receivable", cents: 1000 },
  ]);
  // in place of its own entry another that evens the receivable out: an expense that nobody had
  const planted = post("manual", newId("journalEntry"), [
    { account: rent, cents: 1000 },
    { role: "receivable", cents: -1000 },
  ]);
  const own = post("payment", id, [
    { account: cash, cents: 1000 },
    { role: "receivable", cents: -1000 },
  ]);
  expect(await verdict("app", company, [...born, back, planted])).toBe("EZ009");
  expect(await verdict("app", company, [...born, own, back])).toBeNull();
});

test("what was said when a period was closed is not said otherwise while it is closed", async () => {
  const periodId = await newMonth(firm.owner, "2026-09");
  await firm.owner.work((work) => closePeriod(work, { periodId, note: "", reasons }));
  for (const what of [
    "closed_at = now()",
    "closed_by = (select id from members where role = 'staff' limit 1)",
    "close_note = 'forged'",
    "name = 'Forged'",
  ]) {
    const forged = { text: `update accounting_periods set ${what} where id = $1`, values: [periodId] };
    expect([what, await verdict("app", company, [forged])]).toEqual([what, "EZ002"]);
  }
});

test("periods close in their order and reopen from the latest, by hand too", async () => {
  const [earlier, later] = [await newMonth(firm.owner, "2026-10"), await newMonth(firm.owner, "2026-11")];
  const close = (id: string) => sql`update accounting_periods set status = 'closed', closed_at = now(),
    closed_by = (select id from members where role = 'owner' limit 1) where id = ${id}`;
  const reopen = (
    id: string,
  ) => sql`update accounting_periods set status = 'open', reopened_at = now(), reopen_reason = 'why',
    reopened_by = (select id from members where role = 'owner' limit 1) where id = ${id}`;
  for (const [statements, said] of [
    [[close(later)], "EZ002"],
    [[close(earlier), close(later)], null],
    [[close(earlier), close(later), reopen(earlier)], "EZ002"],
    [[close(earlier), close(later), reopen(later), reopen(earlier)], null],
  ] as const) {
    expect(await verdict("app", company, [...statements])).toBe(said);
  }
});
