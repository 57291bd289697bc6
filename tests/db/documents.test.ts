import { beforeAll, describe, expect, test } from "vitest";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { approved, billed, newClient, newProject } from "../deeds";
import { type Furnished, furnish } from "../furnish";
import { today, world } from "../world";
import { as, type Statement, sql, verdict } from "./roles";

/** Invoices, payments and credit written past the commands, as the application's role. */
let company: CompanyId;
let other: CompanyId;
let member: MemberId;
let books: Furnished;
let theirs: Furnished;
let otherClient: string;

beforeAll(async () => {
  const { a, b } = await world();
  company = a.owner.seat.company.id;
  other = b.owner.seat.company.id;
  member = a.manager.seat.member.id;
  books = await furnish(a);
  theirs = await furnish(b);
  otherClient = await newClient(a.manager);
  await newProject(a.manager, books.clientId);
});

const allocate = (invoice: string, amount: number, payment: string = books.partPayment) =>
  sql`insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
    values (${company}, ${newId("allocation")}, ${invoice}, ${payment}, ${amount}, ${today})`;

const credit = (amount: number, client: string = books.clientId, payment: string = books.overpayment) =>
  sql`insert into credit_entries (company_id, id, client_id, payment_id, amount_cents, entered_on, reason)
    values (${company}, ${newId("creditEntry")}, ${client}, ${payment}, ${amount}, ${today}, 'planted')`;

const payment = (id: string, amount: number, rest: { number?: string; sequence?: number } = {}) =>
  sql`insert into payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, created_by)
    values (${company}, ${id}, ${books.clientId}, ${rest.number ?? "PAY-9"}, ${rest.sequence ?? 9_000}, ${today}, 'cash', ${amount}, ${books.account("1000")}, ${member})`;

/** Through post_entry(), as the product posts: debit cash, credit the invoice's receivable. */
const posted = (source: string, type: string, amount: number, invoice: string, day: string = today) =>
  sql`select post_entry(${company}, ${newId("journalEntry")}, ${day}, 'planted', ${type}, ${source}, null, ${member},
    ${[books.account("1000"), null]}::text[], ${[null, "receivable"]}::text[], ${[amount, -amount]}::bigint[],
    ${[null, null]}::text[], ${[books.clientId, books.clientId]}::text[], ${[null, null]}::text[], ${[null, invoice]}::text[],
    ${[null, null]}::text[])`;

