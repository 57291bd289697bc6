import { beforeAll, describe, expect, test } from "vitest";
import type { BillId, BillPaymentId, CompanyId, ExpenseId, MemberId, VendorId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { accountByCode, draft, newClient } from "../deeds";
import { approvedExpense, chargedTo, draftedBill, newVendor, payVendor, postedBill, spentBy } from "../expense-deeds";
import { today, world } from "../world";
import { sql, verdict } from "./roles";

/** What a statement by hand, as the application's role and past the commands, can't do to bills and expenses. */
let company: CompanyId;
let member: MemberId;
let vendor: VendorId;
let draftBill: BillId;
let bill: BillId;
let payment: BillPaymentId;
let draftExpense: ExpenseId;
let expense: ExpenseId;
let othersDraft: string;
let account: (code: string) => string;

beforeAll(async () => {
  const { a } = await world();
  company = a.owner.seat.company.id;
  member = a.owner.seat.member.id;
  vendor = await newVendor(a.manager);
  draftBill = await draftedBill(a.manager, vendor);
  bill = await postedBill(a.manager, vendor);
  payment = await payVendor(a.manager, vendor, [[bill, "40"]]);
  draftExpense = await spentBy(a.manager, "5");
  const clientId = await newClient(a.manager);
  expense = await approvedExpense(a, "12", { clientId, isBillable: true });
  othersDraft = await draft(a.manager, await newClient(a.manager));
  account = await accountByCode(a.owner);
});

const entry = (type: string, source: string, accounts: string[], amounts: number[], bills: (string | null)[]) => {
  const none = amounts.map(() => null);
  return sql`select post_entry(${company}, ${newId("journalEntry")}, ${today}, 'planted', ${type}, ${source}, null, ${member},
    ${accounts}::text[], ${none}::text[], ${amounts}::bigint[], ${none}::text[], ${none}::text[], ${none}::text[], ${none}::text[],
    ${bills}::text[])`;
};

describe("what the firm owes", () => {
  test("accounts payable takes no new line without a bill, and none that no bill says", async () => {
    const lines = (of: string | null) =>
      entry("manual", newId("journalEntry"), [account("6000"), account("2000")], [500, -500], [null, of]);
    expect(await verdict("app", company, [lines(null)])).toBe("EZ005");
    expect(await verdict("app", company, [lines(bill)])).toBe("EZ009");
  });

  test("reimbursements payable take nothing but expenses and their reimbursements, and those only as they say", async () => {
    const lines = (type: string, source: string) =>
      entry(type, source, [account("6000"), account("2050")], [500, -500], [null, null]);
    expect(await verdict("app", company, [lines("manual", newId("journalEntry"))])).toBe("EZ005");
    expect(await verdict("app", company, [lines("expense", draftExpense)])).toBe("EZ009");
    expect(await verdict("app", company, [lines("reimbursement", expense)])).toBe("EZ009");
  });
});

describe("a bill", () => {
  const post = sql`update bills set status = 'posted', number = 'BILL-9', sequence = 9 where id = `;

  test("is not posted without its entry, nor with one that costs another account", async () => {
    const posting = { text: `${post.text}$1`, values: [draftBill] };
    const say = (code: string) =>
      entry("bill", draftBill, [account(code), account("2000")], [10_000, -10_000], [null, draftBill]);
    expect(await verdict("app", company, [posting])).toBe("EZ009");
    expect(await verdict("app", company, [posting, say("6100")])).toBe("EZ009");
    expect(await verdict("app", company, [posting, say("6000")])).toBeNull();
  });

  test("that is posted keeps its head and its lines, and is not voided while something is paid on it", async () => {
    expect(await verdict("app", company, [sql`update bills set due_on = due_on + 1 where id = ${bill}`])).toBe("EZ002");
    expect(await verdict("app", company, [sql`delete from bills where id = ${bill}`])).toBe("EZ002");
    expect(await verdict("app", company, [sql`delete from bill_lines where bill_id = ${bill}`])).toBe("EZ002");
    const voiding = sql`update bills set status = 'void', voided_on = ${today} where id = ${bill}`;
    expect(await verdict("app", company, [voiding])).toBe("EZ010");
  });

  test("has no more paid than its total, and nothing that is in no entry", async () => {
    const place = (
      amount: number,
    ) => sql`insert into bill_allocations (company_id, id, bill_id, payment_id, amount_cents, allocated_on)
      values (${company}, ${newId("billAllocation")}, ${bill}, ${payment}, ${amount}, ${today})`;
    expect(await verdict("app", company, [place(6_001)])).toBe("EZ007");
    expect(await verdict("app", company, [place(1_000)])).toBe("EZ009");
    expect(await verdict("app", company, [sql`delete from bill_allocations where bill_id = ${bill}`])).toBe("42501");
  });

  test("is not paid by a payment that is placed nowhere, nor is a payment changed", async () => {
    const pay = sql`insert into bill_payments (company_id, id, vendor_id, paid_on, amount_cents, from_account_id, created_by)
      values (${company}, ${newId("billPayment")}, ${vendor}, ${today}, 500, ${account("1000")}, ${member})`;
    expect(await verdict("app", company, [pay])).toBe("EZ009");
    const change = sql`update bill_payments set amount_cents = 1 where id = ${payment}`;
    expect(await verdict("app", company, [change])).toBe("EZ002");
    const voiding = sql`update bill_payments set status = 'void', voided_on = ${today} where id = ${payment}`;
    expect(await verdict("app", company, [voiding])).toBe("EZ009");
  });
});

describe("an expense", () => {
  test("is not approved past its steps, nor without its entry", async () => {
    const approve = sql`update expenses set status = 'approved', number = 'EXP-9', sequence = 9, account_id = ${account("6000")},
      approved_by = ${member}, approved_at = now() where id = ${draftExpense}`;
    const submit = sql`update expenses set status = 'submitted' where id = ${draftExpense}`;
    expect(await verdict("app", company, [approve])).toBe("EZ002");
    expect(await verdict("app", company, [submit, approve])).toBe("EZ009");
    const say = entry("expense", draftExpense, [account("6000"), account("1000")], [500, -500], [null, null]);
    expect(await verdict("app", company, [submit, approve, say])).toBeNull();
  });

  test("that is approved keeps what it says, and is not voided without its reversal", async () => {
    expect(await verdict("app", company, [sql`update expenses set amount_cents = 1 where id = ${expense}`])).toBe(
      "EZ002",
    );
    expect(
      await verdict("app", company, [sql`update expenses set account_id = ${account("6100")} where id = ${expense}`]),
    ).toBe("EZ002");
    expect(await verdict("app", company, [sql`delete from expenses where id = ${expense}`])).toBe("EZ002");
    const voiding = sql`update expenses set status = 'void', voided_on = ${today} where id = ${expense}`;
    expect(await verdict("app", company, [voiding])).toBe("EZ009");
  });

  test("is not charged on another client's draft", async () => {
    const tie = sql`update expenses set invoice_line_id = (select id from invoice_lines where invoice_id = ${othersDraft})
      where id = ${expense}`;
    expect(await verdict("app", company, [tie])).toBe("EZ002");
  });

  test("does not share its line: a line of 10 would charge 10 and 99", async () => {
    const { a } = await world();
    const clientId = await newClient(a.manager);
    const one = await approvedExpense(a, "10", { clientId, isBillable: true });
    const other = await approvedExpense(a, "99", { clientId, isBillable: true });
    await chargedTo(a.manager, clientId, [one]);
    const tie = sql`update expenses set invoice_line_id = (select invoice_line_id from expenses where id = ${one}) where id = ${other}`;
    expect(await verdict("app", a.owner.seat.company.id, [tie])).toBe("23505");
  });
});
