import type pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { listSeals } from "@/lib/reconciliation/period-seal";
import { ez360 } from "@/scripts/ez360/run";
import { as, sql, verdict } from "../../db/roles";
import { bookByHand, newMonth } from "../../deeds";
import { brokenInvariants } from "../../evidence";
import { type World, world } from "../../world";
import { close, reopen } from "../ledger/books";
import { committed } from "./plant";

let w: World;
let september: PeriodId;
let october: PeriodId;

beforeEach(async () => {
  w = await world();
  for (const firm of [w.a, w.b]) {
    const { owner } = firm;
    for (const day of ["2026-09-10", "2026-09-11", "2026-10-05", "2026-10-06"])
      await bookByHand(owner, "1000", "3000", "100", plainDate(day));
    const months = [await newMonth(owner, "2026-09"), await newMonth(owner, "2026-10")] as const;
    if (firm === w.a) [september, october] = months;
    for (const month of months) await close(owner, month);
  }
});

const seals = () => listSeals(w.a.owner.scope());
const altered = async () => (await seals()).flatMap((seal) => seal.altered);
const company = () => w.a.owner.seat.company.id;
const plant = (text: string) => committed((client: pg.Client) => client.query(text));

/** The command line, in this process: its exit code and what it said. */
async function verifySeals(...words: string[]) {
  const spy = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await ez360(["verify-seals", ...words]);
  const said = spy.mock.calls.map(([text]) => String(text)).join("");
  spy.mockRestore();
  return { code, said };
}

test("each close seals its entries on the digest of the period before it, and the books verify", async () => {
  const [first, second] = await seals();
  expect(first).toMatchObject({ periodId: september, entries: 2, postedCents: 20_000, previousDigest: "" });
  expect(second).toMatchObject({ periodId: october, entries: 2, previousDigest: first?.expected });
  for (const seal of [first, second]) {
    expect(seal?.expected).toMatch(/^[0-9a-f]{64}$/);
    expect(seal?.found).toBe(seal?.expected);
  }
  expect([await altered(), await brokenInvariants(w.a.owner)]).toEqual([[], []]);
  const { code, said } = await verifySeals("--company", w.a.slug, "--expect", second?.expected ?? "");
  expect([code, said.match(/PASS/g)?.length]).toEqual([0, 2]);
});

const lies: [what: string, lie: (company: string) => string, says: RegExp][] = [
  [
    "one cent",
    (c) =>
      `update journal_lines set amount_cents = amount_cents + 1 where company_id = '${c}' and entry_on = '2026-09-11' and line_no = 1`,
    /Entry 2 of September 2026 was altered/,
  ],
  [
    "one memo",
    (c) => `update journal_entries set memo = 'Other' where company_id = '${c}' and number = 3`,
    /Entry 3 of October 2026 was altered/,
  ],
  [
    "the day, out of the period",
    (c) => `update journal_entries set entry_on = '2026-11-02' where company_id = '${c}' and number = 3`,
    /Entry 3 is missing from October 2026/,
  ],
  [
    "an entry deleted",
    (c) => `delete from journal_entries where company_id = '${c}' and number = 4`,
    /Entry 4 is missing from October 2026/,
  ],
  [
    "an entry slipped in",
    (
      c,
    ) => `insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents)
      values ('${c}', 'je_planted', 77, '2026-09-12', 'x', 'manual', 'je_planted', 2, 1)`,
    /Entry 77 was added to September 2026/,
  ],
];

test.each(lies)("%s: the command names it and exits 1, and the other company passes", async (_, lie, says) => {
  await plant(lie(company()));
  const { code, said } = await verifySeals("--company", w.a.slug);
  expect(code).toBe(1);
  expect(said).toMatch(says);
  expect((await verifySeals("--company", w.b.slug)).code).toBe(0);
  expect((await brokenInvariants(w.a.owner)).join()).toContain("closed_periods_entries");
});