describe("what lowers an invoice", () => {
  test("a payment with its allocation and its entry is taken, so that the refusals below have one reason each", async () => {
    const id = newId("payment");
    const whole = [
      payment(id, 6_000),
      allocate(books.partlyPaidInvoice, 6_000, id),
      posted(id, "payment", 6_000, books.partlyPaidInvoice),
    ];
    expect(await verdict("app", company, whole)).toBeNull();
  });

  test("more than the invoice is open is refused, by a cent", async () => {
    expect(await verdict("app", company, [allocate(books.partlyPaidInvoice, 6_001)], { open: true })).toBe("EZ007");
    expect(await verdict("app", company, [allocate(books.partlyPaidInvoice, 6_000)], { open: true })).toBeNull();
    const twice = [allocate(books.partlyPaidInvoice, 4_000), allocate(books.partlyPaidInvoice, 2_001)];
    expect(await verdict("app", company, twice, { open: true })).toBe("EZ007");
  });

  test("an invoice never owes more than its total: taking back more than was paid is refused", async () => {
    expect(await verdict("app", company, [allocate(books.partlyPaidInvoice, -4_001)], { open: true })).toBe("EZ007");
    expect(await verdict("app", company, [allocate(books.openInvoice, -1)], { open: true })).toBe("EZ007");
  });

  test("drafts, void invoices and another client's invoices take no payment", async () => {
    expect(await verdict("app", company, [allocate(books.draftInvoice, 1)])).toBe("EZ007");
    expect(await verdict("app", company, [allocate(books.voidInvoice, 1)])).toBe("EZ007");
    expect(await verdict("app", company, [allocate(theirs.openInvoice, 1)])).toBe("EZ007");
    const id = newId("payment");
    const strange = payment(id, 1);
    const values = strange.values.map((value) => (value === books.clientId ? otherClient : value));
    expect(await verdict("app", company, [{ ...strange, values }, allocate(books.openInvoice, 1, id)])).toBe("EZ007");
  });

  test("a payment is placed once: a further allocation or credit from it is refused at the commit", async () => {
    expect(await verdict("app", company, [allocate(books.openInvoice, 1)])).toBe("EZ009");
    expect(await verdict("app", company, [credit(1)])).toBe("EZ009");
    const again = [allocate(books.openInvoice, 1), posted(newId("payment"), "payment", 1, books.openInvoice)];
    expect(await verdict("app", company, again)).toBe("EZ009");
    expect(await verdict("app", company, [allocate(books.openInvoice, 1, books.voidPayment)])).toBe("EZ009");
  });

  test("a payment that is not wholly placed, or has no entry, or one of another sum or day, is refused", async () => {
    const id = newId("payment");
    const [made, placed] = [payment(id, 500), allocate(books.openInvoice, 500, id)];
    const cases: Record<string, Statement[]> = {
      "not placed": [made, posted(id, "payment", 500, books.openInvoice)],
      "partly placed": [made, allocate(books.openInvoice, 499, id), posted(id, "payment", 500, books.openInvoice)],
      "no entry": [made, placed],
      "entry of another sum": [made, placed, posted(id, "payment", 499, books.openInvoice)],
      "entry on another invoice": [made, placed, posted(id, "payment", 500, books.partlyPaidInvoice)],
      "entry on another day": [made, placed, posted(id, "payment", 500, books.openInvoice, "2026-11-17")],
      "entry of another kind": [made, placed, posted(id, "manual", 500, books.openInvoice)],
    };
    for (const [name, statements] of Object.entries(cases)) {
      expect([name, await verdict("app", company, statements)]).toEqual([name, "EZ009"]);
    }
  });

  test("a void payment without its reversal, or with its money still placed, is refused", async () => {
    const voided = sql`update payments set status = 'void', voided_on = ${today} where id = ${books.partPayment}`;
    expect(await verdict("app", company, [voided])).toBe("EZ009");
    expect(await verdict("app", company, [voided, allocate(books.partlyPaidInvoice, -4_000)])).toBe("EZ009");
    const early = sql`update payments set status = 'void', voided_on = '2026-11-17' where id = ${books.partPayment}`;
    expect(await verdict("app", company, [early])).toBe("EZ002");
  });
});

describe("the entry of a payment", () => {
  const withMore = (id: string, account: string) =>
    sql`select post_entry(${company}, ${newId("journalEntry")}, ${today}, 'planted', 'payment', ${id}, null, ${member},
      ${[books.account("1000"), null, books.account("6000"), books.account(account)]}::text[],
      ${[null, "receivable", null, null]}::text[], ${[500, -500, 999, -999]}::bigint[], ${[null, null, null, null]}::text[],
      ${[books.clientId, books.clientId, books.clientId, books.clientId]}::text[], ${[null, null, null, null]}::text[],
      ${[null, books.openInvoice, null, null]}::text[], ${[null, null, null, null]}::text[])`;

  test("moves its account, receivables and credit alone: nothing else rides along", async () => {
    for (const account of ["4000", "3000", "2100"]) {
      const id = newId("payment");
      const whole = [payment(id, 500), allocate(books.openInvoice, 500, id), withMore(id, account)];
      expect([account, await verdict("app", company, whole)]).toEqual([account, "EZ009"]);
    }
  });

  test("stands on the day of what it settles, so that an aging of any day ties to the ledger", async () => {
    const id = newId("payment");
    const early = allocate(books.openInvoice, 500, id);
    const values = early.values.map((value) => (value === today ? "2026-10-05" : value));
    const entry = posted(id, "payment", 500, books.openInvoice);
    expect(await verdict("app", company, [payment(id, 500), { ...early, values }, entry])).toBe("EZ009");
    expect(await verdict("app", company, [payment(id, 500), early, entry])).toBeNull();
  });
});

