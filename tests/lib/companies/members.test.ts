import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { addMember } from "@/lib/companies/add-member";
import { changeRole } from "@/lib/companies/change-role";
import { deactivateMember, reactivateMember } from "@/lib/companies/deactivate-member";
import { endMemberSessions, resetMemberFactors, unlockMember } from "@/lib/companies/secure-member";
import { listTeam } from "@/lib/companies/team-queries";
import { transferOwnership } from "@/lib/companies/transfer-ownership";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { beginAuthenticator } from "@/lib/identity/authenticator";
import { failed, isUnderSiege, restOf } from "@/lib/identity/lockout";
import { makeRecoveryCodes } from "@/lib/identity/recovery-codes";
import { factorsOf } from "@/lib/identity/sign-in";
import type { MemberId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/roles";
import { dismissMember } from "@/lib/time/dismiss-member";
import { startTimer } from "@/lib/time/start-timer";
import { findTimer } from "@/lib/time/timer-queries";
import { newClient, newProject } from "../../deeds";
import { noon, personAt, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";
import { accountHistory, isOpen, mailsTo, sessionOf } from "./team";

let w: World;

beforeEach(async () => {
  w = await world();
});

const code = (code: string) => ({ code });
const idOf = (desk: Desk): MemberId => desk.seat.member.id;
const roleTo = (by: Desk, of: Desk, role: Role) => by.work((work) => changeRole(work, { memberId: idOf(of), role }));
const put = (desk: Desk, set: string) =>
  committed((client) => client.query(`update members set ${set} where id = $1`, [idOf(desk)]));
const rolesNow = async () =>
  Object.fromEntries(
    (await listTeam(w.a.owner.scope())).map(({ id, role, isActive }) => [id, isActive ? role : "gone"]),
  );

describe("a role", () => {
  test("is changed by an admin; the person's sessions end, his account and a mail tell of it", async () => {
    const [token, owners] = [await sessionOf(w.a.staff), await sessionOf(w.a.owner)];
    const { userId, email } = await personAt(w.a.staff);
    await roleTo(w.a.admin, w.a.staff, "manager");
    expect([await isOpen(token), await isOpen(owners)]).toEqual([false, true]);
    expect((await rolesNow())[idOf(w.a.staff)]).toBe("manager");
    expect(await accountHistory(userId)).toEqual([
      { type: "session.ended", facts: { by: w.a.admin.seat.member.name, companyId: w.a.owner.seat.company.id } },
    ]);
    expect(await mailsTo(email)).toEqual([
      expect.objectContaining({
        kind: "notice",
        what: "Your role in Alpha Survey is now Manager",
        by: w.a.admin.seat.member.name,
      }),
    ]);
    const [fact] = await listTimeline(w.a.owner.scope(), { subjectId: idOf(w.a.staff) });
    expect(fact?.facts).toEqual({ role: { before: "staff", after: "manager" }, sessionsEnded: 1 });
  });

  test("of one's own stays, and the same one again is refused", async () => {
    await expect(roleTo(w.a.admin, w.a.admin, "staff")).rejects.toMatchObject(code("own_role"));
    await expect(roleTo(w.a.admin, w.a.staff, "staff")).rejects.toMatchObject(code("role_same"));
  });

  test("of owners is the owners' affair: no admin makes one or unmakes one", async () => {
    await expect(roleTo(w.a.admin, w.a.owner, "staff")).rejects.toMatchObject(code("owners_only"));
    await expect(roleTo(w.a.admin, w.a.staff, "owner")).rejects.toMatchObject(code("owners_only"));
    await roleTo(w.a.owner, w.a.admin, "owner");
    await roleTo(w.a.owner, w.a.admin, "staff");
    expect((await rolesNow())[idOf(w.a.admin)]).toBe("staff");
  });

  test("is not changed by who was demoted meanwhile", async () => {
    await put(w.a.admin, "role = 'manager'");
    await expect(roleTo(w.a.admin, w.a.staff, "manager")).rejects.toMatchObject(code("forbidden"));
  });

  test("two owners who demote each other at one moment: one of them passes, and one owner is left", async () => {
    await roleTo(w.a.owner, w.a.admin, "owner");
    const tries = await Promise.allSettled([
      roleTo(w.a.owner, w.a.admin, "staff"),
      roleTo(w.a.admin, w.a.owner, "staff"),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(Object.values(await rolesNow()).filter((role) => role === "owner")).toHaveLength(1);
  });

  test("of another company's member is not found", async () => {
    await expect(roleTo(w.a.admin, w.b.staff, "admin")).rejects.toMatchObject(code("not_found"));
  });
});

describe("handing the company on", () => {
  const handOn = (by: Desk, to: Desk, companyName = "Alpha Survey") =>
    by.work((work) => transferOwnership(work, { memberId: idOf(to), companyName }));

  test("makes the other the owner and oneself an admin, and signs out both", async () => {
    const tokens = [await sessionOf(w.a.owner), await sessionOf(w.a.manager)];
    await handOn(w.a.owner, w.a.manager);
    const roles = await rolesNow();
    expect([roles[idOf(w.a.owner)], roles[idOf(w.a.manager)]]).toEqual(["admin", "owner"]);
    expect([await isOpen(tokens[0] ?? ""), await isOpen(tokens[1] ?? "")]).toEqual([false, false]);
    await expect(handOn(w.a.owner, w.a.staff)).rejects.toMatchObject(code("owners_only"));
  });

  test("wants the company's name, an active member, and somebody else", async () => {
    await expect(handOn(w.a.owner, w.a.manager, "alpha survey")).rejects.toMatchObject(code("name_not_typed"));
    await expect(handOn(w.a.owner, w.a.owner)).rejects.toMatchObject(code("own_role"));
    await put(w.a.staff, "is_active = false");
    await expect(handOn(w.a.owner, w.a.staff)).rejects.toMatchObject(code("member_inactive"));
    expect((await rolesNow())[idOf(w.a.owner)]).toBe("owner");
  });
});

describe("who leaves", () => {
  const dismiss = (of: Desk, now = noon) =>
    w.a.admin.work((work) => dismissMember(work, { memberId: idOf(of) }), { now });
  const minutes = (many: number) => new Date(noon.getTime() + many * 60_000);

  async function withTimer(): Promise<void> {
    const projectId = await newProject(w.a.manager, await newClient(w.a.manager), { memberIds: [idOf(w.a.staff)] });
    await w.a.staff.work((work) => startTimer(work, { projectId, itemId: null, note: "" }));
  }

  const facts = async () =>
    (await listTimeline(w.a.owner.scope(), { subjectId: idOf(w.a.staff) })).map(({ type }) => type);

  test("is signed out, and his running timer becomes time under his name", async () => {
    const token = await sessionOf(w.a.staff);
    await withTimer();
    await dismiss(w.a.staff, minutes(50));
    expect([await isOpen(token), (await rolesNow())[idOf(w.a.staff)]]).toEqual([false, "gone"]);
    expect(await findTimer(w.a.staff.scope())).toBeNull();
    const { rows } = await w.a.owner
      .scope()
      .read((db) => db.execute("select member_id, duration_minutes from time_entries"));
    expect(rows).toEqual([{ member_id: idOf(w.a.staff), duration_minutes: 50 }]);
    expect(await facts()).toEqual(expect.arrayContaining(["timer.stopped", "member.deactivated"]));
  });

  test("a timer that ran for no time at all, or for days, is discarded with its fact", async () => {
    await withTimer();
    await dismiss(w.a.staff, minutes(60 * 24 * 3));
    expect(await facts()).toEqual(expect.arrayContaining(["timer.discarded", "member.deactivated"]));
  });

  test("can't be oneself, the last owner, or an owner for an admin", async () => {
    await expect(dismiss(w.a.admin)).rejects.toMatchObject(code("own_removal"));
    await expect(dismiss(w.a.owner)).rejects.toMatchObject(code("owners_only"));
    await dismiss(w.a.staff);
    await expect(dismiss(w.a.staff)).rejects.toMatchObject(code("member_inactive"));
  });

  test("comes back where a seat is free, and once", async () => {
    const back = () => w.a.admin.work((work) => reactivateMember(work, { memberId: idOf(w.a.staff) }));
    await dismiss(w.a.staff);
    await committed((client) =>
      client.query("update subscriptions set plan = 'starter' where company_id = $1", [w.a.owner.seat.company.id]),
    );
    await expect(back()).rejects.toMatchObject(code("seats_full"));
    await committed((client) =>
      client.query("update subscriptions set plan = 'premium' where company_id = $1", [w.a.owner.seat.company.id]),
    );
    await back();
    expect((await rolesNow())[idOf(w.a.staff)]).toBe("staff");
    await expect(back()).rejects.toMatchObject(code("member_active"));
  });
});

describe("a co-member's sign-in", () => {
  const secure = (command: typeof endMemberSessions, of: Desk, by = w.a.admin) =>
    by.work((work) => command(work, { memberId: idOf(of) }));

  async function withFactor(desk: Desk) {
    const { userId, email } = await personAt(desk);
    await inTransaction({ userId }, async (db) => {
      await beginAuthenticator(db, userId, email, noon);
      await db.execute("update authenticators set confirmed_at = created_at");
      await makeRecoveryCodes(db, userId, noon);
    });
    return { userId, factors: () => inTransaction({ userId }, (db) => factorsOf(db, userId)) };
  }

  test("sessions are ended by an admin, all of them and nobody else's", async () => {
    const [one, two, mine] = [await sessionOf(w.a.staff), await sessionOf(w.a.staff), await sessionOf(w.a.admin)];
    await secure(endMemberSessions, w.a.staff);
    expect([await isOpen(one), await isOpen(two), await isOpen(mine)]).toEqual([false, false, true]);
  });

  test("a second factor is reset, with sessions and codes; told to the person, and refused where there is none", async () => {
    const { userId, factors } = await withFactor(w.a.staff);
    const token = await sessionOf(w.a.staff);
    await secure(resetMemberFactors, w.a.staff);
    expect(await factors()).toEqual({ authenticator: false, passkey: false });
    expect(await isOpen(token)).toBe(false);
    expect((await accountHistory(userId)).map(({ type }) => type).sort()).toEqual(["factors.reset", "session.ended"]);
    await expect(secure(resetMemberFactors, w.a.staff)).rejects.toMatchObject(code("factors_none"));
  });

  test("… and stays where it guards another company too, until the person is in one alone", async () => {
    const { userId, factors } = await withFactor(w.a.staff);
    await w.b.owner.work((work) =>
      addMember(work, { userId, displayName: "Both", role: "staff", hourlyRateCents: null }),
    );
    await expect(secure(resetMemberFactors, w.a.staff)).rejects.toMatchObject(code("factors_elsewhere"));
    expect(await factors()).toMatchObject({ authenticator: true });
    const there = (await listTeam(w.b.owner.scope())).find(({ name }) => name === "Both");
    await w.b.admin.work((work) => deactivateMember(work, { memberId: there?.id as MemberId }));
    await secure(resetMemberFactors, w.a.staff);
    expect(await factors()).toMatchObject({ authenticator: false });
  });

  test("is unlocked from wherever it was locked, and another account stays as it was", async () => {
    const { email, userId } = await personAt(w.a.staff);
    const other = (await personAt(w.a.manager)).email;
    const pairs = [email, email, other].map((account, i) => ({ account, from: `198.51.100.${i}` }));
    for (const pair of pairs) for (let i = 0; i < 5; i++) await failed(pair);
    for (let i = 0; i < 90; i++) await failed({ account: email, from: `198.51.100.${i + 100}` });
    expect([await isUnderSiege(email), (await restOf(pairs[0] as never)) !== null]).toEqual([true, true]);
    await secure(unlockMember, w.a.staff);
    const rests = await Promise.all(pairs.map(restOf));
    expect([await isUnderSiege(email), rests.map((rest) => rest === null)]).toEqual([false, [true, true, false]]);
    expect((await accountHistory(userId)).map(({ type }) => type)).toEqual(["lockout.lifted"]);
  });

  test("is no business of an admin where it is an owner's, of the same person, or another company's", async () => {
    for (const command of [endMemberSessions, resetMemberFactors, unlockMember]) {
      await expect(secure(command, w.a.owner)).rejects.toMatchObject(code("owners_only"));
      await expect(secure(command, w.b.staff)).rejects.toMatchObject(code("not_found"));
    }
  });
});
