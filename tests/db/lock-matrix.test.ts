import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { newMonth } from "../deeds";
import { type Firm, world } from "../world";
import { type Books, november, october, october2026 } from "./october";
import { payableVerbs } from "./payable-verbs";
import { as, type Statement, sql, sqlstateOf, verdict } from "./roles";
import { settlementVerbs } from "./settlement-verbs";
import { timeVerbs } from "./time-verbs";

/**
 * October has been worked in and is open, closed, or closed and reopened; November is open throughout. Every way to
 * write something dated in October is tried in each of the three, as the application's role, past the commands.
 */

let company: CompanyId;
let other: Firm;
let member: MemberId;
let books: Books;

beforeAll(async () => {
  const { a, b } = await world();
  other = b;
  company = a.owner.seat.company.id;
  member = a.manager.seat.member.id;
  books = await october2026(a);
  await newMonth(b.owner, "2026-10");
});

type Verb = { table: string; verb: string; statement: (books: Books) => Statement };

const verbs: Verb[] = [
  {
    table: "journal_entries",
    verb: "post an entry",
    statement:
      () => sql`insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents)
      values (${company}, ${newId("journalEntry")}, 9000, ${october}, 'x', 'manual', ${newId("journalEntry")}, 2, 1)`,
  },
  {
    table: "journal_entries",
    verb: "post an entry through post_entry()",
    statement:
      () => sql`select post_entry(${company}, ${newId("journalEntry")}, ${october}, 'x', 'manual', ${newId("journalEntry")}, null, ${member},
      ${[null, null]}::text[], ${["cash", "equity"]}::text[], ${[1, -1]}::bigint[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[], ${[null, null]}::text[])`,
  },
  ...payableVerbs,
  {
    table: "invoices",
    verb: "draft",
    statement: ({ octoberDraft }) =>
      sql`insert into invoices select (jsonb_populate_record(null::invoices, to_jsonb(i) || '{"id":"inv_2"}')).* from invoices i where id = ${octoberDraft}`,
  },
  {
    table: "invoices",
    verb: "edit a draft",
    statement: ({ octoberDraft }) => sql`update invoices set notes = 'x' where id = ${octoberDraft}`,
  },
  {
    table: "invoices",
    verb: "move a draft in",
    statement: ({ novemberDraft }) =>
      sql`update invoices set issued_on = ${october}, due_on = ${november} where id = ${novemberDraft}`,
  },
  {
    table: "invoices",
    verb: "move a draft out",
    statement: ({ octoberDraft }) =>
      sql`update invoices set issued_on = ${november}, due_on = ${november} where id = ${octoberDraft}`,
  },
  {
    table: "invoices",
    verb: "issue",
    statement: ({ octoberDraft }) =>
      sql`update invoices set status = 'issued', issued_by_party = '{}', billed_to_party = '{}', number = 'INV-9', sequence = 9 where id = ${octoberDraft}`,
  },
  {
    table: "invoices",
    verb: "issue while moving it out",
    statement: ({
      octoberDraft,
    }) => sql`update invoices set status = 'issued', issued_by_party = '{}', billed_to_party = '{}', number = 'INV-9', sequence = 9,
      issued_on = ${november}, due_on = ${november} where id = ${octoberDraft}`,
  },
  {
    table: "invoices",
    verb: "void",
    statement: ({ octoberInvoice }) =>
      sql`update invoices set status = 'void', voided_on = ${october} where id = ${octoberInvoice}`,
  },
  {
    table: "payments",
    verb: "receive",
    statement: ({ octoberPayment }) =>
      sql`insert into payments select (jsonb_populate_record(null::payments, to_jsonb(p) || '{"id":"pay_2","number":"PAY-9","sequence":9}')).*
        from payments p where id = ${octoberPayment}`,
  },
  {
    table: "payments",
    verb: "void",
    statement: ({ octoberPayment }) =>
      sql`update payments set status = 'void', voided_on = ${october} where id = ${octoberPayment}`,
  },
  {
    table: "allocations",
    verb: "allocate",
    statement: ({ octoberPayment, octoberInvoice }) =>
      sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
        values (${company}, 'alc_2', ${octoberInvoice}, ${octoberPayment}, 1, ${october})`,
  },
  {
    table: "allocations",
    verb: "take an allocation back",
    statement: ({ octoberPayment, paidInvoice }) =>
      sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
        values (${company}, 'alc_2', ${paidInvoice}, ${octoberPayment}, -1, ${october})`,
  },
  {
    table: "credit_entries",
    verb: "give credit",
    statement: ({ octoberPayment, clientId }) =>
      sql`insert into credit_entries (company_id, id, client_id, payment_id, amount_cents, entered_on, reason)
        values (${company}, 'crd_2', ${clientId}, ${octoberPayment}, 1, ${october}, 'x')`,
  },
  ...timeVerbs,
  ...settlementVerbs,
  ...payableVerbs,
];