describe("client credit", () => {
  test("never falls below zero", async () => {
    expect(await verdict("app", company, [credit(-2_501)], { open: true })).toBe("EZ008");
    expect(await verdict("app", company, [credit(-2_500)], { open: true })).toBeNull();
    expect(await verdict("app", company, [credit(-2_500), credit(-1)], { open: true })).toBe("EZ008");
    expect(await verdict("owner", company, [credit(-2_501)], { open: true })).toBe("EZ008");
  });

  test("belongs to the client who paid, and moves only with the journal", async () => {
    expect(await verdict("app", company, [credit(100, otherClient)])).toBe("EZ009");
    expect(await verdict("app", company, [credit(-100)])).toBe("EZ009");
  });

  test("two who take the same credit at once: the second waits for the first, and is refused", async () => {
    const impatient = "set lock_timeout = '200ms'";
    const meanwhile = await as("app", company, async (run) => {
      await run(credit(-2_000));
      return verdict("app", company, [impatient, credit(-2_000)], { open: true });
    });
    expect(meanwhile).toBe("55P03");
    expect(await verdict("app", company, [credit(-2_000), credit(-2_000)], { open: true })).toBe("EZ008");
  });
});

describe("an invoice and its entry", () => {
  const issue = (rest = "") => ({
    text: `update invoices set status = 'issued', issued_by_party = '{}', billed_to_party = '{}', number = 'INV-90001', sequence = 90001${rest} where id = $1`,
    values: [books.draftInvoice],
  });
  const entry = (amount: number, day: string = today, source: string = books.draftInvoice, credit = "revenue") =>
    sql`select post_entry(${company}, ${newId("journalEntry")}, ${day}, 'planted', 'invoice', ${source}, null, ${member},
      ${[null, null]}::text[], ${["receivable", credit]}::text[], ${[amount, -amount]}::bigint[], ${[null, null]}::text[],
      ${[books.clientId, books.clientId]}::text[], ${[null, null]}::text[], ${[books.draftInvoice, null]}::text[],
      ${[null, null]}::text[])`;

  test("issued with its entry it is taken", async () => {
    expect(await verdict("app", company, [issue(), entry(10_000)])).toBeNull();
  });

  test("issued without an entry, with one of another sum, day or source, it is refused", async () => {
    expect(await verdict("app", company, [issue()])).toBe("EZ009");
    expect(await verdict("app", company, [issue(), entry(9_999)])).toBe("EZ009");
    expect(await verdict("app", company, [issue(), entry(10_000, "2026-11-17")])).toBe("EZ009");
    expect(await verdict("app", company, [issue(), entry(10_000, today, books.openInvoice)])).toBe("23505");
    expect(await verdict("app", company, [issue(), entry(10_000, today, newId("invoice"))])).toBe("EZ009");
  });

  test("its entry credits income and sales tax alone: what a client owes is not slipped into another account", async () => {
    for (const role of ["equity", "sales_tax", "cash"]) {
      expect([role, await verdict("app", company, [issue(), entry(10_000, today, books.draftInvoice, role)])]).toEqual([
        role,
        "EZ009",
      ]);
    }
  });

  test("an entry for a draft is refused: nobody owes it yet", async () => {
    expect(await verdict("app", company, [entry(10_000)])).toBe("EZ009");
  });

  test("issued with totals that are not the sum of its lines, with no lines, or with tax that is not the rate's, it is refused", async () => {
    expect(await verdict("app", company, [issue(", subtotal_cents = 9999, total_cents = 9999")])).toBe("EZ009");
    const bare = sql`delete from invoice_lines where invoice_id = ${books.draftInvoice}`;
    expect(await verdict("app", company, [bare, issue(", subtotal_cents = 0, total_cents = 0")])).toBe("EZ009");
    const taxed = sql`update invoice_lines set is_taxable = true, tax_cents = 626 where invoice_id = ${books.draftInvoice}`;
    const total = ", tax_ppm = 62500, tax_cents = 626, total_cents = 10626";
    expect(await verdict("app", company, [taxed, issue(total)])).toBe("EZ009");
    const right = sql`update invoice_lines set is_taxable = true, tax_cents = 625 where invoice_id = ${books.draftInvoice}`;
    const rightTotal = ", tax_ppm = 62500, tax_cents = 625, total_cents = 10625";
    expect(await verdict("app", company, [right, issue(rightTotal)], { open: true })).toBeNull();
  });

  test("void while money stands on it, without its reversal, or before its own day, it is refused", async () => {
    const voiding = (id: string, day: string = today) =>
      sql`update invoices set status = 'void', voided_on = ${day} where id = ${id}`;
    expect(await verdict("app", company, [voiding(books.partlyPaidInvoice)])).toBe("EZ010");
    expect(await verdict("app", company, [voiding(books.openInvoice)])).toBe("EZ009");
    expect(await verdict("app", company, [voiding(books.openInvoice, "2026-11-17")])).toBe("EZ010");
  });
});

