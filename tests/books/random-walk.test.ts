import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { CompanyId } from "@/lib/kernel/ids";
import { as } from "../db/roles";
import { brokenInvariants } from "../evidence";
import { world } from "../world";
import { type Deed, deeds, leadingTo, step, take, walkerOf } from "./walk";
import type { Step, Walker } from "./walker";

/**
 * Whatever people do, in whatever order, alone or at one instant: the books stay right. Refusals are part of the walk,
 * all but "busy"; anything else that is thrown fails it. `WALK_SEED=… npx vitest run tests/books` walks the same way again.
 */
const walks = 200;
const walksInOneWorld = 40;
const triesOfOne = 100;
const seed = Number(process.env.WALK_SEED ?? Math.trunc(performance.timeOrigin % 2 ** 31));

/** What must be zero after every single step, asked in one query. */
const cheapChecks = `
  with control as (
    select a.role, coalesce(sum(l.amount_cents), 0) as booked from accounts a
    left join journal_lines l on l.company_id = a.company_id and l.account_id = a.id
    where a.role in ('receivable', 'customer_credit', 'customer_deposit', 'payable', 'reimbursable') group by a.role
  )
  select
    (select coalesce(sum(amount_cents), 0) from journal_lines) as "trial balance",
    (select coalesce(sum(amount_cents), 0) from account_months) as "rollup",
    (select booked from control where role = 'receivable')
      - (select coalesce(sum(total_cents), 0) from invoices where status = 'issued')
      + (select coalesce(sum(amount_cents), 0) from allocations) as "receivable less open invoices",
    (select booked from control where role = 'customer_credit')
      + (select coalesce(sum(amount_cents), 0) from credit_entries) as "client credit",
    (select booked from control where role = 'customer_deposit')
      + (select coalesce(sum(total_cents), 0) from invoices where kind = 'deposit' and status = 'issued')
      - (select coalesce(sum(amount_cents), 0) from settlements where kind = 'deposit_application' and status = 'standing') as "deposits held",
    (select count(*) from (select 1 from credit_entries group by client_id having sum(amount_cents) < 0) below) as "credit below zero",
    (select count(*) - coalesce(max(sequence), 0) from credit_notes where sequence is not null) as "gaps in credit note numbers",
    (select coalesce(sum(duration_minutes), 0) from time_entries)
      - (select coalesce(sum(minutes), 0) from time_entry_services) as "minutes not by service",
    (select booked from control where role = 'payable')
      + (select coalesce(sum(total_cents), 0) from bills where status = 'posted')
      - (select coalesce(sum(amount_cents), 0) from bill_allocations) as "payable less open bills",
    (select booked from control where role = 'reimbursable') + (select coalesce(sum(amount_cents), 0) from expenses
      where status = 'approved' and paid_from_account_id is null) as "owed to members",
    (select count(*) - coalesce(max(sequence), 0) from bills where sequence is not null) as "gaps in bill numbers",
    (select count(*) - coalesce(max(sequence), 0) from expenses where sequence is not null) as "gaps in expense numbers",
    (select count(*) - coalesce(max(sequence), 0) from invoices where sequence is not null) as "gaps in invoice numbers",
    (select count(*) - coalesce(sum(n), 0) from invoices left join lateral (select 1 as n from recurring_occurrences o
      where o.plan_id = recurring_plan_id and o.occurrence_on = invoices.occurrence_on and o.invoice_id = invoices.id) own on true
      where recurring_plan_id is not null) as "invoices of no occurrence",
    (select coalesce(sum(next_number - 1), 0) from project_number_series)
      - (select count(*) from invoices where use_project_numbers and number is not null) as "gaps in project numbers",
    (select count(*) - coalesce(max(sequence), 0) from payments where sequence is not null) as "gaps in payment numbers",
    (select coalesce(sum(n - top), 0) from (select count(*) as n, max(sequence) as top from estimates where sequence is not null
      group by kind) sent) as "gaps in numbers of estimates and proposals",
    (select count(*) from (select 1 from invoices i join estimates e on e.company_id = i.company_id and e.id = i.estimate_id
      where i.status <> 'void' and i.kind = 'standard' group by e.id, e.subtotal_cents having sum(i.subtotal_cents) > e.subtotal_cents) over)
      as "estimates that are billed beyond what was accepted",
    (select count(*) - coalesce(max(number), 0) from journal_entries) as "gaps in entry numbers"`;

async function offBalance(company: CompanyId): Promise<string[]> {
  const [row] = await as("app", company, (run) => run<Record<string, string>>(cheapChecks));
  return Object.entries(row ?? { "no answer": "1" }).flatMap(([name, off]) =>
    Number(off) === 0 ? [] : [`${name}: ${off}`],
  );
}

