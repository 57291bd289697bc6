import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId } from "@/lib/kernel/ids";
import { newClient } from "../deeds";
import { type Furnished, furnish } from "../furnish";
import { type Firm, world } from "../world";
import { readCatalog } from "./catalog";
import { as, type Role, type Statement, sql, verdict } from "./roles";

/** What was written stays: as the role that serves requests by privilege, as the role that owns the tables by trigger. */
let firm: Firm;
let company: CompanyId;
let books: Furnished;

beforeAll(async () => {
  const { a, b } = await world();
  firm = a;
  company = a.owner.seat.company.id;
  books = await furnish(a);
  await furnish(b);
});

const history = [
  ...["journal_entries", "journal_lines", "allocations", "credit_entries", "events"],
  ...["recurring_occurrences", "recurring_skips"],
];
const denied = "42501";
const locked = "EZ002";

describe.each(history)("%s", (table) => {
  const verbs = [`update ${table} set company_id = company_id`, `delete from ${table}`, `truncate ${table} cascade`];

  test.each(verbs)("%s: denied to the application by privilege", async (verb) => {
    expect(await verdict("app", company, [verb])).toBe(denied);
  });

  test.each(verbs)("%s: refused to the owner by trigger", async (verb) => {
    expect(await verdict("owner", company, [verb])).toBe(locked);
  });

  test("without its triggers the owner could, so it is they that refuse", async () => {
    const off = `alter table ${table} disable trigger user`;
    expect(await verdict("owner", company, [off, `update ${table} set company_id = company_id`])).toBeNull();
  });
});

test("the application can't write a row over by `on conflict`, merge, or a writable common table either", async () => {
  for (const statement of [
    "insert into journal_entries select * from journal_entries limit 1 on conflict (company_id, id) do update set memo = 'x'",
    "merge into events e using events f on e.id = f.id and e.company_id = f.company_id when matched then delete",
    "with gone as (delete from allocations returning *) select * from gone",
    "select * from journal_lines for update",
  ]) {
    expect([statement, await verdict("app", company, [statement])]).toEqual([statement, denied]);
  }
});

test("the month rollup is written by the journal's own trigger alone", async () => {
  for (const statement of [
    "insert into account_months select company_id, account_id, '2030-01-01', 1, 1 from account_months limit 1",
    "update account_months set amount_cents = amount_cents + 1",
    "delete from account_months",
    "truncate account_months",
  ]) {
    expect([statement, await verdict("app", company, [statement])]).toEqual([statement, denied]);
  }
});

test("the answers of requests, the companies' accounts and settlements are not deleted by the application", async () => {
  for (const table of ["requests", "accounts", "settlements", "clients", "members", "users"]) {
    expect([table, await verdict("app", company, [`delete from ${table}`])]).toEqual([table, denied]);
  }
  expect(await verdict("app", company, ["update requests set result = '{}'"])).toBe(denied);
});

/** A value that differs from the one that stands there, whatever the column's type. */
const changed: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  numeric: (column) => `coalesce(${column}, 0) + 1`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  boolean: (column) => `not ${column}`,
  "timestamp with time zone": (column) => `coalesce(${column}, now()) + interval '1 day'`,
};

async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return as("owner", null, (run) =>
    run(sql`select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = ${table} order by ordinal_position`),
  );
}

async function changesTaken(role: Role, table: string, where: Statement): Promise<string[]> {
  const taken: string[] = [];
  for (const { name, type } of await columnsOf(table)) {
    const value = changed[type]?.(name);
    const update = { text: `update ${table} set ${name} = ${value} where ${where.text}`, values: where.values };
    if ((await verdict(role, company, [update])) === null) taken.push(name);
  }
  return taken;
}

