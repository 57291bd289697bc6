import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { approved, billed, draft, newClient } from "../deeds";
import { type Furnished, furnish } from "../furnish";
import { today, world } from "../world";
import { as, sql, verdict } from "./roles";

/** The guards look under row-level security: a statement that names no company, or another, must not blind them. */
let company: CompanyId;
let member: MemberId;
let books: Furnished;
let others: string[];

beforeAll(async () => {
  const { a, b } = await world();
  company = a.owner.seat.company.id;
  member = a.manager.seat.member.id;
  books = await furnish(a);
  others = ["", b.owner.seat.company.id];
});

const naming = (name: string) => sql`select set_config('app.company_id', ${name}, true)`;
const settingOff = "set_config('app.company_id', '', true) is not null";

describe("a setting that is dropped before the commit hides nothing", () => {
  test("of an allocation that no payment covers", async () => {
    for (const name of others) {
      const allocate = sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
        values (${company}, ${newId("allocation")}, ${books.openInvoice}, ${books.partPayment}, 100, ${today})`;
      expect(await verdict("app", company, [allocate, naming(name)])).toBe("EZ011");
    }
  });

  test("of credit out of nothing", async () => {
    for (const name of others) {
      const credit = sql`insert into credit_entries (company_id, id, client_id, payment_id, amount_cents, entered_on, reason)
        values (${company}, ${newId("creditEntry")}, ${books.clientId}, ${books.overpayment}, 777777, ${today}, 'planted')`;
      expect(await verdict("app", company, [credit, naming(name)])).toBe("EZ011");
    }
  });

  test("of a payment without an entry", async () => {
    for (const name of others) {
      const paid = sql`insert into payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, created_by)
        values (${company}, ${newId("payment")}, ${books.clientId}, 'PAY-9', 9000, ${today}, 'cash', 100, ${books.account("1000")}, ${member})`;
      expect(await verdict("app", company, [paid, naming(name)])).toBe("EZ011");
    }
  });
});

test("a filter that drops the setting does not carry a deletion past the period lock", async () => {
  const close = sql`insert into accounting_periods (company_id, id, name, starts_on, ends_on, status)
    values (${company}, ${newId("period")}, 'Closed', ${today}, ${today}, 'closed')`;
  for (const [table, id] of [
    ["time_entries", books.draftTime],
    ["invoices", books.draftInvoice],
  ]) {
    const plain = { text: `delete from ${table} where id = $1`, values: [id] };
    const sly = { text: `${plain.text} and ${settingOff}`, values: [id] };
    expect([table, await verdict("app", company, [close, plain], { open: true })]).toEqual([table, "EZ001"]);
    expect([table, await verdict("app", company, [close, sly], { open: true })]).toEqual([table, "EZ011"]);
  }
});

describe("what else a statement by hand can't do", () => {
  test("make a temporary table that would stand before ours on a kept connection", async () => {
    expect(await verdict("app", company, ["create temp table invoices as select * from public.invoices"])).toBe(
      "42501",
    );
  });

  test("say when an entry was made", async () => {
    const id = newId("journalEntry");
    const entry = sql`insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents, created_by, created_at)
      values (${company}, ${id}, 999999, ${today}, 'planted', 'manual', ${id}, 2, 100, ${member}, '2020-01-01')`;
    const made = await as("app", company, async (run) => {
      await run(entry);
      return run(sql`select created_at = now() as now from journal_entries where id = ${id}`);
    });
    expect(made).toEqual([{ now: true }]);
  });

  test("reopen a period without saying who and why", async () => {
    const period = newId("period");
    const close = sql`insert into accounting_periods (company_id, id, name, starts_on, ends_on, status)
      values (${company}, ${period}, 'Closed', ${today}, ${today}, 'closed')`;
    const plain = sql`update accounting_periods set status = 'open' where id = ${period}`;
    const told = sql`update accounting_periods set status = 'open', reopened_at = now(), reopened_by = ${member}, reopen_reason = 'Late bill'
      where id = ${period}`;
    expect(await verdict("app", company, [close, plain])).toBe("EZ002");
    expect(await verdict("app", company, [close, told])).toBeNull();
  });

  test("put a payment's money into an account that holds none", async () => {
    const id = newId("payment");
    const intoRevenue = (account: string) => [
      sql`insert into payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, created_by)
        values (${company}, ${id}, ${books.clientId}, 'PAY-9', 9000, ${today}, 'cash', 500, ${account}, ${member})`,
      sql`insert into credit_entries (company_id, id, client_id, payment_id, amount_cents, entered_on, reason)
        values (${company}, ${newId("creditEntry")}, ${books.clientId}, ${id}, 500, ${today}, 'planted')`,
      sql`select post_entry(${company}, ${newId("journalEntry")}, ${today}, 'planted', 'payment', ${id}, null, ${member},
        ${[account, null]}::text[], ${[null, "customer_credit"]}::text[], ${[500, -500]}::bigint[], ${[null, null]}::text[],
        ${[books.clientId, books.clientId]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[])`,
    ];
    expect(await verdict("app", company, intoRevenue(books.account("1000")))).toBeNull();
    expect(await verdict("app", company, intoRevenue(books.account("4000")))).toBe("EZ009");
    expect(await verdict("app", company, intoRevenue(books.account("2100")))).toBe("EZ009");
  });
});

test("a draft that bills time stays with the client whose time it is", async () => {
  const { a } = await world();
  const home = a.owner.seat.company.id;
  const mine = await furnish(a);
  const other = await newClient(a.manager);
  const timeId = await approved(a, mine.projectId, 60);
  const withTime = await billed(a.manager, mine.clientId, [timeId]);
  const move = (invoice: string) =>
    sql`update invoices set client_id = ${other}, project_id = null where id = ${invoice}`;
  expect(await verdict("app", home, [move(withTime)])).toBe("EZ002");
  expect(await verdict("app", home, [move(await draft(a.manager, mine.clientId))])).toBeNull();
});
