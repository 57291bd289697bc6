import { beforeAll, describe, expect, test } from "vitest";
import { invariants } from "@/lib/reconciliation/invariants";
import { verifyBooks } from "@/lib/reconciliation/verify-books";
import { type World, world } from "../../world";
import { type Books, keepBooks } from "./kept-books";
import { foundAfter } from "./plant";

/** For each invariant a lie that it must find. `$1` is the company; what else a lie needs comes from the kept books. */
const plants: Record<string, (books: Books) => string> = {
  entries_balance: (b) =>
    `update journal_lines set amount_cents = amount_cents + 1 where entry_id = '${b.entry}' and line_no = 1`,
  trial_balance_zero: (b) =>
    `update journal_lines set amount_cents = amount_cents - 7 where entry_id = '${b.entry}' and line_no = 2`,
  months_match_lines: (b) =>
    `update account_months set amount_cents = amount_cents + 100 where company_id = '${b.companyId}' and month = '2026-11-01'`,
  entries_on_document_day: (b) => `update invoices set issued_on = issued_on - 1 where id = '${b.open}'`,
  reversals_mirror: (b) => `update journal_lines set amount_cents = amount_cents * 2
    where entry_id = (select id from journal_entries where reverses_entry_id = '${b.reversed}')`,
  closing_entries_zero: (b) =>
    `update journal_entries set source_type = 'closing', source_id = 'planted' where id = '${b.entry}'`,
  one_opening_stands: (b) =>
    `update journal_entries set source_type = 'opening', source_id = id where id in ('${b.entry}', (
      select id from journal_entries where reverses_entry_id = '${b.reversed}'))`,
  entry_numbers_gapless: (b) => `update journal_entries set number = 1000 where id = '${b.entry}'`,
  invoice_numbers_gapless: (b) => `update invoices set sequence = 1000 where id = '${b.open}'`,
  payment_numbers_gapless: (b) => `update payments set sequence = 1000 where id = '${b.payment}'`,
  expense_numbers_gapless: (b) => `update expenses set sequence = 1000 where id = '${b.ownExpense}'`,
  bill_numbers_gapless: (b) => `update bills set sequence = 1000 where id = '${b.bill}'`,
  expenses_posted_right: (b) => `update expenses set amount_cents = amount_cents + 1 where id = '${b.charged}'`,
  reimbursable_total: (b) => `update expenses set amount_cents = amount_cents + 1 where id = '${b.ownExpense}'`,
  charged_expenses: (b) => `update expenses set client_id = '${b.other}' where id = '${b.charged}'`,
  payable_per_bill: (b) => `update journal_lines set bill_id = '${b.secondBill}' where bill_id = '${b.bill}'`,
  bill_totals: (b) => `update bill_lines set tax_cents = 1 where bill_id = '${b.bill}'`,
  bill_posted_right: (b) => `update bill_lines set account_id =
    (select id from accounts where company_id = '${b.companyId}' and role = 'bad_debt') where bill_id = '${b.bill}'`,
  bills_not_overpaid: (b) => `update bill_allocations set amount_cents = 10001 where payment_id = '${b.billPayment}'`,
  bill_payments_placed: (b) => `update bill_payments set vendor_id = '${b.otherVendor}' where id = '${b.billPayment}'`,
  bill_payment_posted_right: (b) =>
    `update bill_payments set amount_cents = amount_cents - 1 where id = '${b.billPayment}'`,
  series_ahead: (b) =>
    `update number_series set next_number = next_number - 1 where company_id = '${b.companyId}' and series = 'project'`,
  project_numbers_gapless: (b) =>
    `update invoices set number = regexp_replace(number, '-1$', '-2') where company_id = '${b.companyId}' and use_project_numbers`,
  one_invoice_per_occurrence: (b) =>
    `update invoices set occurrence_on = occurrence_on + 1 where company_id = '${b.companyId}' and recurring_plan_id is not null`,
  receivable_total: (b) =>
    `update invoices set subtotal_cents = subtotal_cents + 1, total_cents = total_cents + 1 where id = '${b.open}'`,
  receivable_per_invoice: (b) => `update journal_lines set invoice_id = '${b.over}' where invoice_id = '${b.open}'`,
  receivable_lines_named: (b) => `update journal_lines set client_id = '${b.other}' where invoice_id = '${b.open}'`,
  credit_per_client: (b) => `update credit_entries set client_id = '${b.other}' where payment_id = '${b.overpayment}'`,
  credit_not_negative: (
    b,
  ) => `insert into credit_entries (company_id, id, client_id, payment_id, amount_cents, entered_on, reason)
    values ('${b.companyId}', 'crd_plant', '${b.client}', '${b.overpayment}', -10001, '2026-11-10', 'Planted')`,
  invoice_totals: (b) =>
    `update invoices set subtotal_cents = subtotal_cents - 1, total_cents = total_cents - 1 where id = '${b.paid}'`,
  line_arithmetic: (b) => `update invoice_lines set tax_cents = tax_cents + 1 where invoice_id = '${b.open}'`,
  estimate_numbers_gapless: (b) => `update estimates set sequence = 1000 where id = '${b.estimates.accepted}'`,
  estimate_totals: (b) =>
    `update estimates set subtotal_cents = subtotal_cents - 1, total_cents = total_cents - 1 where id = '${b.estimates.sent}'`,
  estimate_lines_computed: (b) =>
    `update estimate_lines set tax_cents = tax_cents + 1 where estimate_id = '${b.estimates.sent}'`,
  estimate_acceptance: (b) =>
    `update estimates set acceptance = acceptance || '{"totalCents": 1}' where id = '${b.estimates.accepted}'`,
  estimate_not_overbilled: (b) => `update invoices set estimate_id = '${b.estimates.accepted}' where id = '${b.open}'`,
  parties_kept: (b) => `update invoices set billed_to_party = '{"name": ""}' where id = '${b.open}'`,
  invoice_entries: (b) => `delete from journal_entries where source_type = 'invoice' and source_id = '${b.open}'`,
  invoice_posted_right: (
    b,
  ) => `update journal_lines l set account_id = r.id from accounts r, accounts t, journal_entries e
    where r.role = 'revenue' and t.role = 'sales_tax' and r.company_id = l.company_id and t.company_id = l.company_id
      and l.account_id = t.id and e.id = l.entry_id and e.source_id = '${b.open}'`,
  allocations_within_total: (b) => `update allocations set amount_cents = 900000 where payment_id = '${b.payment}'`,
  allocations_on_issued: (b) => `update allocations set invoice_id = '${b.voided}' where payment_id = '${b.payment}'`,
  payments_placed: (b) => `delete from allocations where payment_id = '${b.payment}'`,
  payments_of_one_client: (b) => `update payments set client_id = '${b.other}' where id = '${b.payment}'`,
  payment_entries: (b) =>
    `update journal_entries set source_type = 'payment', source_id = 'pay_nobody' where id = '${b.entry}'`,
  payment_posted_right: (
    b,
  ) => `update journal_lines set account_id = (select id from accounts where company_id = '${b.companyId}' and role = 'equity')
    where amount_cents > 0 and entry_id = (select id from journal_entries where source_id = '${b.payment}')`,
  credit_note_numbers_gapless: (b) => `update credit_notes set sequence = 1000 where id = '${b.settled.creditNote}'`,
  settlements_placed: (b) =>
    `update settlements set amount_cents = amount_cents + 1 where id = '${b.settled.application}'`,
  credit_notes_placed: (b) => `delete from allocations where credit_note_id = '${b.settled.creditNote}'`,
  credit_notes_within_invoice: (b) =>
    `update credit_notes set subtotal_cents = 99999, total_cents = 99999 where id = '${b.settled.creditNote}'`,
  refunds_within_payment: (b) => `update settlements set amount_cents = 99999 where id = '${b.settled.refunded}'`,
  deposits_per_invoice: (b) => `update settlements set settled_on = settled_on - 1 where id = '${b.settled.used}'`,
  deposits_paid_before_used: (b) => `delete from allocations where invoice_id = '${b.settled.held}'`,
  settlement_entries: (b) => `update journal_entries set source_type = 'refund' where id = '${b.entry}'`,
  settlement_posted_right: (
    b,
  ) => `update journal_lines set account_id = (select id from accounts where company_id = '${b.companyId}' and role = 'equity')
    where amount_cents < 0 and entry_id = (select id from journal_entries where source_id = '${b.settled.refunded}')`,
  credit_note_posted_right: (
    b,
  ) => `update journal_lines set account_id = (select id from accounts where company_id = '${b.companyId}' and role = 'bad_debt')
    where amount_cents > 0 and entry_id = (select id from journal_entries where source_id = '${b.settled.creditNote}')`,
  closed_periods_journal: (
    b,
  ) => `insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents)
    values ('${b.companyId}', 'je_plant', 500, '2026-09-30', 'Planted', 'manual', 'je_plant', 2, 1)`,
  closed_periods_documents: (b) => `update allocations set created_at = now() where payment_id = '${b.payment}'`,
  closed_periods_sealed: (b) =>
    `update events set facts = jsonb_set(facts, '{seal,fingerprint}', '"0"') where subject_id = '${b.period}' and type = 'period.closed'`,
  closed_periods_entries: (b) =>
    `update journal_lines set memo = 'Planted' where company_id = '${b.companyId}' and entry_on = '2026-09-20' and line_no = 1`,
  closed_periods_chained: (b) =>
    `update period_seals set posted_cents = posted_cents + 1, digest = 'Planted' where period_id = '${b.period}'`,
  billed_time: (b) => `update time_entries set client_id = '${b.other}' where id = '${b.time.billed}'`,
  time_by_service: (b) =>
    `update time_entry_services set minutes = minutes + 1 where time_entry_id = '${b.time.unbilled}'`,
  keys_carry_company: () => `alter table clients add constraint planted_key unique (id);
    create table planted (company_id text not null, client_id text references clients (id))`,
  rows_guarded: () => "alter table payments no force row level security",
  references_resolve: (b) => `update invoices set project_id = 'prj_gone' where id = '${b.open}'`,
  deeds_recorded: (b) => `delete from events where subject_id = '${b.open}' and type = 'invoice.issued'`,
};