/** Tables with a day in them that no verb above dates, and why. */
const undated: Record<string, string> = {
  account_months: "the rollup; written at the commit of an entry, which obeys the lock",
  accounting_periods: "its days are the lock itself",
  estimates: "an offer moves nothing in the books",
  invoice_lines: "follow their invoice",
  journal_lines: "joined to an entry in the transaction that makes it, which obeys the lock",
  period_seals: "written by the close",
  recurring_occurrences: "the invoice that it makes obeys the lock",
  recurring_plans: "days to come; what they make obeys the lock",
  recurring_skips: "says what was not made",
  projects: "a due day is a plan and moves nothing",
};

/** A table that dates something and is in neither list: whoever adds one says which verbs obey the lock. */
const datedTables = `select distinct c.table_name as name from information_schema.columns c
  join information_schema.columns k on k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = 'company_id'
  where c.table_schema = 'public' and c.data_type = 'date' order by 1`;

test("every table with a day in it has a row in the matrix, or a reason", async () => {
  const known = new Set([...verbs.map((verb) => verb.table), ...Object.keys(undated)]);
  const strange = (rows: { name: string }[]) => rows.map((row) => row.name).filter((name) => !known.has(name));
  expect(strange(await as("owner", null, (run) => run(datedTables)))).toEqual([]);
  const planted = await as("owner", null, async (run) => {
    await run("create table planted (company_id text, spent_on date)");
    return run<{ name: string }>(datedTables);
  });
  expect(strange(planted)).toEqual(["planted"]);
});

const set = (status: "open" | "closed"): Statement =>
  sql`update accounting_periods set status = ${status}, reopened_at = now(), reopened_by = ${member}, reopen_reason = 'Planted'
    where id = ${books.period}`;

const states: [state: string, given: () => Statement[], expected: string | null][] = [
  ["open", () => [], null],
  ["closed", () => [set("closed")], "EZ001"],
  ["reopened", () => [set("closed"), set("open")], null],
];

describe.each(states)("October is %s", (_state, given, expected) => {
  test.each(verbs)(`$table: $verb → ${expected ?? "taken"}`, async ({ statement }) => {
    expect(await verdict("app", company, [...given(), statement(books)], { open: true })).toBe(expected);
    expect(await verdict("owner", company, [...given(), statement(books)], { open: true })).toBe(expected);
  });
});

