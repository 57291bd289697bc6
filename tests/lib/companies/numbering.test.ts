import { beforeAll, describe, expect, test } from "vitest";
import { editNumberingInput } from "@/lib/companies/inputs";
import type { Reset } from "@/lib/companies/number-pattern";
import { nextNumber } from "@/lib/companies/numbers";
import { listNumberSeries } from "@/lib/companies/queries";
import type { NumberedSeries } from "@/lib/companies/series";
import { updateNumbering } from "@/lib/companies/update-numbering";
import { record } from "@/lib/events/record";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { as, sql, verdict } from "../../db/roles";
import { draft, issue, issued, newClient, newProject, pay } from "../../deeds";
import { sentEstimate } from "../../estimate-deeds";
import { brokenInvariants, outcomes, refusalOf, statusOf } from "../../evidence";
import { approvedExpense, newVendor, postedBill } from "../../expense-deeds";
import { credited } from "../../settlement-deeds";
import { type Firm, type World, world } from "../../world";

let w: World;
let clientId: ClientId;

beforeAll(async () => {
  process.env.DATABASE_POOL_SIZE = "50";
});

async function begin() {
  w = await world();
  clientId = await newClient(w.a.manager);
}

async function setPattern(firm: Firm, pattern: string, reset: Reset, series: NumberedSeries = "invoice") {
  const all = await listNumberSeries(firm.admin.scope());
  const revision = all.find((one) => one.series === series)?.revision ?? 0;
  return firm.admin.work((work) => updateNumbering(work, { series, pattern, beginsAnew: reset, revision }));
}

const on = (day: string) => new Date(`${day}T17:00:00Z`);
const issueOn = (id: InvoiceId, day: string) =>
  w.a.manager.work((work) => issueInvoice(work, { invoiceId: id, revision: 0 }), { now: on(day) });
const numberOf = async (id: InvoiceId) => (await statusOf(w.a.manager, id)).number;

