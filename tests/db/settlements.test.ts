import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId, InvoiceId, MemberId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { draft, issued, newClient, newMonth, pay } from "../deeds";
import { type Furnished, furnish } from "../furnish";
import { adjust, deposit, note } from "../settlement-deeds";
import { today, world } from "../world";
import { lasting, sql, verdict } from "./roles";

/** Credit notes and settlements written past the commands, as the application's role. */
let company: CompanyId;
let member: MemberId;
let books: Furnished;
let other: { clientId: string; invoiceId: InvoiceId };
let held: InvoiceId;
let draftNote: string;

beforeAll(async () => {
  const { a, b } = await world();
  company = a.owner.seat.company.id;
  member = a.manager.seat.member.id;
  books = await furnish(a);
  await furnish(b);
  const clientId = await newClient(a.manager);
  other = { clientId, invoiceId: await issued(a.manager, clientId) };
  await adjust(a.manager, books.clientId, "grant", "20");
  held = await deposit(a.manager, books.clientId, "50");
  await pay(a.manager, held, "30");
  draftNote = await note(a.manager, books.partlyPaidInvoice, "60");
  await newMonth(a.owner, "2026-09");
});

type Named = {
  id: string;
  kind: string;
  invoice?: string;
  payment?: string;
  held?: string;
  account?: string;
  client?: string;
};

const settlement = ({ id, kind, ...rest }: Named, amount: number, day: string = today) =>
  sql`insert into settlements (company_id, id, kind, client_id, invoice_id, payment_id, deposit_invoice_id, account_id, amount_cents, settled_on, created_by)
    values (${company}, ${id}, ${kind}, ${rest.client ?? books.clientId}, ${rest.invoice ?? null}, ${rest.payment ?? null}, ${rest.held ?? null},
      ${rest.account ?? null}, ${amount}, ${day}, ${member})`;

const allocate = (id: string, invoice: string, amount: number, column = "settlement_id") => ({
  text: `insert into allocations (company_id, id, invoice_id, ${column}, amount_cents, allocated_on) values ($1, $2, $3, $4, $5, $6)`,
  values: [company, newId("allocation"), invoice, id, amount, today],
});

const credit = (id: string, amount: number, client: string = books.clientId) =>
  sql`insert into credit_entries (company_id, id, client_id, settlement_id, amount_cents, entered_on, reason)
    values (${company}, ${newId("creditEntry")}, ${client}, ${id}, ${amount}, ${today}, 'planted')`;

type Booked = { role?: string; account?: string; amount: number; invoice?: string };

const posted = (id: string, type: string, lines: Booked[]) =>
  sql`select post_entry(${company}, ${newId("journalEntry")}, ${today}, 'planted', ${type}, ${id}, null, ${member},
    ${lines.map((line) => line.account ?? null)}::text[], ${lines.map((line) => line.role ?? null)}::text[], ${lines.map((line) => line.amount)}::bigint[],
    ${lines.map(() => null)}::text[], ${lines.map(() => books.clientId)}::text[], ${lines.map(() => null)}::text[], ${lines.map((line) => line.invoice ?? null)}::text[],
    ${lines.map(() => null)}::text[])`;

