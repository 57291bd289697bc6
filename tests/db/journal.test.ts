import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId, InvoiceId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { type Furnished, furnish } from "../furnish";
import { today, world } from "../world";
import { as, lasting, type Statement, sql, verdict } from "./roles";

/** Entries written past the one writer, straight into the tables as the application's role. */
let company: CompanyId;
let other: CompanyId;
let books: Furnished;
let theirs: Furnished;

beforeAll(async () => {
  const { a, b } = await world();
  company = a.owner.seat.company.id;
  other = b.owner.seat.company.id;
  books = await furnish(a);
  theirs = await furnish(b);
});

type Line = { code: string; amount: number; no?: number; invoice?: InvoiceId; client?: string };
type Entry = { id?: string; number?: number; lineCount?: number; total?: number; source?: [string, string] };

function head({ id = newId("journalEntry"), number = 9_000, lineCount = 2, total = 100, source }: Entry): Statement {
  const [type, sourceId] = source ?? ["manual", id];
  return sql`insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents)
    values (${company}, ${id}, ${number}, ${today}, 'planted', ${type}, ${sourceId}, ${lineCount}, ${total})`;
}

function lineOf(entryId: string, { code, amount, no = 1, invoice, client }: Line): Statement {
  return sql`insert into journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents, invoice_id, client_id)
    values (${company}, ${entryId}, ${no}, ${books.account(code)}, ${today}, ${amount}, ${invoice ?? null}, ${client ?? null})`;
}

function entry(lines: Line[], rest: Entry = {}): Statement[] {
  const id = rest.id ?? newId("journalEntry");
  const seal = { lineCount: lines.length, total: lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0) };
  return [head({ ...seal, ...rest, id }), ...lines.map((line, i) => lineOf(id, { no: i + 1, ...line }))];
}

const cashSale: Line[] = [
  { code: "1000", amount: 100 },
  { code: "4000", amount: -100 },
];

describe("an entry", () => {
  test("that balances and is what its seal says is taken, so that the refusals below have one reason each", async () => {
    expect(await verdict("app", company, entry(cashSale))).toBeNull();
  });

  test("that does not balance is refused at the commit, by a cent as by a million", async () => {
    for (const off of [1, -1, 100_000_000]) {
      const lines = [
        { code: "1000", amount: 100 },
        { code: "4000", amount: -100 + off },
      ];
      expect(await verdict("app", company, entry(lines))).toBe("EZ004");
    }
    const lasted = lasting("app", company, async (run) => {
      for (const statement of entry([
        { code: "1000", amount: 100 },
        { code: "4000", amount: -99 },
      ]))
        await run(statement);
    });
    await expect(lasted).rejects.toMatchObject({ code: "EZ004" });
  });

  test("without lines, or with fewer or more than its seal says, is refused", async () => {
    expect(await verdict("app", company, [head({})])).toBe("EZ004");
    expect(await verdict("app", company, entry(cashSale, { lineCount: 3 }))).toBe("EZ004");
    const third: Line[] = [...cashSale, { code: "1000", amount: 50 }, { code: "4000", amount: -50 }];
    expect(await verdict("app", company, entry(third, { lineCount: 2, total: 150 }))).toBe("EZ003");
  });

  test("of one line, of no money, or sealed with a wrong sum is refused", async () => {
    expect(await verdict("app", company, entry([{ code: "1000", amount: 100 }]))).toBe("23514");
    expect(
      await verdict(
        "app",
        company,
        entry([
          { code: "1000", amount: 0 },
          { code: "4000", amount: 0 },
        ]),
      ),
    ).toBe("23514");
    expect(await verdict("app", company, entry(cashSale, { total: 99 }))).toBe("EZ004");
    expect(await verdict("app", company, entry(cashSale, { total: 101 }))).toBe("EZ004");
  });

  test("whose lines carry another day than it does is refused", async () => {
    const id = newId("journalEntry");
    const line = lineOf(id, { code: "1000", amount: 100 });
    const moved = { ...line, values: line.values.map((value) => (value === today ? "2026-11-17" : value)) };
    expect(await verdict("app", company, [head({ id }), moved])).toBe("23503");
  });

  test("takes the same number, the same source or the same reversal only once", async () => {
    const [old] = await as("app", company, (run) =>
      run<{ number: string }>(sql`select number from journal_entries where id = ${books.manualEntry}`),
    );
    expect(await verdict("app", company, entry(cashSale, { number: Number(old?.number) }))).toBe("23505");
    expect(await verdict("app", company, entry(cashSale, { source: ["invoice", books.openInvoice] }))).toBe("23505");
    const again = sql`update journal_entries set reverses_entry_id = ${books.reversedEntry} where id = ${books.manualEntry}`;
    const off = "alter table journal_entries disable trigger user";
    expect(await verdict("owner", company, [off, again])).toBe("23505");
  });

  test("on a deactivated account is refused; its reversal is not", async () => {
    const id = newId("account");
    const account = sql`insert into accounts (company_id, id, code, name, type) values (${company}, ${id}, '6400', 'Fuel', 'expense')`;
    const off = sql`update accounts set is_active = false where id = ${id}`;
    const line = lineOf("je", { code: "1000", amount: 100 });
    const onIt = (entryId: string, no: number, amount: number) => ({
      ...line,
      values: [company, entryId, no, id, today, amount, null, null],
    });
    const [first, second] = [newId("journalEntry"), newId("journalEntry")];
    const post = [head({ id: first }), onIt(first, 1, 100), lineOf(first, { code: "1000", amount: -100, no: 2 })];
    expect(await verdict("app", company, [account, ...post])).toBeNull();
    expect(await verdict("app", company, [account, off, ...post])).toBe("EZ006");
    const back = sql`insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, reverses_entry_id, line_count, total_cents)
      values (${company}, ${second}, 9001, ${today}, 'back', 'reversal', ${first}, ${first}, 2, 100)`;
    const mirror = [back, onIt(second, 1, -100), lineOf(second, { code: "1000", amount: 100, no: 2 })];
    expect(await verdict("app", company, [account, ...post, off, ...mirror])).toBeNull();
  });
});