/** These look at the tables themselves, which all companies share. */
const shared = ["keys_carry_company", "rows_guarded"];

describe("the proof of the books", () => {
  let w: World;
  let books: Books;
  let otherId: string;

  beforeAll(async () => {
    w = await world();
    books = await keepBooks(w.a);
    otherId = (await keepBooks(w.b)).companyId;
  });

  test("good books are silent, and each verdict says what it proves", async () => {
    const verdicts = await verifyBooks(w.a.manager.scope());
    expect(verdicts.filter((verdict) => !verdict.ok)).toEqual([]);
    expect(verdicts).toHaveLength(invariants.length);
    for (const { title, explanation, count, rows } of verdicts) {
      expect(title).toMatch(/^[A-Z].{10,}[^.]$/);
      expect(explanation).toMatch(/^[A-Z].*\.$/);
      expect([count, rows]).toEqual([0, []]);
    }
  });

  test("every invariant has its own name and a plant that it must find", () => {
    const keys = invariants.map((invariant) => invariant.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(plants).sort()).toEqual(keys.sort());
  });

  for (const [key, write] of Object.entries(plants))
    test(`${key} finds its plant, and the other company stays silent`, async () => {
      const [own, other] = await foundAfter((client) => client.query(write(books)), [books.companyId, otherId]);
      expect(Object.keys(own ?? {})).toContain(key);
      for (const offender of own?.[key] ?? [])
        for (const part of ["kind", "id", "label", "expected", "found"] as const)
          expect(typeof offender[part]).toBe("string");
      if (!shared.includes(key)) expect(other).toEqual({});
    });

  test("a line that is missing, and an entry that has none, are found", async () => {
    for (const lie of [
      `update journal_entries set line_count = 3 where id = '${books.entry}'`,
      `delete from journal_lines where entry_id = '${books.entry}'`,
      `update journal_lines set amount_cents = amount_cents * 2 where entry_id = '${books.entry}'`,
    ]) {
      const [own] = await foundAfter((client) => client.query(lie), [books.companyId]);
      expect(own?.entries_balance).toHaveLength(1);
    }
  });

  test("a number lost at the end of a series, or a series that is gone, is found", async () => {
    const ofCompany = `where company_id = '${books.companyId}' and series`;
    for (const lie of [
      `update number_series set next_number = next_number + 1 ${ofCompany} = 'invoice'`,
      `delete from number_series ${ofCompany} = 'journal_entry'`,
    ]) {
      const [own] = await foundAfter((client) => client.query(lie), [books.companyId]);
      expect(Object.keys(own ?? {})).toEqual(["series_ahead"]);
    }
  });

  test("a record that points into another company is found", async () => {
    const lie = `update invoices set client_id = (select id from clients where company_id = '${otherId}' limit 1) where id = '${books.draft}'`;
    const [own] = await foundAfter((client) => client.query(lie), [books.companyId]);
    expect(own?.references_resolve).toEqual([
      {
        kind: "reference",
        id: expect.stringMatching(/^cli_/),
        label: "invoices",
        expected: "clients",
        found: expect.any(String),
      },
    ]);
  });
});