describe("what was issued", () => {
  test.each(["app", "owner"] as const)("no column of an issued invoice changes for the %s", async (role) => {
    expect(await changesTaken(role, "invoices", sql`id = ${books.partlyPaidInvoice}`)).toEqual([]);
    expect(await changesTaken(role, "invoices", sql`id = ${books.openInvoice}`)).toEqual([]);
    expect(await changesTaken(role, "invoices", sql`id = ${books.voidInvoice}`)).toEqual([]);
  });

  test("a draft's columns do change, so that it is the lock that refuses", async () => {
    const taken = await changesTaken("app", "invoices", sql`id = ${books.draftInvoice}`);
    expect(taken).toEqual(expect.arrayContaining(["reference", "notes", "due_on", "revision"]));
  });

  test.each(["app", "owner"] as const)("no column of a payment changes for the %s", async (role) => {
    expect(await changesTaken(role, "payments", sql`id = ${books.partPayment}`)).toEqual([]);
    expect(await changesTaken(role, "payments", sql`id = ${books.voidPayment}`)).toEqual([]);
  });

  test("lines of an issued or void invoice can't be added, changed, moved or deleted; a draft's can", async () => {
    for (const invoice of [books.partlyPaidInvoice, books.openInvoice, books.voidInvoice]) {
      for (const statement of lineChanges(invoice)) {
        expect([statement.text, await verdict("app", company, [statement])]).toEqual([statement.text, locked]);
      }
    }
    for (const statement of lineChanges(books.draftInvoice)) {
      expect([statement.text, await verdict("app", company, [statement])]).toEqual([statement.text, null]);
    }
  });

  test("a draft's line can't be moved on to an issued invoice, nor an issued invoice's line on to a draft", async () => {
    const move = (from: string, to: string) =>
      sql`update invoice_lines set invoice_id = ${to} where invoice_id = ${from}`;
    expect(await verdict("app", company, [move(books.draftInvoice, books.openInvoice)])).toBe(locked);
    expect(await verdict("app", company, [move(books.openInvoice, books.draftInvoice)])).toBe(locked);
  });

  test("issued and void invoices and all payments stay; a draft goes", async () => {
    const remove = (id: string) => [
      sql`delete from invoice_lines where invoice_id = ${id}`,
      sql`delete from invoices where id = ${id}`,
    ];
    expect(await verdict("app", company, remove(books.draftInvoice))).toBeNull();
    for (const id of [books.openInvoice, books.partlyPaidInvoice, books.voidInvoice]) {
      expect(await verdict("app", company, remove(id).slice(1))).toBe(locked);
      expect(await verdict("owner", company, remove(id).slice(1))).toBe(locked);
    }
    expect(await verdict("owner", company, [sql`delete from payments where id = ${books.voidPayment}`])).toBe(locked);
  });
});

function lineChanges(invoice: string): Statement[] {
  return [
    sql`update invoice_lines set description = 'other' where invoice_id = ${invoice}`,
    sql`update invoice_lines set position = 9 where invoice_id = ${invoice}`,
    sql`insert into invoice_lines select company_id, id || 'x', invoice_id, 2, null, 'more', 1, 1, false, 1, 0
      from invoice_lines where invoice_id = ${invoice}`,
    sql`delete from invoice_lines where invoice_id = ${invoice}`,
  ];
}