describe("numbers by pattern", () => {
  beforeAll(begin);

  test("50 issues at once with a failure in ten give consecutive numbers, in sight and behind", async () => {
    await setPattern(w.a, "{YY}/{MM}/{SEQ:3}", "monthly");
    const drafts: InvoiceId[] = [];
    for (let n = 0; n < 50; n++) drafts.push(await draft(w.a.manager, clientId));
    const failing = (id: InvoiceId) =>
      w.a.manager.work(async (work) => {
        await issueInvoice(work, { invoiceId: id, revision: 0 });
        throw new Error("forced");
      });
    const doomed = drafts.filter((_, n) => n % 10 === 0);
    const said = await Promise.allSettled([
      ...doomed.map(failing),
      ...drafts.slice(1).map((id) => issue(w.a.manager, id)),
    ]);
    const done = said.filter(({ status }) => status === "fulfilled").length;
    await Promise.all(doomed.map((id) => refusalOf(issue(w.a.manager, id))));
    expect(done).toBeGreaterThan(40);
    const rows = await as("app", w.a.admin.seat.company.id, (run) =>
      run<{ number: string; sequence: string }>(
        "select number, sequence from invoices where number is not null order by sequence",
      ),
    );
    expect(rows.map((row) => Number(row.sequence))).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(rows.map((row) => row.number)).toEqual(
      Array.from({ length: 50 }, (_, n) => `26/11/${String(n + 1).padStart(3, "0")}`),
    );
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("begin anew in the next month, and the sequence does not", async () => {
    const ids = [await draft(w.a.manager, clientId), await draft(w.a.manager, clientId)];
    await issueOn(ids[0] as InvoiceId, "2026-12-01");
    await issueOn(ids[1] as InvoiceId, "2027-01-02");
    expect([await numberOf(ids[0] as InvoiceId), await numberOf(ids[1] as InvoiceId)]).toEqual([
      "26/12/001",
      "27/01/001",
    ]);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("taken by whoever began before midnight stay in the new month, where they are free", async () => {
    const late = await draft(w.a.manager, clientId);
    await issueOn(late, "2026-12-31");
    expect(await numberOf(late)).toBe("27/01/002");
  });
});

describe("a change of pattern", () => {
  beforeAll(begin);

  test("is told in the audit, begins anew each year if asked to, and is not noticed next door", async () => {
    await setPattern(w.a, "{YYYY}-{SEQ}", "yearly");
    const [first, second] = [await draft(w.a.manager, clientId), await draft(w.a.manager, clientId)];
    await issueOn(first, "2026-11-30");
    await issueOn(second, "2027-01-01");
    expect([await numberOf(first), await numberOf(second)]).toEqual(["2026-1", "2027-1"]);
    const facts = await as("app", w.a.admin.seat.company.id, (run) =>
      run<{ facts: object }>("select facts from events where type = 'numbering.updated'"),
    );
    expect(facts[0]?.facts).toMatchObject({
      series: "invoice",
      pattern: { before: "INV-{SEQ:5}", after: "{YYYY}-{SEQ}" },
    });
    const theirs = await draft(w.b.manager, await newClient(w.b.manager));
    await issue(w.b.manager, theirs);
    expect((await statusOf(w.b.manager, theirs)).number).toBe("INV-00001");
  });

  test("is refused from an older form, or where its next number is in use", async () => {
    const stale = { series: "invoice", pattern: "X{SEQ}", beginsAnew: "none", revision: 0 } as const;
    expect(await refusalOf(w.a.admin.work((work) => updateNumbering(work, stale)))).toBe("stale");
    await setPattern(w.a, "{YYYY}-{SEQ}-{MM}", "none");
    await expect(setPattern(w.a, "{YYYY}-{SEQ}", "yearly")).rejects.toMatchObject({
      code: "pattern_taken",
      fields: { pattern: expect.stringContaining("2026-1") },
    });
  });

  test("that leads to a number in use is refused at the issue, in words, and nothing is lost", async () => {
    await setPattern(w.a, "N{SEQ}", "none");
    const taken = await draft(w.a.manager, clientId);
    await issue(w.a.manager, taken);
    const number = (await numberOf(taken)) ?? "";
    const n = Number(number.slice(1));
    await as("owner", w.a.admin.seat.company.id, async (run) => {
      await run(`update number_series set next_in_period = ${n} where series = 'invoice'`);
      await run("commit");
    });
    const blocked = await draft(w.a.manager, clientId);
    await expect(issue(w.a.manager, blocked)).rejects.toMatchObject({
      code: "number_taken",
      message: expect.stringContaining("Settings, Numbering"),
    });
    expect(await statusOf(w.a.manager, blocked)).toMatchObject({ status: "draft", number: null });
    await setPattern(w.a, "M{SEQ}", "none");
    await issue(w.a.manager, blocked);
    expect(await numberOf(blocked)).toBe(`M${n}`);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("of a form is read strictly", () => {
    const typed = { series: "invoice", revision: "0", beginsAnew: "none" };
    expect(editNumberingInput.safeParse({ ...typed, pattern: "A{SEQ}" }).success).toBe(true);
    for (const bad of [
      { pattern: "A" },
      { pattern: "{SEQ}", beginsAnew: "yearly" },
      { pattern: "{SEQ}", series: "journal_entry" },
    ])
      expect(editNumberingInput.safeParse({ ...typed, ...bad }).success).toBe(false);
  });

  test("works for the series of rooms that are still to come", async () => {
    await setPattern(w.a, "E{YY}-{SEQ:2}", "yearly", "estimate");
    const take = () =>
      w.a.manager.work(async (work) => {
        record(work, "company.updated", work.company.id, { summary: "x" });
        return nextNumber(work, "estimate");
      });
    expect([await take(), await take()]).toEqual([
      { sequence: 1, number: "E26-01" },
      { sequence: 2, number: "E26-02" },
    ]);
  });
});

describe("a pattern whose next number is in use", () => {
  beforeAll(begin);

  const desk = () => w.a.manager;
  const making: Record<NumberedSeries, () => Promise<unknown>> = {
    invoice: () => issued(desk(), clientId),
    estimate: () => sentEstimate(desk(), clientId, { kind: "estimate" }),
    proposal: () => sentEstimate(desk(), clientId, { kind: "proposal" }),
    credit_note: async () => credited(desk(), await issued(desk(), clientId), "10"),
    payment: async () => pay(desk(), await issued(desk(), clientId), "10"),
    bill: async () => postedBill(desk(), await newVendor(desk())),
    expense: () => approvedExpense(w.a, "10"),
    project: () => newProject(desk(), clientId),
  };

  test.each(Object.entries(making) as [NumberedSeries, () => Promise<unknown>][])(
    "is refused for the series %s, and the next one is numbered as before",
    async (series, make) => {
      await setPattern(w.a, "N{YYYY}-{SEQ}", "yearly", series);
      await make();
      await setPattern(w.a, "M{SEQ}", "none", series);
      await expect(setPattern(w.a, "N{YYYY}-{SEQ}", "yearly", series)).rejects.toMatchObject({
        code: "pattern_taken",
        fields: { pattern: expect.stringContaining("N2026-1") },
      });
      await make();
    },
  );
});

describe("numbers of a project", () => {
  beforeAll(begin);

  test("count within it without a gap, 20 at once, and the company's own numbers have none by them", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const drafts: InvoiceId[] = [];
    for (let n = 0; n < 20; n++)
      drafts.push(await draft(w.a.manager, clientId, n % 2 === 0 ? { projectId, useProjectNumbers: true } : {}));
    expect(await outcomes(drafts.map((id) => issue(w.a.manager, id)))).toEqual(Array(20).fill("done"));
    const numbers = (await Promise.all(drafts.map(numberOf))).sort();
    const expected = [
      ...Array.from({ length: 10 }, (_, n) => `INV-${String(n + 1).padStart(5, "0")}`),
      ...Array.from({ length: 10 }, (_, n) => `P-00001-${n + 1}`),
    ];
    expect(numbers).toEqual(expected.sort());
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("are refused without a project, and the database says it again", async () => {
    expect(await refusalOf(draft(w.a.manager, clientId, { useProjectNumbers: true }))).toBe("project_numbers_alone");
    const id = await draft(w.a.manager, clientId);
    const company = w.a.admin.seat.company.id;
    expect(await verdict("app", company, [sql`update invoices set use_project_numbers = true where id = ${id}`])).toBe(
      "23514",
    );
  });
});

test("by hostile SQL no counter goes back, and no pattern without its number or its date is kept", async () => {
  await begin();
  await issue(w.a.manager, await draft(w.a.manager, clientId));
  const company = w.a.admin.seat.company.id;
  const tried = (set: string) => verdict("app", company, [`update number_series set ${set} where series = 'invoice'`]);
  expect(await tried("next_number = next_number - 1")).toBe("EZ002");
  expect(await tried("pattern = 'INV'")).toBe("23514");
  expect(await tried("pattern = '{SEQ}{SEQ}'")).toBe("23514");
  expect(await tried("pattern = '<{SEQ}>'")).toBe("23514");
  expect(await tried("reset = 'monthly', pattern = '{YY}-{SEQ}'")).toBe("23514");
  expect(await tried("reset = 'daily'")).toBe("23514");
  expect(await tried("reset = 'monthly', pattern = '{YY}{MM}-{SEQ}'")).toBeNull();
  expect(await verdict("app", company, ["delete from project_number_series"])).toBe("42501");
});