describe("balanced is not yet sealed", () => {
  const pair = (entryId: string) => [
    lineOf(entryId, { code: "1000", amount: 50, no: 3 }),
    lineOf(entryId, { code: "4000", amount: -50, no: 4 }),
  ];

  test("lines appended to an earlier entry are refused even if they balance", async () => {
    expect(await verdict("app", company, pair(books.manualEntry))).toBe("EZ003");
    expect(await verdict("owner", company, pair(books.manualEntry))).toBe("EZ003");
  });

  test("nor can they follow in the entry's own transaction, once it was checked", async () => {
    const id = newId("journalEntry");
    const made = entry(cashSale, { id });
    const checked = "set constraints all immediate";
    expect(await verdict("app", company, [...made, checked, ...pair(id)])).toBe("EZ003");
    expect(await verdict("app", company, [...made, checked, "set constraints all deferred", ...pair(id)])).toBe(
      "EZ003",
    );
    expect(await verdict("app", company, [...made, "savepoint s", ...pair(id)])).toBe("EZ003");
  });

  test("the rollup can't be asked before the lines are there, and miss them", async () => {
    const [made, ...lines] = entry(cashSale);
    if (!made) throw new Error("An entry has a head");
    const early = "set constraints journal_entries_to_months immediate";
    expect(await verdict("app", company, [made, early, ...lines])).toBe("EZ004");
    expect(await verdict("app", company, [made, ...lines, early])).toBeNull();
  });

  test("a hand that sets `made_in` is ignored: the entry belongs to the transaction that wrote it", async () => {
    const id = newId("journalEntry");
    const forged = head({ id });
    const faked = {
      text: forged.text.replace("total_cents)", "total_cents, made_in)").replace(/\)$/, ", '99999999'::xid8)"),
      values: forged.values,
    };
    const made = await as("app", company, async (run) => {
      await run(faked);
      return run(sql`select made_in = pg_current_xact_id() as own from journal_entries where id = ${id}`);
    });
    expect(made).toEqual([{ own: true }]);
  });

  test("a temporary table can't stand in for the lines or the periods that the guards look at, and the application makes none", async () => {
    const id = newId("journalEntry");
    const crooked = entry(
      [
        { code: "1000", amount: 100 },
        { code: "4000", amount: -55 },
      ],
      { id },
    );
    const balanced = entry(cashSale, { id });
    const shadow = (statements: Statement[]) => [
      "create temp table journal_lines as select * from public.journal_lines where false",
      ...statements.slice(1).map(({ text, values }) => ({
        text: text.replace("into journal_lines", "into pg_temp.journal_lines"),
        values,
      })),
      "grant all on pg_temp.journal_lines to public",
    ];
    expect(await verdict("app", company, [...crooked, ...shadow(balanced)])).toBe("42501");
    expect(await verdict("owner", company, [...crooked, ...shadow(balanced)])).toBe("EZ004");
    const close = sql`insert into accounting_periods (company_id, id, name, starts_on, ends_on, status)
      values (${company}, ${newId("period")}, 'Closed', ${today}, ${today}, 'closed')`;
    const empty = "create temp table accounting_periods as select * from public.accounting_periods where false";
    expect(await verdict("app", company, [close, empty, ...balanced])).toBe("42501");
    expect(await verdict("owner", company, [close, empty, ...balanced])).toBe("EZ001");
  });

  test("naming another company before the commit does not hide the entry from its check", async () => {
    for (const away of [other, ""]) {
      const crooked = entry([
        { code: "1000", amount: 100 },
        { code: "4000", amount: -99 },
      ]);
      const leave = sql`select set_config('app.company_id', ${away}, true)`;
      expect(await verdict("app", company, [...crooked, leave])).toBe("EZ004");
    }
  });
});

