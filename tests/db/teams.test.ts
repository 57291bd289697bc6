import { beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "@/lib/identity/secret";
import { newId } from "@/lib/kernel/ids";
import { accepts, invited } from "../lib/companies/team";
import { personAt, type World, world } from "../world";
import { as, type Run, sql, sqlstateOf, verdict } from "./roles";

/** What the database says about who is in a company, whatever the application's own statements are. */
let w: World;
let token: string;
let used: string;

beforeAll(async () => {
  w = await world();
  ({ token } = await invited(w.a.admin, "held@teams.test"));
  await invited(w.a.admin, "beside@teams.test");
  await invited(w.b.admin, "elsewhere@teams.test");
  ({ token: used } = await invited(w.a.admin, "used@teams.test"));
  await accepts(w.a.owner, used, "used@teams.test");
});

const a = () => w.a.owner.seat.company.id;
const b = () => w.b.owner.seat.company.id;
const holding = (run: Run, secret: string) => run(sql`select set_config('app.holds', ${hashOf(secret)}, true)`);

describe("an invitation's row", () => {
  test("is its company's, and without a company the link's holder sees his own and the company's", async () => {
    expect(await as("app", a(), (run) => run("select distinct company_id from invitations"))).toEqual([
      { company_id: a() },
    ]);
    const seen = await as("app", null, async (run) => {
      const before = await run("select 1 from invitations union all select 1 from companies");
      await holding(run, token);
      return {
        before,
        invitations: await run("select email from invitations"),
        companies: await run("select name from companies"),
        others: await run("select 1 from members union all select 1 from users union all select 1 from events"),
      };
    });
    expect(seen).toEqual({
      before: [],
      invitations: [{ email: "held@teams.test" }],
      companies: [{ name: "Alpha Survey" }],
      others: [],
    });
  });

  test("once it is used shows its holder the company no more, and lets nothing be written by him", async () => {
    const seen = await as("app", null, async (run) => {
      await holding(run, used);
      return [await run("select email from invitations"), await run("select 1 from companies")];
    });
    expect(seen).toEqual([[{ email: "used@teams.test" }], []]);
    const written = await as("app", null, async (run) => {
      await holding(run, token);
      return run("update invitations set revoked_at = now() returning 1");
    });
    expect(written).toEqual([]);
  });

  test("never changes who was invited as what, is never deleted, and stays when it is over", async () => {
    const open = "where email = 'held@teams.test'";
    for (const change of [
      `update invitations set role = 'admin' ${open}`,
      `update invitations set email = 'x@y.test' ${open}`,
      "update invitations set expires_at = now() + interval '9 days' where email = 'used@teams.test'",
      "update invitations set accepted_at = null, accepted_by = null where email = 'used@teams.test'",
    ])
      expect([change, await verdict("app", a(), [change])]).toEqual([change, "EZ002"]);
    expect(await verdict("app", a(), ["delete from invitations"])).toBe("42501");
    expect(await verdict("owner", a(), ["delete from invitations"])).toBe("EZ002");
    expect(await verdict("app", a(), [`update invitations set token_hash = 'new', revision = 1 ${open}`])).toBeNull();
  });

  test("is accepted in time, and by a member with its address", async () => {
    const accept = (by: string, at: string) =>
      `update invitations set accepted_at = ${at}, accepted_by = '${by}' where email = 'held@teams.test'`;
    const { id } = w.a.staff.seat.member;
    expect(await verdict("app", a(), [accept(id, "created_at")])).toBe("EZ002");
    const renamed = `update users set email = 'held@teams.test' where id = '${(await personAt(w.a.staff)).userId}'`;
    const named = `select set_config('app.user_id', '${(await personAt(w.a.staff)).userId}', true)`;
    expect(await verdict("app", a(), [named, renamed, accept(id, "expires_at")])).toBe("EZ002");
    expect(await verdict("app", a(), [named, renamed, accept(id, "created_at")])).toBeNull();
  });

  test("never makes an owner, and begins open", async () => {
    const row = (role: string, more = "null") =>
      `insert into invitations (company_id, id, email, role, token_hash, invited_by, inviter_name, created_at, expires_at, revoked_at)
        values ('${a()}', '${newId("invitation")}', 'n@teams.test', '${role}', 'h', '${w.a.admin.seat.member.id}', 'x', now(), now() + interval '1 day', ${more})`;
    expect(await verdict("app", a(), [row("owner")])).toBe("23514");
    expect(await verdict("app", a(), [row("staff", "now()")])).toBe("EZ002");
    expect(await verdict("app", a(), [row("staff")])).toBeNull();
    expect(await verdict("app", a(), [row("staff"), row("staff").replace("'h'", "'i'")])).toBe("23505");
  });
});

describe("an owner", () => {
  test("is there at each commit: the last one is not demoted, deactivated or left out", async () => {
    for (const set of ["role = 'admin'", "is_active = false"])
      expect(await verdict("app", a(), [`update members set ${set} where role = 'owner'`])).toBe("EZ013");
    const heir = `update members set role = 'owner' where id = '${w.a.admin.seat.member.id}'`;
    const old = `update members set role = 'admin' where id = '${w.a.owner.seat.member.id}'`;
    expect(await verdict("app", a(), [old, heir])).toBeNull();
    const fresh = newId("company");
    expect(
      await verdict("app", fresh, [sql`insert into companies (id, slug, name) values (${fresh}, 'ownerless', 'x')`]),
    ).toBe("EZ013");
  });

  test("two who demote each other past the commands at one moment: the second commit is refused", async () => {
    const mine = await world();
    const company = mine.a.owner.seat.company.id;
    const ids = [mine.a.owner.seat.member.id, mine.a.admin.seat.member.id];
    await as("app", company, async (run) => {
      await run(sql`update members set role = 'owner' where id = ${ids[1]}`);
      await run("commit");
    });
    let ready = 0;
    let go = () => {};
    const together = new Promise<void>((resolve) => {
      go = resolve;
    });
    const demote = (id: string | undefined) =>
      as("app", company, async (run) => {
        await run(sql`update members set role = 'admin' where id = ${id}`);
        ready += 1;
        if (ready === 2) go();
        await together;
        return run("commit").then(() => "committed", sqlstateOf);
      });
    expect((await Promise.all(ids.map(demote))).sort()).toEqual(["EZ013", "committed"]);
  });
});

describe("what the application may do to a co-member's account", () => {
  const deed = () => ({ id: newId("accountEvent"), at: new Date().toISOString(), by: "x", requestId: "r" });
  const calls = (member: string) => [
    sql`select end_member_sessions(${member}, 'role', ${deed()})`,
    sql`select reset_member_factors(${member}, ${deed()})`,
    sql`select tell_member_unlocked(${member}, ${deed()})`,
  ];

  test("it may do in the company that is named, and to nobody else's member, with a company or without", async () => {
    for (const call of calls(w.a.staff.seat.member.id)) expect(await verdict("app", a(), [call])).toBeNull();
    for (const call of calls(w.b.staff.seat.member.id))
      for (const company of [a(), null])
        expect([call.text, await verdict("app", company, [call])]).toEqual([call.text, "EZ011"]);
    for (const call of calls("mem_x")) expect(await verdict("app", b(), [call])).toBe("EZ011");
  });

  test("what was named before the call is named after it, and the person's rows are not", async () => {
    const { userId } = await personAt(w.a.admin);
    const after = await as("app", a(), async (run) => {
      await run(sql`select set_config('app.user_id', ${userId}, true)`);
      for (const call of calls(w.a.staff.seat.member.id)) await run(call);
      return run(
        "select signed_in_user() as named, (select count(*)::int from account_events where user_id <> signed_in_user()) as others",
      );
    });
    expect(after).toEqual([{ named: userId, others: 0 }]);
  });

  test("sessions end by a reason that is an admin's; the helpers behind are nobody's to call", async () => {
    const member = w.a.staff.seat.member.id;
    expect(await verdict("app", a(), [sql`select end_member_sessions(${member}, 'password', ${deed()})`])).toBe(
      "EZ002",
    );
    expect(await verdict("app", a(), [sql`select person_of_member(${member})`])).toBe("42501");
    expect(await verdict("app", a(), [sql`select tell_person('usr_x', 'password.changed', ${deed()})`])).toBe("42501");
  });
});