describe("statuses go one way", () => {
  const set = (table: string, id: string, status: string, rest = "") =>
    ({ text: `update ${table} set status = $1 ${rest} where id = $2`, values: [status, id] }) satisfies Statement;
  const voiding = ", voided_on = '2026-11-18'";

  test("an invoice goes from draft to issued to void, never back and never past a step", async () => {
    const jumps = [
      set("invoices", books.draftInvoice, "void", `, number = 'INV-9', sequence = 9${voiding}`),
      set("invoices", books.openInvoice, "draft", ", number = null, sequence = null"),
      set("invoices", books.voidInvoice, "issued", ", voided_on = null"),
      set("invoices", books.voidInvoice, "draft", ", number = null, sequence = null, voided_on = null"),
    ];
    for (const jump of jumps) expect([jump.text, await verdict("app", company, [jump])]).toEqual([jump.text, locked]);
  });

  test("an invoice is born a draft, a payment is born received, time is born a draft", async () => {
    const copied = (table: string, id: string, status: string) => ({
      text: `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || $1)).* from ${table} t where id = $2`,
      values: [{ id: `${id}x`, status, number: "N-1", sequence: 99_999 }, id],
    });
    expect(await verdict("app", company, [copied("invoices", books.openInvoice, "issued")])).toBe(locked);
    expect(await verdict("app", company, [copied("invoices", books.voidInvoice, "void")])).toBe(locked);
    expect(await verdict("app", company, [copied("payments", books.voidPayment, "void")])).toBe(locked);
    expect(await verdict("app", company, [copied("time_entries", books.approvedTime, "approved")])).toBe(locked);
    const services = sql`insert into time_entry_services (company_id, time_entry_id, position, minutes)
      select company_id, id, 1, duration_minutes from time_entries where id = ${`${books.draftTime}x`}`;
    expect(await verdict("app", company, [copied("time_entries", books.draftTime, "draft"), services])).toBeNull();
  });

  test("a void payment does not come back", async () => {
    const back = set("payments", books.voidPayment, "received", ", voided_on = null");
    expect(await verdict("app", company, [back])).toBe(locked);
  });

  test("time goes from draft to billed step by step", async () => {
    const steps: [string, string, string | null][] = [
      [books.draftTime, "submitted", null],
      [books.draftTime, "approved", locked],
      [books.approvedTime, "draft", null],
      [books.approvedTime, "submitted", locked],
      [books.billedTime, "draft", locked],
    ];
    for (const [id, status, expected] of steps) {
      expect([status, await verdict("app", company, [set("time_entries", id, status)])]).toEqual([status, expected]);
    }
  });

  test("the content of approved and billed time stands", async () => {
    for (const id of [books.approvedTime, books.billedTime]) {
      const more = sql`update time_entries set duration_minutes = duration_minutes + 1 where id = ${id}`;
      expect(await verdict("app", company, [more])).toBe(locked);
      expect(await verdict("owner", company, [more])).toBe(locked);
      expect(await verdict("app", company, [sql`delete from time_entries where id = ${id}`])).toBe(locked);
      for (const change of ["set minutes = minutes + 1", "set item_id = null, position = 2"]) {
        const split = { text: `update time_entry_services ${change} where time_entry_id = $1`, values: [id] };
        expect(await verdict("app", company, [split])).toBe(locked);
      }
      const less = sql`delete from time_entry_services where time_entry_id = ${id}`;
      expect(await verdict("app", company, [less])).toBe(locked);
    }
  });

  test("the services of a time entry sum to its minutes, and it is billed exactly when they are", async () => {
    const differs = "EZ009";
    const id = books.draftTime;
    const more = sql`update time_entries set duration_minutes = duration_minutes + 1 where id = ${id}`;
    const split = sql`update time_entry_services set minutes = minutes + 1 where time_entry_id = ${id}`;
    const none = sql`delete from time_entry_services where time_entry_id = ${id}`;
    expect(await verdict("app", company, [more])).toBe(differs);
    expect(await verdict("app", company, [split])).toBe(differs);
    expect(await verdict("app", company, [none])).toBe(differs);
    expect(await verdict("app", company, [more, split])).toBeNull();
    expect(await verdict("app", company, [set("time_entries", books.approvedTime, "billed")])).toBe(differs);
    expect(await verdict("app", company, [set("time_entries", books.billedTime, "approved")])).toBe(differs);
    const born = sql`insert into time_entry_services (company_id, time_entry_id, position, minutes, invoice_line_id)
      select company_id, ${id}, 2, 1, id from invoice_lines where invoice_id = ${books.draftInvoice}`;
    expect(await verdict("app", company, [born])).toBe(locked);
    const tied = sql`update time_entry_services set invoice_line_id =
      (select id from invoice_lines where invoice_id = ${books.draftInvoice}) where time_entry_id = ${id}`;
    expect(await verdict("app", company, [tied])).toBe(locked);
  });

  test("time on an issued invoice can't be set free, and no time is tied to an issued or another client's invoice", async () => {
    const free = sql`update time_entry_services set invoice_line_id = null where time_entry_id = ${books.billedTime}`;
    expect(await verdict("app", company, [free])).toBe(locked);
    const bill = set("time_entries", books.approvedTime, "billed");
    const tie = (invoice: string) => sql`update time_entry_services set invoice_line_id =
      (select id from invoice_lines where invoice_id = ${invoice}) where time_entry_id = ${books.approvedTime}`;
    expect(await verdict("app", company, [tie(books.partlyPaidInvoice)])).toBe(locked);
    expect(await verdict("app", company, [tie(books.voidInvoice)])).toBe(locked);
    expect(await verdict("app", company, [tie(books.draftInvoice), bill])).toBeNull();
    const elsewhere = sql`update invoices set client_id = ${await newClient(firm.manager)} where id = ${books.draftInvoice}`;
    expect(await verdict("app", company, [elsewhere, tie(books.draftInvoice)])).toBe(locked);
    expect(await verdict("app", company, [tie(books.draftInvoice), bill, elsewhere])).toBe(locked);
  });
});

test("an account with postings keeps its type, a system account its code, type and role", async () => {
  const change = (set: string, code: string) => ({
    text: `update accounts set ${set} where code = $1`,
    values: [code],
  });
  expect(await verdict("app", company, [change("type = 'expense'", "4000")])).toBe(locked);
  expect(await verdict("app", company, [change("code = '1001'", "1000")])).toBe(locked);
  expect(await verdict("app", company, [change("role = null", "1100")])).toBe(locked);
  expect(await verdict("app", company, [change("name = 'Checking'", "1000")])).toBeNull();
});

test("the tables whose rows are all kept are known: none of them grants the application a delete", async () => {
  const tables = (await as("owner", null, readCatalog)).tables;
  const deletable = await as("app", null, (run) =>
    run<{ name: string }>({
      text: "select t as name from unnest($1::text[]) t where has_table_privilege(t, 'delete') or has_table_privilege(t, 'truncate') order by 1",
      values: [tables],
    }),
  );
  expect(deletable.map((row) => row.name)).toEqual([
    "accounting_periods",
    "authenticators",
    "bill_lines",
    "bills",
    "credit_notes",
    "estimate_lines",
    "estimates",
    "expenses",
    "invoice_lines",
    "invoices",
    "passkeys",
    "payments",
    "project_members",
    "proofs",
    "rate_limits",
    "recovery_codes",
    "recurring_plan_lines",
    "time_entries",
    "time_entry_services",
    "timers",
  ]);
});
