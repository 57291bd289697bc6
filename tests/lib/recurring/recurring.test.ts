import { beforeAll, describe, expect, test } from "vitest";
import { archiveClient, restoreClient } from "@/lib/clients/archive-client";
import { makeDueOf, makeRecurringInvoices } from "@/lib/doors/recurring";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId, RecurringPlanId } from "@/lib/kernel/ids";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { newPlanInput } from "@/lib/recurring/inputs";
import { makeNext } from "@/lib/recurring/make-occurrence";
import { pausePlan, resumePlan } from "@/lib/recurring/pause-plan";
import { getPlan } from "@/lib/recurring/queries";
import { updatePlan } from "@/lib/recurring/save-plan";
import { as, sql, verdict } from "../../db/roles";
import { dollars, line, newClient, newMonth, newPlan, newProject, percent, planOf, reasons } from "../../deeds";
import { booked, brokenInvariants, counts, refusalOf, statusOf } from "../../evidence";
import { noon, type World, world } from "../../world";

let w: World;
let clientId: ClientId;

beforeAll(async () => {
  process.env.DATABASE_POOL_SIZE = "20";
  w = await world();
  clientId = await newClient(w.a.manager);
});

const company = () => w.a.manager.seat.company.id;
const planned = (planId: RecurringPlanId) => getPlan(w.a.manager.scope(), planId);
const run = (now = noon) => makeDueOf(company(), now);

