import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { CompanyId } from "@/lib/kernel/ids";
import { as } from "../db/roles";
import { brokenInvariants } from "../evidence";
import { world } from "../world";
import { type Deed, deeds, type Step, step, take, type Walker, walkerOf } from "./walker";

/**
 * Whatever people do, in whatever order, alone or at one instant: the books stay right. Refusals are part of the walk,
 * all but "busy"; anything else that is thrown fails it. `WALK_SEED=… npx vitest run tests/books` walks the same way again.
 */
const walks = 200;
const walksInOneWorld = 40;
const seed = Number(process.env.WALK_SEED ?? Math.trunc(performance.timeOrigin % 2 ** 31));

/** What must be zero after every single step, asked in one query. */
const cheapChecks = `
  with control as (
    select a.role, coalesce(sum(l.amount_cents), 0) as booked from accounts a
    left join journal_lines l on l.company_id = a.company_id and l.account_id = a.id
    where a.role in ('receivable', 'customer_credit') group by a.role
  )
  select
    (select coalesce(sum(amount_cents), 0) from journal_lines) as "trial balance",
    (select coalesce(sum(amount_cents), 0) from account_months) as "rollup",
    (select booked from control where role = 'receivable')
      - (select coalesce(sum(total_cents), 0) from invoices where status = 'issued')
      + (select coalesce(sum(amount_cents), 0) from allocations) as "receivable less open invoices",
    (select booked from control where role = 'customer_credit')
      + (select coalesce(sum(amount_cents), 0) from credit_entries) as "client credit",
    (select count(*) - coalesce(max(sequence), 0) from invoices where sequence is not null) as "gaps in invoice numbers",
    (select count(*) - coalesce(max(sequence), 0) from payments) as "gaps in payment numbers",
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
  if (pair) return pair;
  const { a, b } = await world();
  pair = [await walkerOf(a), await walkerOf(b)];
  return pair;
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
  const walked = both.filter((_, n) => steps.some((one) => one.of === n));
  expect(await Promise.all(walked.map(({ firm }) => brokenInvariants(firm.owner)))).toEqual(walked.map(() => []));
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
    expect(deeds.filter((deed) => !done.get(deed))).toEqual([]);
    expect(refused.get("period_closed") ?? 0).toBeGreaterThan(0);
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