describe("time on an invoice that is being issued", () => {
  test("is not set free meanwhile: who tries waits for the issue, and is refused", async () => {
    const { a } = await world();
    const { id: there } = a.owner.seat.company;
    const clientId = await newClient(a.manager);
    const timeId = await approved(a, await newProject(a.manager, clientId), 60);
    const invoiceId = await billed(a.manager, clientId, [timeId]);
    const free = [
      sql`update time_entry_services set invoice_line_id = null where time_entry_id = ${timeId}`,
      sql`update time_entries set status = 'approved' where id = ${timeId}`,
    ];
    expect(await verdict("app", there, free)).toBeNull();
    let meanwhile: Promise<string | null> | undefined;
    await a.manager.work(async (work) => {
      await issueInvoice(work, { invoiceId, revision: 0 });
      meanwhile = verdict("app", there, free);
      const first = await Promise.race([meanwhile, new Promise((resolve) => setTimeout(resolve, 300, "waits"))]);
      expect(first).toBe("waits");
    });
    expect(await meanwhile).toBe("EZ002");
  });
});

describe("numbers", () => {
  test("of invoices, payments, projects and accounts are unique in a company, and free in the other", async () => {
    const copies: [table: string, columns: string][] = [
      ["invoices", "number"],
      ["invoices", "sequence"],
      ["payments", "number"],
      ["payments", "sequence"],
      ["projects", "number"],
      ["accounts", "code"],
      ["journal_entries", "number"],
    ];
    for (const [table, column] of copies) {
      const copy = `update ${table} set ${column} = (select ${column} from ${table} where ${column} is not null order by id limit 1)
        where id = (select id from ${table} where ${column} is not null order by id desc limit 1)`;
      const off = `alter table ${table} disable trigger user`;
      expect([table, column, await verdict("owner", company, [off, copy])]).toEqual([table, column, "23505"]);
      const firsts = await Promise.all(
        [company, other].map((id) =>
          as("app", id, (run) => run(`select ${column} from ${table} where ${column} is not null order by id limit 1`)),
        ),
      );
      expect(firsts[0]).toEqual(firsts[1]);
    }
  });

  test("many drafts have no number: the key holds for numbers alone", async () => {
    const copy = sql`insert into invoices select (jsonb_populate_record(null::invoices, to_jsonb(i) || '{"id":"inv_2"}')).*
      from invoices i where id = ${books.draftInvoice}`;
    expect(await verdict("app", company, [copy])).toBeNull();
  });
});
