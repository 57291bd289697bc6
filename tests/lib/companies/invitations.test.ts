import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { deactivateMember } from "@/lib/companies/deactivate-member";
import { invitationLife } from "@/lib/companies/invitation";
import { inviteMember } from "@/lib/companies/invite-member";
import { resendInvitation, revokeInvitation } from "@/lib/companies/renew-invitation";
import { seatUsage } from "@/lib/companies/seats";
import { findHeldInvitation, listInvitations, listTeam } from "@/lib/companies/team-queries";
import { listTimeline } from "@/lib/events/queries";
import { hashOf } from "@/lib/identity/secret";
import { noon, personAt, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";
import { accepts, invited, linkTo, mailsTo } from "./team";

let w: World;
let n = 0;
let email: string;

beforeEach(async () => {
  w = await world();
  n += 1;
  email = `ada${n}@invited.test`;
});

const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds);
const code = (code: string) => ({ code });
const plan = (name: string) =>
  committed((client) =>
    client.query("update subscriptions set plan = $1 where company_id = $2", [name, w.a.owner.seat.company.id]),
  );
const held = (token: string) => inTransaction({ holds: hashOf(token) }, (db) => findHeldInvitation(db, token));

describe("an invitation", () => {
  test("goes out by mail, is kept as a hash, and makes a member of whoever has the address", async () => {
    const { invitationId, token } = await invited(w.a.admin, email, "manager");
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({
      kind: "invitation",
      companyName: "Alpha Survey",
      role: "manager",
      until: "Nov 25, 2026",
    });
    const { rows } = await inTransaction({ companyId: w.a.owner.seat.company.id }, (db) =>
      db.execute("select i::text from invitations i"),
    );
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
    const userId = await accepts(w.a.owner, token, email);
    expect(await listTeam(w.a.owner.scope())).toContainEqual(
      expect.objectContaining({ email, role: "manager", isActive: true }),
    );
    const joined = (await listTeam(w.a.owner.scope())).find((member) => member.email === email);
    const [fact] = await listTimeline(w.a.owner.scope(), { subjectId: joined?.id ?? "" });
    expect(fact).toMatchObject({ type: "member.joined", actor: email, facts: { invitationId } });
    expect(userId).toMatch(/^usr_/);
  });

  test("counts once, and says so the second time", async () => {
    const { token } = await invited(w.a.admin, email);
    const userId = await accepts(w.a.owner, token, email);
    await expect(accepts(w.a.owner, token, email, userId)).rejects.toMatchObject(code("invitation_used"));
  });

  test("counts once when it is accepted twice at one moment", async () => {
    const { token } = await invited(w.a.admin, email);
    const userId = (await personAt(w.b.staff)).userId;
    await committed((client) => client.query("update users set email = $1 where id = $2", [email, userId]));
    const tries = await Promise.allSettled([1, 2, 3].map(() => accepts(w.a.owner, token, email, userId)));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect((await listTeam(w.a.owner.scope())).filter((member) => member.email === email)).toHaveLength(1);
  });

  test("is for its address alone, in words", async () => {
    const { token } = await invited(w.a.admin, email);
    const stranger = await personAt(w.b.staff);
    await expect(accepts(w.a.owner, token, stranger.email, stranger.userId)).rejects.toMatchObject(
      code("invitation_others"),
    );
    expect(await listTeam(w.a.owner.scope())).toHaveLength(4);
  });

  test("ends after seven days, when it is revoked, and when a newer link is sent; each says so", async () => {
    const { invitationId, token } = await invited(w.a.admin, email);
    const end = later(invitationLife);
    await expect(accepts(w.a.owner, token, email, undefined, end)).rejects.toMatchObject(code("invitation_expired"));
    await w.a.admin.work((work) => resendInvitation(work, { invitationId }), { now: end });
    const newer = await linkTo(email);
    const { userId } = await personAt(w.b.staff);
    await expect(accepts(w.a.owner, token, email, userId, end)).rejects.toMatchObject(code("link_unknown"));
    await w.a.admin.work((work) => revokeInvitation(work, { invitationId }), { now: end });
    await expect(accepts(w.a.owner, newer, email, userId, end)).rejects.toMatchObject(code("invitation_revoked"));
    for (const command of [resendInvitation, revokeInvitation])
      await expect(w.a.admin.work((work) => command(work, { invitationId }))).rejects.toMatchObject(
        code("invitation_revoked"),
      );
  });

  test("to the same address again replaces the one before; to a member it is refused", async () => {
    const { token } = await invited(w.a.admin, email);
    const again = await invited(w.a.admin, email, "admin");
    expect(await listInvitations(w.a.admin.scope())).toMatchObject([{ id: again.invitationId, role: "admin" }]);
    expect((await held(token))?.revokedAt).toEqual(noon);
    const known = (await personAt(w.a.staff)).email;
    await expect(invited(w.a.admin, known)).rejects.toMatchObject(code("already_member"));
  });

  test("brings back who was deactivated, in the role of the invitation and as the same member", async () => {
    const { email: known, userId } = await personAt(w.a.staff);
    const memberId = w.a.staff.seat.member.id;
    await w.a.admin.work((work) => deactivateMember(work, { memberId }));
    const { token } = await invited(w.a.admin, known, "manager");
    await accepts(w.a.owner, token, known, userId);
    expect(await listTeam(w.a.owner.scope())).toContainEqual(
      expect.objectContaining({ id: memberId, role: "manager", isActive: true }),
    );
  });

  test("of another company is not found", async () => {
    const { invitationId } = await invited(w.a.admin, email);
    for (const command of [resendInvitation, revokeInvitation])
      await expect(w.b.admin.work((work) => command(work, { invitationId }))).rejects.toMatchObject(code("not_found"));
  });

  test("is sent by who is an admin when it is sent", async () => {
    const id = w.a.admin.seat.member.id;
    await committed((client) => client.query("update members set role = 'staff' where id = $1", [id]));
    await expect(invited(w.a.admin, email)).rejects.toMatchObject(code("forbidden"));
  });
});