describe("a refund", () => {
  const id = newId("settlement");
  const named = () => ({ id, kind: "refund", payment: books.partPayment, account: books.account("1000") });
  const entry = (amount: number) =>
    posted(id, "refund", [
      { account: books.account("1000"), amount: -amount },
      { role: "receivable", amount, invoice: books.partlyPaidInvoice },
    ]);

  test("that gives back what its payment put, with its entry, is taken, so that each refusal below has one reason", async () => {
    const whole = [settlement(named(), 4_000), allocate(id, books.partlyPaidInvoice, -4_000), entry(4_000)];
    expect(await verdict("app", company, whole)).toBeNull();
  });

  test("without its parts, without its entry, or with another sum in either is refused at the commit", async () => {
    const made = settlement(named(), 1_000);
    expect(await verdict("app", company, [made, entry(1_000)])).toBe("EZ009");
    expect(await verdict("app", company, [made, allocate(id, books.partlyPaidInvoice, -1_000)])).toBe("EZ009");
    expect(await verdict("app", company, [made, allocate(id, books.partlyPaidInvoice, -999), entry(999)])).toBe(
      "EZ009",
    );
    const intoEquity = posted(id, "refund", [
      { role: "equity", amount: -1_000 },
      { role: "receivable", amount: 1_000, invoice: books.partlyPaidInvoice },
    ]);
    expect(await verdict("app", company, [made, allocate(id, books.partlyPaidInvoice, -1_000), intoEquity])).toBe(
      "EZ009",
    );
  });

  test("of more than came in, of a void payment, of another client's, or from an invoice that the payment did not pay is refused", async () => {
    expect(await verdict("app", company, [settlement(named(), 4_001)])).toBe("EZ007");
    const twice = [settlement(named(), 4_000), settlement({ ...named(), id: newId("settlement") }, 1)];
    expect(await verdict("app", company, twice)).toBe("EZ007");
    expect(await verdict("app", company, [settlement({ ...named(), payment: books.voidPayment }, 1)])).toBe("EZ007");
    expect(await verdict("app", company, [settlement({ ...named(), client: other.clientId }, 1)])).toBe("EZ007");
    expect(await verdict("app", company, [settlement(named(), 100), allocate(id, books.openInvoice, -100)])).toBe(
      "EZ007",
    );
  });
});

describe("client credit", () => {
  const id = newId("settlement");

  test("is never below zero, and goes to an invoice of its own client alone", async () => {
    const payout = { id, kind: "credit_payout", account: books.account("1000") };
    expect(
      await verdict("app", company, [
        settlement({ ...payout, account: books.account("1000") }, 9_999_99),
        credit(id, -9_999_99),
      ]),
    ).toBe("EZ008");
    const application = { id, kind: "credit_application", invoice: other.invoiceId };
    expect(await verdict("app", company, [settlement(application, 1)])).toBe("EZ009");
    expect(
      await verdict("app", company, [settlement({ ...application, client: other.clientId }, 1), credit(id, -1)]),
    ).toBe("EZ009");
  });

  test("is put on the invoice that the application names, and on no other", async () => {
    const application = settlement({ id, kind: "credit_application", invoice: books.openInvoice }, 100);
    expect(await verdict("app", company, [application, allocate(id, books.partlyPaidInvoice, 100)])).toBe("EZ007");
  });

  test("granted out of cash, or paid out of revenue, is refused", async () => {
    for (const [kind, account, amount] of [
      ["credit_grant", "1000", 100],
      ["credit_payout", "4000", -100],
    ] as const) {
      const lines = [
        { account: books.account(account), amount },
        { role: "customer_credit", amount: -amount },
      ];
      const statements = [
        settlement({ id, kind, account: books.account(account) }, 100),
        credit(id, amount),
        posted(id, kind, lines),
      ];
      expect([kind, await verdict("app", company, statements)]).toEqual([kind, "EZ009"]);
    }
  });
});

describe("a deposit", () => {
  const id = newId("settlement");

  test("is used as far as it was paid, on an invoice that is none itself", async () => {
    const named = { id, kind: "deposit_application", invoice: books.openInvoice, held };
    expect(await verdict("app", company, [settlement(named, 3_001)])).toBe("EZ012");
    expect(await verdict("app", company, [settlement({ ...named, held: books.partlyPaidInvoice }, 1)])).toBe("EZ012");
    expect(await verdict("app", company, [settlement({ ...named, invoice: held }, 1)])).toBe("EZ009");
    const whole = [
      settlement(named, 3_000),
      allocate(id, books.openInvoice, 3_000),
      posted(id, "deposit_application", [
        { role: "customer_deposit", amount: 3_000, invoice: held },
        { role: "receivable", amount: -3_000, invoice: books.openInvoice },
      ]),
    ];
    expect(await verdict("app", company, whole)).toBeNull();
  });

  test("moves its account only with its documents: a line there without a deposit is refused", async () => {
    const lines = [
      { role: "cash", amount: 5 },
      { role: "customer_deposit", amount: -5, invoice: held },
    ];
    expect(await verdict("app", company, [posted(newId("journalEntry"), "manual", lines)])).toBe("EZ009");
    const nameless = [
      { role: "cash", amount: 5 },
      { role: "customer_deposit", amount: -5 },
    ];
    expect(await verdict("app", company, [posted(newId("journalEntry"), "manual", nameless)])).toBe("EZ005");
  });
});

