import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { pay } from "../deeds";
import { furnish } from "../furnish";
import { deposit } from "../settlement-deeds";
import { today, world } from "../world";
import { as, type Run, type Statement, sqlstateOf } from "./roles";

/** What the application's role may call, and what each function says to the company that asks about another. */
type Callable = { name: string; parameters: { name: string; type: string }[] };
type Values = Record<string, unknown>;

/**
 * `refuses`: with the guards' own refusal. `silent`: it answers as for a company that is not there. `reckons`: it reads
 * no table, so that it tells nothing but what it was told. A function that is not named here fails the first test.
 */
const verdicts: Record<string, "refuses" | "silent" | "reckons"> = {
  assert_bill: "refuses",
  assert_bill_payment: "refuses",
  assert_company_named: "refuses",
  assert_credit: "refuses",
  assert_credit_note_entry: "refuses",
  assert_day_open: "refuses",
  assert_deposit: "refuses",
  assert_expense: "refuses",
  assert_invoice_entry: "refuses",
  assert_noted: "refuses",
  assert_owned: "refuses",
  assert_payable: "refuses",
  assert_payment_entry: "refuses",
  assert_placed: "refuses",
  assert_receivable: "refuses",
  assert_settled: "refuses",
  assert_settlement_entry: "refuses",
  assert_time_split: "refuses",
  balance_fingerprint: "silent",
  current_company: "reckons",
  deposit_left: "silent",
  end_member_sessions: "refuses",
  entry_digests: "silent",
  held: "reckons",
  is_operator: "reckons",
  keep_deed: "refuses",
  named_address: "reckons",
  period_lock_key: "reckons",
  post_entry: "refuses",
  rebuild_account_months: "refuses",
  reset_member_factors: "refuses",
  seal_digest: "reckons",
  seal_states: "silent",
  signed_in_user: "reckons",
  standing_seals: "silent",
  tell_member_unlocked: "refuses",
};

/** Where a parameter's name does not say the table whose id it takes. */
const tables: Record<string, string> = {
  bill: "bills",
  client: "clients",
  deposit: "deposits",
  entry: "time_entries",
  expense: "expenses",
  invoice: "invoices",
  note: "credit_notes",
  payment: "payments",
  period: "accounting_periods",
  settlement: "settlements",
  "assert_bill_payment payment": "bill_payments",
};

let a: CompanyId;
let b: CompanyId;
let functions: Callable[];
let foreign: Values;

beforeAll(async () => {
  const { a: alpha, b: beta } = await world();
  await furnish(alpha);
  const { clientId } = await furnish(beta);
  const held = await deposit(beta.manager, clientId, "50");
  await pay(beta.manager, held, "50");
  a = alpha.owner.seat.company.id;
  b = beta.owner.seat.company.id;
  functions = await as("owner", null, callable);
  foreign = { ...(await as("owner", b, valuesOf)), deposits: { id: held } };
});

async function callable(run: Run): Promise<Callable[]> {
  return run<Callable>(`
    select p.proname as name, coalesce((select json_agg(json_build_object('name', p.proargnames[n], 'type', format_type(t, null)) order by n)
      from unnest(p.proargtypes::oid[]) with ordinality x (t, n)), '[]') as parameters
    from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege('ez360_app', p.oid, 'execute')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by 1`);
}

/** A record of each table of the company that is looked at, its id under the table's name and all of it under its type's. */
async function valuesOf(run: Run): Promise<Values> {
  const values: Values = {};
  for (const table of [...Object.values(tables), "accounts", "members"].filter((name) => name !== "deposits")) {
    const [row] = await run<{ row: { id: string } }>(`select to_jsonb(t) as row from ${table} t order by id limit 1`);
    values[table] = row?.row;
  }
  return values;
}

function idIn(values: Values, table: string): string {
  return (values[table] as { id: string }).id;
}

/** The call as it would be made about that company, by the names and types of what it takes. */
function callOf({ name, parameters }: Callable, company: CompanyId, values: Values): Statement {
  const given = parameters.map((parameter) => argument(name, parameter, company, values));
  const list = given.map(({ sql }, n) => sql.replace("?", `$${n + 1}`));
  return { text: `select * from ${name}(${list.join(", ")})`, values: given.map(({ value }) => value) };
}