const done = new Map<Deed, number>();
const refused = new Map<string, number>();
let pair: [Walker, Walker] | null = null;
let begun = 0;

async function walkers(): Promise<[Walker, Walker]> {
  if (begun++ % walksInOneWorld === 0) pair = null;
  pair ??= await young();
  return pair;
}

async function young(): Promise<[Walker, Walker]> {
  const { a, b } = await world();
  return [await walkerOf(a), await walkerOf(b)];
}

/** Steps in their order, those that belong together at one instant. */
function strides(steps: Step[]): Step[][] {
  const found: Step[][] = [];
  for (const one of steps) {
    const last = found.at(-1);
    if (one.together && last && last.length < 3) last.push(one);
    else found.push([one]);
  }
  return found;
}

async function walk(steps: Step[]): Promise<void> {
  const both = await walkers();
  await carryOut(both, steps);
  const walked = both.filter((_, n) => steps.some((one) => one.of === n));
  expect(await Promise.all(walked.map(({ firm }) => brokenInvariants(firm.owner)))).toEqual(walked.map(() => []));
}

async function carryOut(both: [Walker, Walker], steps: Step[]): Promise<void> {
  for (const stride of strides(steps)) {
    const said = await Promise.all(stride.map((one) => take(both[one.of], one)));
    // what the database alone caught, or a deadlock that no retry mended: a command took too few locks, or too late
    expect(said).not.toContain("busy");
    for (const [i, one] of stride.entries()) {
      const [tally, key] = said[i] === "done" ? [done, one.deed] : [refused, said[i] as string];
      (tally as Map<string, number>).set(key, (tally.get(key as Deed) ?? 0) + 1);
    }
    for (const of of new Set(stride.map((one) => one.of))) {
      expect(await offBalance(both[of].firm.owner.seat.company.id)).toEqual([]);
    }
  }
}

/** What chance has left out is led to until it was done, each deed in young books of its own: no other is in its way. */
async function complete(): Promise<void> {
  const steps = fc.sample(step, { seed, numRuns: triesOfOne });
  for (const deed of deeds.filter((one) => !done.get(one))) {
    const both = await young();
    // mostly with what was made last
    for (const [n, one] of steps.entries()) {
      if (done.get(deed)) break;
      const path = [...(leadingTo[deed] ?? []), deed];
      const pick = n % 2 === 0 ? 0 : one.pick;
      await carryOut(
        both,
        path.map((each) => ({ ...one, deed: each, pick, together: false })),
      );
    }
    expect(await Promise.all(both.map(({ firm }) => brokenInvariants(firm.owner)))).toEqual([[], []]);
  }
  expect(deeds.filter((deed) => !done.get(deed))).toEqual([]);
}

/** Whatever chance did: a month that is closed takes nothing more. */
async function runIntoAClose(): Promise<void> {
  const one = { of: 0 as const, pick: 0, day: 20, amount: 700, quantity: 20_000, tax: 1, together: false };
  const both = await young();
  await carryOut(
    both,
    ["close", "byHand"].map((deed) => ({ ...one, deed })),
  );
  expect(refused.get("period_closed") ?? 0).toBeGreaterThan(0);
}

describe("a random walk of everything that people do", () => {
  afterAll(() => {
    const told = (tally: Map<string, number>) => [...tally].map(([name, n]) => `${name} ${n}`).join(", ");
    console.info(`seed ${seed}; done: ${told(done)}; refused: ${told(refused)}`);
  });

  test(`keeps every invariant of both companies' books, ${walks} times`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), walk), {
      seed,
      numRuns: walks,
      endOnFailure: true,
    });
    await complete();
    await runIntoAClose();
  }, 600_000);

  test("would notice a cent that was slipped in", async () => {
    const { a } = await world();
    const walker = await walkerOf(a);
    const company = a.owner.seat.company.id;
    const said = await take(walker, {
      deed: "byHand",
      of: 0,
      pick: 0,
      day: 1,
      amount: 5,
      quantity: 1,
      tax: 0,
      together: false,
    });
    expect([said, await offBalance(company)]).toEqual(["done", []]);
    const slipped = await as("owner", company, async (run) => {
      await run("alter table journal_lines disable trigger user");
      await run("update journal_lines set amount_cents = amount_cents + 1 where amount_cents > 0");
      return run(cheapChecks);
    });
    expect(Number(slipped[0]?.["trial balance"])).toBeGreaterThan(0);
  });
});