describe("a closed period", () => {
  test("refuses its first and its last day and every day before, and not the day after", async () => {
    const on = (day: string) => sql`select assert_day_open(${company}, ${day})`;
    const found = [];
    for (const day of ["2001-01-01", "2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"]) {
      found.push(await verdict("app", company, [set("closed"), on(day)]));
    }
    expect(found).toEqual(["EZ001", "EZ001", "EZ001", "EZ001", null]);
  });

  test("is this company's: the other one goes on writing in its own October", async () => {
    const theirs = other.owner.seat.company.id;
    const on = sql`select assert_day_open(${theirs}, ${october})`;
    await as("app", company, async (run) => {
      await run(set("closed"));
      expect(await verdict("app", theirs, ["set lock_timeout = '500ms'", on])).toBeNull();
    });
  });

  test("still lets time that was worked in it be approved and invoiced, which changes nothing of what was worked", async () => {
    const step = sql`update time_entries set status = 'submitted' where id = ${books.octoberTime}`;
    const approve = sql`update time_entries set status = 'approved' where id = ${books.octoberTime}`;
    expect(await verdict("app", company, [set("closed"), step, approve])).toBeNull();
    const tie = sql`update time_entry_services set invoice_line_id =
      (select id from invoice_lines where invoice_id = ${books.novemberDraft}) where time_entry_id = ${books.approvedTime}`;
    const bill = sql`update time_entries set status = 'billed' where id = ${books.approvedTime}`;
    expect(await verdict("app", company, [set("closed"), tie, bill])).toBeNull();
  });

  test("is never deleted, nor is one that was closed once and is open again; one that never was, is", async () => {
    const remove = sql`delete from accounting_periods where id = ${books.period}`;
    const seal = sql`update accounting_periods set closed_at = now() where id = ${books.period}`;
    for (const role of ["app", "owner"] as const) {
      expect(await verdict(role, company, [remove])).toBeNull();
      expect(await verdict(role, company, [set("closed"), remove])).toBe("EZ002");
      expect(await verdict(role, company, [set("closed"), set("open"), remove])).toBe("EZ002");
      expect(await verdict(role, company, [seal, remove])).toBe("EZ002");
    }
  });

  test("can't be made one that never was", async () => {
    for (const column of ["closed_at", "reopened_at"]) {
      const say = `update accounting_periods set ${column} = now()`;
      expect(await verdict("app", company, [say, `update accounting_periods set ${column} = null`])).toBe("EZ002");
    }
  });

  test("and an open one are deleted by nobody who names another company, or drops the name on the way", async () => {
    const theirs = other.owner.seat.company.id;
    const remove = sql`delete from accounting_periods where id = ${books.period}`;
    const left = await as("owner", theirs, async (run) => {
      await run(remove);
      await run(sql`select set_config('app.company_id', ${company}, true)`);
      return run(sql`select 1 from accounting_periods where id = ${books.period}`);
    });
    expect(left).toHaveLength(1);
    const sly = sql`delete from accounting_periods where id = ${books.period}
      and set_config('app.company_id', '', true) is not null`;
    expect(await verdict("app", company, [sly])).toBe("EZ011");
  });

  test("keeps its days while it is closed, and overlaps no other", async () => {
    const stretch = sql`update accounting_periods set ends_on = '2026-10-30' where id = ${books.period}`;
    expect(await verdict("app", company, [set("closed"), stretch])).toBe("EZ002");
    const both = sql`update accounting_periods set ends_on = '2026-10-30', status = 'open' where id = ${books.period}`;
    expect(await verdict("app", company, [set("closed"), both])).toBe("EZ002");
    expect(await verdict("app", company, [stretch])).toBeNull();
    const overlapping = sql`insert into accounting_periods (company_id, id, name, starts_on, ends_on)
      values (${company}, 'per_2', 'Late', '2026-10-31', '2026-11-30')`;
    expect(await verdict("app", company, [overlapping])).toBe("23P01");
  });
});

describe("closing and posting at one instant", () => {
  const impatient = "set lock_timeout = '300ms'";
  const posting = () => (verbs[0] as Verb).statement(books);

  test("the close waits for an entry under way", async () => {
    await as("app", company, async (run) => {
      await run(posting());
      expect(await verdict("app", company, [impatient, set("closed")])).toBe("55P03");
    });
  });

  test("an entry that waited for the close sees it, and is refused", async () => {
    const waited = await as("app", company, async (run) => {
      await run(set("closed"));
      const late = as("app", company, (after) => after(posting()).then(() => "taken", sqlstateOf));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await run("commit");
      return late;
    });
    expect(waited).toBe("EZ001");
    expect(await verdict("app", company, [posting()], { open: true })).toBe("EZ001");
  });
});