function argument(of: string, { name, type }: { name: string; type: string }, company: CompanyId, values: Values) {
  const table = tables[`${of} ${name}`] ?? tables[name];
  if (type in values) return { sql: `jsonb_populate_record(null::${type}, ?)`, value: values[type] };
  if (name === "company") return { sql: "?", value: company };
  if (type === "text" && table) return { sql: "?", value: idIn(values, table) };
  if (name === "deed") return { sql: "?", value: JSON.stringify(deedOf(company, values)) };
  const value = known(name, type, values);
  if (value === undefined) throw new Error(`${of}: nothing is known for ${name} ${type}`);
  return { sql: `?::${type}`, value };
}

function known(name: string, type: string, values: Values): unknown {
  const lines: Record<string, unknown> = {
    account_ids: [idIn(values, "accounts"), idIn(values, "accounts")],
    amounts: [100, -100],
    digests: [],
  };
  if (name in lines) return lines[name];
  if (type === "text[]") return [null, null];
  if (name === "entry_id") return newId("journalEntry");
  if (name === "member") return idIn(values, "members");
  if (name === "reverses") return null;
  return { text: "manual", date: today, integer: 1, bigint: 1 }[type];
}

function deedOf(companyId: CompanyId, values: Values) {
  const fact = { id: newId("event"), type: "x", subjectId: companyId, summary: "x", facts: {} };
  return {
    companyId,
    memberId: idIn(values, "members"),
    actor: "x",
    requestId: "x",
    at: `${today}T00:00:00Z`,
    facts: [fact],
  };
}

/** The rows that a call answers, or the code of its refusal; nothing of it remains. */
async function answerTo(run: Run, call: Statement): Promise<string> {
  await run("savepoint here");
  try {
    return JSON.stringify(await run(call));
  } catch (error) {
    return sqlstateOf(error);
  } finally {
    await run("rollback to here");
  }
}

/** Whether this function tells the company that asks more than its verdict says. */
async function tells(run: Run, asked: Callable, verdict = verdicts[asked.name]): Promise<string | null> {
  const answer = await answerTo(run, callOf(asked, b, foreign));
  if (verdict === "reckons") return null;
  if (verdict === "refuses") return /^(EZ0\d\d|42501)$/.test(answer) ? null : answer;
  const nowhere = await answerTo(run, callOf(asked, newId("company"), foreign));
  return answer === nowhere ? null : answer;
}

const peek = `create function peek(company text) returns bigint language plpgsql as
  $$ begin perform set_config('app.company_id', company, true); return (select count(*) from invoices); end $$`;

describe("a function that the application may call", () => {
  test("has its verdict here, and a new one without is named", async () => {
    const unknown = (all: Callable[]) => all.map(({ name }) => name).filter((name) => !verdicts[name]);
    expect(unknown(functions)).toEqual([]);
    expect(Object.keys(verdicts).filter((name) => !functions.some((one) => one.name === name))).toEqual([]);
    const planted = await as("owner", null, async (run) => {
      await run(peek);
      await run("grant execute on function peek(text) to ez360_app");
      return callable(run);
    });
    expect(unknown(planted)).toEqual(["peek"]);
  });

  test.each([true, false])("tells nothing of another company's (its own named: %s)", async (named) => {
    const told = await as("app", named ? a : null, async (run) => {
      const found: string[] = [];
      for (const one of functions) {
        const more = await tells(run, one);
        if (more) found.push(`${one.name}: ${more}`);
      }
      return found;
    });
    expect(told).toEqual([]);
  });

  test("has something to tell, where it is to be silent: its own company is told more than a stranger", async () => {
    const silent = functions.filter(({ name }) => verdicts[name] === "silent");
    const told = await as("app", b, async (run) => {
      const found: string[] = [];
      for (const one of silent) if (await tells(run, one)) found.push(one.name);
      return found;
    });
    expect(told).toEqual(silent.map(({ name }) => name));
  });

  test("… which one that names the company itself would not pass", async () => {
    const asked = { name: "peek", parameters: [{ name: "company", type: "text" }] };
    const verdict = await as("owner", a, async (run) => {
      await run(peek);
      return [await tells(run, asked, "refuses"), await tells(run, asked, "silent")];
    });
    expect(verdict).toEqual([expect.stringContaining("peek"), expect.stringContaining("peek")]);
  });
});