describe("seats", () => {
  test("are taken by members and kept for open invitations; a revoked or expired one frees its own", async () => {
    await plan("professional");
    const { invitationId } = await invited(w.a.admin, email);
    await expect(invited(w.a.admin, `other-${email}`)).rejects.toMatchObject(code("seats_full"));
    expect(await seatUsage(w.a.admin.scope())).toMatchObject({ members: 4, invited: 1 });
    await w.a.admin.work((work) => revokeInvitation(work, { invitationId }));
    const other = await invited(w.a.admin, `other-${email}`);
    const end = later(invitationLife);
    const third = await invited(w.a.admin, `third-${email}`, "staff", end);
    expect(third.invitationId).not.toBe(other.invitationId);
    const again = w.a.admin.work((work) => resendInvitation(work, { invitationId: other.invitationId }), { now: end });
    await expect(again).rejects.toMatchObject(code("seats_full"));
  });

  test("the last of them is taken by one of two who accept at one moment", async () => {
    const [one, two] = [await invited(w.a.admin, email), await invited(w.a.admin, `two-${email}`)];
    await plan("professional");
    const tries = await Promise.allSettled([
      accepts(w.a.owner, one.token, email),
      accepts(w.a.owner, two.token, `two-${email}`),
    ]);
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toEqual([expect.objectContaining({ code: "seats_full" })]);
    expect((await listTeam(w.a.owner.scope())).filter((member) => member.isActive)).toHaveLength(5);
  });

  test("the last of them is promised to one of two who invite at one moment", async () => {
    await plan("professional");
    const send = (to: string) =>
      w.a.admin.work((work) => inviteMember(work, { email: to, displayName: "", role: "staff" }));
    const tries = await Promise.allSettled([send(email), send(`two-${email}`)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