test("of 100 random changes 100 are named", async () => {
  const { owner } = w.b;
  const periods = (await listSeals(owner.scope())).map((seal) => seal.periodId);
  for (const id of periods.toReversed()) await reopen(owner, id);
  for (let n = 0; n < 96; n++) await bookByHand(owner, "1000", "3000", "10", addDays(plainDate("2026-09-01"), n % 30));
  for (const id of periods) await close(owner, id);
  const ofB = owner.seat.company.id;
  await plant(`update journal_lines set memo = md5(entry_id), amount_cents = amount_cents * 2
    where company_id = '${ofB}' and line_no = 1 + (hashtext(entry_id) & 1)`);
  expect(
    new Set((await listSeals(owner.scope())).flatMap((seal) => seal.altered.map(({ number }) => number))).size,
  ).toBe(100);
  expect(await altered()).toEqual([]);
});

test("a period that is closed again has a new seal, and the old one stays", async () => {
  const [, before] = await seals();
  await reopen(w.a.owner, october);
  await bookByHand(w.a.owner, "6000", "1000", "5", plainDate("2026-10-07"));
  expect((await seals()).map((seal) => seal.period)).toEqual(["September 2026"]);
  await close(w.a.owner, october);
  const [, after] = await seals();
  expect(after).toMatchObject({ place: 3, entries: 3, previousDigest: before?.previousDigest });
  expect(after?.expected).not.toBe(before?.expected);
  const kept = await as("app", company(), (run) => run("select 1 from period_seals"));
  expect(kept).toHaveLength(3);
});

test("the last seal taken away is caught by the digest on paper; so is one that was made anew over a lie", async () => {
  const [, last] = await seals();
  await plant(`delete from sealed_entries where company_id = '${company()}' and seal_id in (
      select id from period_seals where company_id = '${company()}' and number = 2);
    delete from period_seals where company_id = '${company()}' and number = 2`);
  const { code, said } = await verifySeals("--company", w.a.slug, "--expect", last?.expected ?? "");
  expect([code, said.includes("not the one that was expected")]).toEqual([1, true]);
  expect((await brokenInvariants(w.a.owner)).join()).toContain("closed_periods_chained");
});

test("a period closed before there were seals is said to be so, and its balances are still proved", async () => {
  await plant(`update events set facts = facts #- '{seal,digest}' where company_id = '${company()}' and type = 'period.closed';
    delete from sealed_entries where company_id = '${company()}';
    delete from period_seals where company_id = '${company()}'`);
  const { code, said } = await verifySeals("--company", w.a.slug);
  expect([code, said.match(/closed before seals existed/g)?.length]).toEqual([0, 2]);
  expect(await brokenInvariants(w.a.owner)).toEqual([]);
});

test("the application writes no seals, and nobody changes them", async () => {
  for (const statement of ["insert into period_seals select * from period_seals", "delete from sealed_entries"])
    expect(await verdict("app", company(), [statement])).toBe("42501");
  const owners = ["update period_seals set digest = 'x'", "delete from sealed_entries", "truncate sealed_entries"];
  for (const statement of owners) expect(await verdict("owner", company(), [statement])).toBe("EZ002");
});

test("a seal does not follow the clock and the words of whoever closes: another time zone verifies it", async () => {
  await reopen(w.a.owner, october);
  await as("app", company(), async (run) => {
    await run("set local timezone = 'Pacific/Kiritimati'; set local datestyle = 'German'");
    await run(sql`update accounting_periods set status = 'closed' where id = ${october}`);
    await run("set local timezone = 'America/New_York'; set local datestyle = 'ISO'");
    const states = await run<{ holds: boolean; altered: unknown[] }>(
      sql`select expected = found as holds, altered from seal_states(${company()})`,
    );
    expect(states).toEqual(Array(2).fill({ holds: true, altered: [] }));
  });
});

test("whoever closes by a statement seals as well", async () => {
  await reopen(w.a.owner, october);
  const counted = await as("app", company(), async (run) => {
    await run(sql`update accounting_periods set status = 'closed' where id = ${october}`);
    return run<{ n: string }>("select count(*) as n from period_seals");
  });
  expect(counted).toEqual([{ n: "3" }]);
});