describe("control accounts mirror their documents", () => {
  test("a line of the receivable account names its invoice, a line of client credit its client", async () => {
    expect(
      await verdict(
        "app",
        company,
        entry([
          { code: "1100", amount: 100 },
          { code: "4000", amount: -100 },
        ]),
      ),
    ).toBe("EZ005");
    expect(
      await verdict(
        "app",
        company,
        entry([
          { code: "1000", amount: 100 },
          { code: "2200", amount: -100 },
        ]),
      ),
    ).toBe("EZ005");
  });

  test("an entry that moves an invoice's receivable without a payment or a void is refused, whatever it calls itself", async () => {
    for (const invoice of [books.openInvoice, books.partlyPaidInvoice, books.voidInvoice, books.draftInvoice]) {
      for (const type of ["manual", "payment", "invoice", "reversal"]) {
        const lines = [
          { code: "1000", amount: 100 },
          { code: "1100", amount: -100, invoice },
        ];
        expect(await verdict("app", company, entry(lines, { source: [type, newId("payment")] }))).toBe("EZ009");
      }
    }
  });

  test("an entry that moves a client's credit without a row of the credit ledger is refused", async () => {
    const lines = [
      { code: "1000", amount: 100 },
      { code: "2200", amount: -100, client: books.clientId },
    ];
    expect(await verdict("app", company, entry(lines))).toBe("EZ009");
  });

  test("an entry on another company's invoice, account, client or project is refused", async () => {
    const lines = (rest: Partial<Line>): Line[] => [
      { code: "1000", amount: 100, ...rest },
      { code: "4000", amount: -100 },
    ];
    expect(await verdict("app", company, entry(lines({ invoice: theirs.openInvoice })))).toBe("23503");
    expect(await verdict("app", company, entry(lines({ client: theirs.clientId })))).toBe("23503");
    const id = newId("journalEntry");
    const foreign = lineOf(id, { code: "1000", amount: 100 });
    const values = foreign.values.map((value) => (value === books.account("1000") ? theirs.account("1000") : value));
    expect(await verdict("app", company, [head({ id }), { ...foreign, values }])).toBe("23503");
  });
});

test("the rollup says what the lines say, account by account and month by month, in both companies", async () => {
  const drift = `
    select account_id, month, amount_cents, line_count from account_months
    except select account_id, date_trunc('month', entry_on)::date, sum(amount_cents)::bigint, count(*) from journal_lines group by 1, 2`;
  for (const id of [company, other]) {
    expect(await as("app", id, (run) => run(drift))).toEqual([]);
    const rows = await as("app", id, (run) => run<{ n: string }>("select count(*) as n from account_months"));
    expect(Number(rows[0]?.n)).toBeGreaterThan(4);
  }
  const planted = await as("owner", company, async (run) => {
    await run("update account_months set amount_cents = amount_cents + 1 where line_count > 0");
    return run(drift);
  });
  expect(planted.length).toBeGreaterThan(0);
});