describe("a credit note", () => {
  test("is not born posted, not deleted once posted, and takes back no more than its invoice", async () => {
    const post = sql`update credit_notes set status = 'posted', number = 'CN-9', sequence = 9 where id = ${draftNote}`;
    expect(await verdict("app", company, [post])).toBe("EZ009");
    const more = sql`update credit_notes set subtotal_cents = 10001, total_cents = 10001, status = 'posted', number = 'CN-9', sequence = 9 where id = ${draftNote}`;
    expect(await verdict("app", company, [more])).toBe("EZ007");
    expect(await verdict("app", company, [sql`delete from credit_notes where id = ${books.creditNote}`])).toBe("EZ002");
    expect(await verdict("app", company, [sql`delete from credit_notes where id = ${draftNote}`])).toBeNull();
    const born = sql`insert into credit_notes select (jsonb_populate_record(null::credit_notes, to_jsonb(n) || '{"id":"cn_9","number":"CN-9","sequence":9}')).*
      from credit_notes n where id = ${books.creditNote}`;
    expect(await verdict("app", company, [born])).toBe("EZ002");
  });

  test("and a settlement change only by being voided, wholly", async () => {
    const changes = [
      "amount_cents = 1",
      "settled_on = settled_on - 1",
      "kind = 'write_off'",
      "reason = 'x'",
      "is_automatic = true",
    ];
    for (const change of changes) {
      const statement = { text: `update settlements set ${change} where id = $1`, values: [books.creditApplication] };
      expect([change, await verdict("app", company, [statement])]).toEqual([change, "EZ002"]);
    }
    for (const change of [
      "subtotal_cents = 1, total_cents = 1",
      "noted_on = noted_on - 1",
      "reason = 'x'",
      "status = 'draft'",
    ]) {
      const statement = { text: `update credit_notes set ${change} where id = $1`, values: [books.creditNote] };
      expect([change, await verdict("app", company, [statement])]).not.toEqual([change, null]);
    }
    const halfVoid = sql`update settlements set status = 'void', voided_on = ${today} where id = ${books.creditApplication}`;
    expect(await verdict("app", company, [halfVoid])).toBe("EZ009");
    expect(
      await verdict("app", company, [
        sql`update credit_notes set status = 'void', voided_on = ${today} where id = ${books.creditNote}`,
      ]),
    ).toBe("EZ009");
    expect(await verdict("app", company, [sql`delete from settlements`])).toBe("42501");
    expect(await verdict("owner", company, [sql`delete from settlements where id = ${books.creditApplication}`])).toBe(
      "EZ002",
    );
  });
});

test("nothing is settled, noted or undone in a closed period", async () => {
  const september = sql`update accounting_periods set status = 'closed', closed_at = now(), closed_by = ${member} where name like 'September%'`;
  await lasting("app", company, (run) => run(september));
  const named = { id: newId("settlement"), kind: "credit_grant", account: books.account("4000") };
  expect(await verdict("app", company, [settlement(named, 1, "2026-09-30")])).toBe("EZ001");
  const back = "2026-09-30";
  const statements = [
    sql`update credit_notes set noted_on = ${back} where id = ${draftNote}`,
    sql`insert into credit_notes select (jsonb_populate_record(null::credit_notes, to_jsonb(n) || '{"id":"cn_8","noted_on":"2026-09-30"}')).*
      from credit_notes n where id = ${draftNote}`,
  ];
  for (const statement of statements) expect(await verdict("app", company, [statement])).toBe("EZ001");
});

test("a draft is no invoice to be settled", async () => {
  const { a } = await world();
  const clientId = await newClient(a.manager);
  const invoiceId = await draft(a.manager, clientId);
  const id = newId("settlement");
  const from = a.owner.seat.company.id;
  const row = sql`insert into settlements (company_id, id, kind, client_id, invoice_id, amount_cents, settled_on, created_by)
    values (${from}, ${id}, 'credit_application', ${clientId}, ${invoiceId}, 1, ${today}, ${a.manager.seat.member.id})`;
  const part = sql`insert into allocations (company_id, id, invoice_id, settlement_id, amount_cents, allocated_on)
    values (${from}, ${newId("allocation")}, ${invoiceId}, ${id}, 1, ${today})`;
  expect(await verdict("app", from, [row, part])).toBe("EZ007");
});
