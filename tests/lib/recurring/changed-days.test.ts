import { beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { makeDueOf } from "@/lib/doors/recurring";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId, RecurringPlanId } from "@/lib/kernel/ids";
import type { NewPlanInput } from "@/lib/recurring/inputs";
import { makeNext, makeOccurrence } from "@/lib/recurring/make-occurrence";
import { getPlan } from "@/lib/recurring/queries";
import { updatePlan } from "@/lib/recurring/save-plan";
import { verdict } from "../../db/roles";
import { newClient, newPlan, planOf } from "../../deeds";
import { refusalOf } from "../../evidence";
import { noon, world } from "../../world";

let desk: Desk;
let clientId: ClientId;

beforeAll(async () => {
  desk = (await world()).a.manager;
  clientId = await newClient(desk);
});

const company = () => desk.seat.company.id;
const planned = (planId: RecurringPlanId) => getPlan(desk.scope(), planId);
const run = (now = noon) => makeDueOf(company(), now);

describe("a plan whose days are changed", () => {
  const since = plainDate("2026-08-18");
  const change = async (planId: RecurringPlanId, rest: Partial<NewPlanInput>) => {
    const { revision } = (await planned(planId)).plan;
    const input = { ...planOf(clientId, { startsOn: since, ...rest }), planId, revision };
    return desk.work((work) => updatePlan(work, input));
  };
  const madeOf = async (planId: RecurringPlanId) =>
    (await planned(planId)).made.map(({ occurrenceOn }) => occurrenceOn).reverse();
  const firstFour = ["2026-08-18", "2026-09-18", "2026-10-18", "2026-11-18"];

  test("in mid-life invoices no past month again, and goes on with the next one", async () => {
    const planId = await newPlan(desk, clientId, { startsOn: since });
    await run();
    await change(planId, { dayOfMonth: 10 });
    await run();
    expect(await madeOf(planId)).toEqual(firstFour);
    expect((await planned(planId)).next.slice(0, 2)).toEqual(["2026-12-10", "2027-01-10"]);
    await run(new Date("2026-12-10T17:00:00Z"));
    expect(await madeOf(planId)).toEqual([...firstFour, "2026-12-10"]);
  });

  test("from weeks to months makes up no day before the change, and none on or before one that was made ahead", async () => {
    const planId = await newPlan(desk, clientId, {
      ...{ frequency: "weekly", dayOfMonth: null, startsOn: plainDate("2026-11-04") },
    });
    await run();
    await desk.work((work) => makeNext(work, { planId }));
    const made = ["2026-11-04", "2026-11-11", "2026-11-18", "2026-11-25"];
    await change(planId, { startsOn: since, dayOfMonth: 20 });
    await run(new Date("2026-11-30T17:00:00Z"));
    expect(await madeOf(planId)).toEqual(made);
    expect((await planned(planId)).next[0]).toBe("2026-12-20");
  });

  test("ends after as many as it has in all, whatever its days were", async () => {
    const rest = { ends: "after", occurrences: 3 } as const;
    const planId = await newPlan(desk, clientId, { startsOn: plainDate("2026-10-18"), ...rest });
    await run();
    await change(planId, { dayOfMonth: 20, ...rest });
    await run();
    await run(new Date("2027-03-30T17:00:00Z"));
    expect(await madeOf(planId)).toEqual(["2026-10-18", "2026-11-18", "2026-11-20"]);
    expect(await refusalOf(desk.work((work) => makeNext(work, { planId })))).toBe("plan_ended");
  });

  test("before it made anything begins as a new one does; with another end it makes up what was missed", async () => {
    const planId = await newPlan(desk, clientId, { startsOn: plainDate("2026-09-18") });
    await change(planId, { dayOfMonth: 18, ends: "on", endsOn: plainDate("2026-10-31") });
    await run();
    expect(await madeOf(planId)).toEqual(firstFour.slice(0, 3));
    await change(planId, { dayOfMonth: 18 });
    await run();
    expect(await madeOf(planId)).toEqual(firstFour);
  });

  test("at the instant of the daily run has no month twice, whoever comes first", async () => {
    const planId = await newPlan(desk, clientId, { startsOn: since });
    const [broken] = await Promise.all([run(), change(planId, { dayOfMonth: 10 })]);
    expect(broken).toEqual([]);
    await run();
    await run(new Date("2026-12-20T17:00:00Z"));
    const months = (await madeOf(planId)).map((day) => day.slice(0, 7));
    expect(months).toContain("2026-12");
    expect(months).toEqual([...new Set(months)]);
  });

  test("while the daily run goes through its old ones makes none of those", async () => {
    const planId = await newPlan(desk, clientId, { startsOn: since });
    await run();
    await change(planId, { dayOfMonth: 10 });
    const old = { planId, occurrenceOn: plainDate("2026-12-18") };
    expect(await refusalOf(desk.work((work) => makeOccurrence(work, old)))).toBe("occurrence_gone");
  });

  test("by hostile SQL goes back behind nothing that it made, and is made no more often than it has in all", async () => {
    const planId = await newPlan(desk, clientId, { startsOn: since, ends: "after", occurrences: 5 });
    await run();
    const move = (set: string) => `update recurring_plans set ${set} where id = '${planId}'`;
    const make = (...days: string[]) =>
      days.map(
        (day) => `insert into recurring_occurrences (company_id, plan_id, occurrence_on, invoice_id)
          values ('${company()}', '${planId}', '${day}', 'inv_x')`,
      );
    const tried = (...texts: string[]) => verdict("app", company(), texts);
    expect(await tried(move("day_of_month = 10"))).toBe("EZ002");
    expect(await tried(move("day_of_month = 10, resumes_on = '2026-11-18'"))).toBe("EZ002");
    const moved = move("day_of_month = 10, resumes_on = '2026-11-25'");
    expect(await tried(moved, move("resumes_on = null"))).toBe("EZ002");
    expect(await tried(moved, ...make("2026-11-10"))).toBe("EZ002");
    expect(await tried(moved, ...make("2026-12-10"))).toBeNull();
    expect(await tried(moved, ...make("2026-12-10", "2027-01-10"))).toBe("EZ002");
    expect(await tried(...make("2026-08-10"))).toBe("EZ002");
  });
});
