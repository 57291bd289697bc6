import { beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import type { CompanyId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { personAt, world } from "../world";
import { as, type Statement, sql, verdict } from "./roles";

/** What a company pays is changed by EZ360's own hand; whatever a company's own transaction says by hand, it is refused. */
let a: CompanyId;
let b: CompanyId;
let owner: Desk;

beforeAll(async () => {
  const firms = await world();
  owner = firms.a.owner;
  [a, b] = [firms.a.owner.seat.company.id, firms.b.owner.seat.company.id];
});

const asOperator = "select set_config('app.operator', 'on', true)";

const changes = [
  "update subscriptions set plan = 'premium', revision = 9",
  "update subscriptions set extra_seats = 500",
  "update subscriptions set status = 'trialing', trial_ends_at = '2199-01-01'",
  "update subscriptions set is_comped = true, comped_reason = 'mine'",
  "update subscriptions set suspended_at = null, suspended_reason = ''",
  "update subscriptions set revision = revision + 1",
];

describe("a subscription", () => {
  test("is not changed from inside the company", async () => {
    for (const change of changes) expect([change, await verdict("app", a, [change])]).toEqual([change, "EZ002"]);
  });

  test("… nor where the company is named otherwise, or not at all: then there is no row", async () => {
    for (const company of [b, null]) {
      const touched = await as("app", company, (run) =>
        run(sql`update subscriptions set extra_seats = extra_seats where company_id = ${a} returning 1`),
      );
      expect(touched).toEqual([]);
    }
  });

  test("is changed with the operator's setting, of the company that is named and of no other", async () => {
    expect(await verdict("app", a, [asOperator, "update subscriptions set extra_seats = 3"])).toBeNull();
    const changed = await as("app", a, async (run) => {
      await run(asOperator);
      return run("update subscriptions set extra_seats = 3 returning company_id");
    });
    expect(changed).toEqual([{ company_id: a }]);
  });

  test("stays as long as its company, and is the only one", async () => {
    expect(await verdict("app", a, ["delete from subscriptions"])).toBe("42501");
    expect(await verdict("owner", a, ["delete from subscriptions"])).toBe("EZ002");
    expect(await verdict("owner", a, ["truncate subscriptions"])).toBe("EZ002");
    const second = sql`insert into subscriptions (company_id, plan, status, trial_ends_at) values (${a}, 'premium', 'trialing', now())`;
    expect(await verdict("app", a, [second])).toBe("23505");
  });

  test("is one that the rules of its status allow", async () => {
    for (const [change, constraint] of [
      ["status = 'trialing', trial_ends_at = null", "trial"],
      ["status = 'past_due'", "past_due"],
      ["past_due_since = now()", "past_due"],
      ["status = 'gold'", "status"],
      ["interval = 'week'", "interval"],
      ["extra_seats = -1", "seats"],
      ["is_comped = true", "comp"],
      ["comped_until = now()", "comp"],
      ["suspended_at = now()", "suspension"],
    ]) {
      const said = await as("app", a, async (run) => {
        await run(asOperator);
        return run(`update subscriptions set ${change}`).catch((error) => error.constraint);
      });
      expect([change, said]).toEqual([change, `subscriptions_${constraint}_check`]);
    }
  });
});

describe("a new company", () => {
  const id = newId("company");
  const row = sql`insert into companies (id, slug, name) values (${id}, 'new', 'New')`;
  /** With its owner, whom every company has. */
  const founded = async (): Promise<Statement[]> => [
    row,
    sql`insert into members (company_id, id, user_id, display_name, role)
      values (${id}, ${newId("member")}, ${(await personAt(owner)).userId}, 'New', 'owner')`,
  ];
  const subscribed = (columns: string, values: string): Statement => ({
    text: `insert into subscriptions (company_id, ${columns}) values ($1, ${values})`,
    values: [id],
  });

  test("is founded with a trial, and with nothing better", async () => {
    const trial = subscribed("plan, status, trial_ends_at", "'premium', 'trialing', now() + interval '14 days'");
    expect(await verdict("app", id, [...(await founded()), trial])).toBeNull();
    for (const better of [
      subscribed("plan, status", "'premium', 'active'"),
      subscribed("plan, status, trial_ends_at, extra_seats", "'premium', 'trialing', now(), 9"),
      subscribed("plan, status, trial_ends_at, is_comped, comped_reason", "'premium', 'trialing', now(), true, 'mine'"),
    ]) {
      expect([better.text, await verdict("app", id, [...(await founded()), better])]).toEqual([better.text, "EZ002"]);
    }
  });

  test("does not come without a subscription, in which nobody could enter it", async () => {
    expect(await verdict("app", id, await founded())).toBe("EZ009");
    expect(await verdict("app", id, [row, "select set_config('app.company_id', '', true)"])).toBe("EZ011");
  });
});