describe("a plan", () => {
  test("makes the invoice of its day as people make theirs: discounts, tax, number, entry, and facts that name the plan", async () => {
    const planId = await newPlan(w.a.manager, clientId, {
      name: "Retainer",
      dueDays: 10,
      lines: [line("200", { isTaxable: true, discount: { ppm: percent("10"), cents: dollars("0") } })],
      taxPercent: percent("5"),
    });
    expect(await run()).toEqual([]);
    const { made, next } = await planned(planId);
    expect(made).toMatchObject([{ occurrenceOn: "2026-11-18", number: "INV-00001", totalCents: 18_900 }]);
    expect(next).toEqual(["2026-12-18", "2027-01-18", "2027-02-18", "2027-03-18", "2027-04-18"]);
    const id = made[0]?.invoiceId ?? ("" as never);
    expect(await booked(w.a.manager, "invoice", id)).toEqual([
      { code: "1100", amount: 18_900 },
      { code: "4000", amount: -18_000 },
      { code: "2100", amount: -900 },
    ]);
    const facts = await as("app", company(), (ask) =>
      ask<{ actor: string; type: string }>(sql`select actor, type from events where invoice_id = ${id} order by id`),
    );
    expect(new Set(facts.map(({ actor }) => actor))).toEqual(new Set(["Recurring plan Retainer"]));
    expect(facts.map(({ type }) => type).sort()).toEqual(["invoice.drafted", "invoice.issued", "recurring_plan.made"]);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("is made exactly once by four workers at one instant", async () => {
    const planId = await newPlan(w.a.manager, clientId, { startsOn: plainDate("2026-09-18") });
    const said = await Promise.all([run(), run(), run(), run()]);
    expect(said).toEqual([[], [], [], []]);
    const { made } = await planned(planId);
    expect(made.map(({ occurrenceOn }) => occurrenceOn)).toEqual(["2026-11-18", "2026-10-18", "2026-09-18"]);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("catches up on the newest twelve, and the next day's run makes nothing again", async () => {
    const planId = await newPlan(w.a.manager, clientId, { startsOn: plainDate("2024-01-18") });
    await run();
    await run();
    const { made } = await planned(planId);
    expect(made).toHaveLength(12);
    expect(made.at(-1)?.occurrenceOn).toBe("2025-12-18");
    const day = await statusOf(w.a.manager, made.at(-1)?.invoiceId as never);
    expect(day.standing).toBe("overdue");
  });

  test("that leaves drafts makes no second one for a draft that was thrown away", async () => {
    const planId = await newPlan(w.a.manager, clientId, { issues: "draft" });
    await run();
    const [first] = (await planned(planId)).made;
    const invoiceId = first?.invoiceId as never;
    expect(await statusOf(w.a.manager, invoiceId)).toMatchObject({ status: "draft", number: null });
    await w.a.manager.work((work) => deleteInvoice(work, { invoiceId, revision: 0 }));
    await run();
    expect((await planned(planId)).made).toMatchObject([{ occurrenceOn: "2026-11-18", invoiceId: null }]);
  });

  test("of an archived client is skipped, told once, and made when nothing stands in its way", async () => {
    const gone = await newClient(w.a.manager);
    const planId = await newPlan(w.a.manager, gone);
    await w.a.manager.work((work) => archiveClient(work, { clientId: gone }));
    await run();
    const before = await counts(w.a.manager);
    await run();
    expect(await counts(w.a.manager)).toEqual(before);
    const { skips, made } = await planned(planId);
    expect(skips).toEqual([{ occurrenceOn: "2026-11-18", reason: expect.stringContaining("archived") }]);
    expect(made).toEqual([]);
    await w.a.manager.work((work) => restoreClient(work, { clientId: gone }));
    await run();
    expect(await planned(planId)).toMatchObject({ skips: [], made: [{ occurrenceOn: "2026-11-18" }] });
  });

  test("whose month is closed is skipped with the period's name, and what is open is made", async () => {
    const { a } = await world();
    const client = await newClient(a.manager);
    const periodId = await newMonth(a.owner, "2026-10");
    await a.owner.work((work) => closePeriod(work, { periodId, note: "", reasons }));
    const planId = await newPlan(a.manager, client, { startsOn: plainDate("2026-10-18") });
    expect(await makeDueOf(a.manager.seat.company.id, noon)).toEqual([]);
    const { skips, made } = await getPlan(a.manager.scope(), planId);
    expect(skips).toEqual([{ occurrenceOn: "2026-10-18", reason: expect.stringMatching(/^October 2026 is closed/) }]);
    expect(made.map(({ occurrenceOn }) => occurrenceOn)).toEqual(["2026-11-18"]);
    await a.manager.work((work) => makeNext(work, { planId }));
    expect((await getPlan(a.manager.scope(), planId)).made[0]?.occurrenceOn).toBe("2026-12-18");
    expect(await brokenInvariants(a.manager)).toEqual([]);
  });

  test("makes the next one now, dated today, once; the day itself makes no other", async () => {
    const planId = await newPlan(w.a.manager, clientId, {
      startsOn: plainDate("2026-12-18"),
      occurrences: 1,
      ends: "after",
    });
    const press = () => w.a.manager.work((work) => makeNext(work, { planId }));
    const said = await Promise.all([refusalOf(press()), refusalOf(press())]);
    expect(said.sort()).toEqual(["done", "plan_ended"]);
    await run(new Date("2026-12-18T17:00:00Z"));
    const { made } = await planned(planId);
    expect(made).toMatchObject([{ occurrenceOn: "2026-12-18" }]);
    const [row] = await as("app", company(), (ask) =>
      ask(sql`select issued_on::text as day from invoices where id = ${made[0]?.invoiceId}`),
    );
    expect(row).toEqual({ day: "2026-11-18" });
  });

  test("that is paused makes nothing; resumed, it goes on", async () => {
    const planId = await newPlan(w.a.manager, clientId);
    await w.a.manager.work((work) => pausePlan(work, { planId }));
    await run();
    expect((await planned(planId)).made).toEqual([]);
    expect(await refusalOf(w.a.manager.work((work) => makeNext(work, { planId })))).toBe("plan_paused");
    await w.a.manager.work((work) => resumePlan(work, { planId }));
    await run();
    expect((await planned(planId)).made).toHaveLength(1);
  });

  test("carries its project's numbers", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const planId = await newPlan(w.a.manager, clientId, { projectId, useProjectNumbers: true });
    await run();
    expect((await planned(planId)).made[0]?.number).toMatch(/^P-\d{5}-1$/);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("that could make no invoice is refused when it is saved, and so is an edit from an older form", async () => {
    const save = (rest: object) => refusalOf(newPlan(w.a.manager, clientId, rest));
    expect(await save({ lines: [] })).toBe("invoice_no_lines");
    expect(await save({ lines: [line("0")] })).toBe("invoice_zero");
    expect(await save({ projectId: await newProject(w.a.manager, await newClient(w.a.manager)) })).toBe(
      "project_other_client",
    );
    const planId = await newPlan(w.a.manager, clientId);
    const edit = () => w.a.manager.work((work) => updatePlan(work, { ...planOf(clientId), planId, revision: 0 }));
    expect([await refusalOf(edit()), await refusalOf(edit())]).toEqual(["done", "stale"]);
  });
});

describe("the form", () => {
  const typed = {
    ...{
      name: "Care",
      clientId: "cli_00000000000000000000000000",
      frequency: "monthly",
      interval: "1",
      startsOn: "2026-12-01",
    },
    ...{
      dayOfMonth: "31",
      ends: "never",
      endsOn: "x",
      occurrences: "x",
      dueDays: "30",
      issues: "draft",
      taxPercent: "0",
    },
    ...{ lines: "[]", useProjectNumbers: undefined },
  };
  const troubles = (rest: object) => {
    const read = newPlanInput.safeParse({ ...typed, ...rest });
    return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
  };

  test("does not read what the chosen rhythm and end do not use, and asks for what they do", () => {
    expect(troubles({})).toEqual([]);
    expect(troubles({ frequency: "weekly", dayOfMonth: "x" })).toEqual([]);
    expect(troubles({ dayOfMonth: "" })).toEqual(["dayOfMonth"]);
    expect(troubles({ dayOfMonth: "32" })).toEqual(["dayOfMonth"]);
    expect(troubles({ interval: "0" })).toEqual(["interval"]);
    expect(troubles({ ends: "on", endsOn: "" })).toEqual(["endsOn"]);
    expect(troubles({ ends: "on", endsOn: "2026-11-01" })).toEqual(["endsOn"]);
    expect(troubles({ ends: "after", occurrences: "" })).toEqual(["occurrences"]);
  });
});

describe("the company next door", () => {
  test("is served by the same run, each in its own books, and sees no plan of the other", async () => {
    const theirs = await newPlan(w.b.manager, await newClient(w.b.manager));
    const ours = await newPlan(w.a.manager, clientId);
    await makeRecurringInvoices(noon);
    expect((await getPlan(w.b.manager.scope(), theirs)).made).toMatchObject([{ number: "INV-00001" }]);
    expect((await planned(ours)).made).toHaveLength(1);
    expect(await refusalOf(getPlan(w.a.manager.scope(), theirs))).toBe("not_found");
    expect(await refusalOf(w.a.manager.work((work) => makeNext(work, { planId: theirs })))).toBe("not_found");
    expect(await refusalOf(w.a.manager.work((work) => pausePlan(work, { planId: theirs })))).toBe("not_found");
    expect(await brokenInvariants(w.b.manager)).toEqual([]);
  });

  test("hostile SQL makes no second invoice of an occurrence, and what was made or skipped stays", async () => {
    const planId = await newPlan(w.a.manager, clientId, { issues: "draft", startsOn: plainDate("2026-10-18") });
    await run();
    const tried = (text: string) => verdict("app", company(), [text]);
    const twice = `update invoices set occurrence_on = '2026-11-18' where recurring_plan_id = '${planId}'`;
    expect(await tried(twice)).toBe("23505");
    expect(
      await tried(
        `update invoices set occurrence_on = '2026-12-18' where recurring_plan_id = '${planId}' and occurrence_on = '2026-11-18'`,
      ),
    ).toBe("23503");
    for (const table of ["recurring_occurrences", "recurring_skips"]) {
      expect(await tried(`delete from ${table}`)).toBe("42501");
      expect(await verdict("owner", company(), [`delete from ${table}`])).toBe("EZ002");
    }
    expect(
      await tried(
        `insert into recurring_occurrences (company_id, plan_id, occurrence_on, invoice_id) values ('${w.b.manager.seat.company.id}', '${planId}', '2026-12-18', 'inv_x')`,
      ),
    ).toBe("EZ011");
  });
});
