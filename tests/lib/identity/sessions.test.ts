import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { makeLogin } from "@/lib/doors/console";
import { hashOf } from "@/lib/identity/secret";
import { idleMilliseconds, sessionSeconds } from "@/lib/identity/session";
import {
  endSession,
  endSessions,
  findSession,
  listSessions,
  openSession,
  renewSession,
  type SignedIn,
  signOutOf,
  touchSession,
} from "@/lib/identity/sessions";
import { present } from "@/lib/kernel/assert";
import type { UserId } from "@/lib/kernel/ids";
import { noon, password } from "../../world";

const caller = { address: "203.0.113.7", userAgent: "Firefox", requestId: "req-sessions" };
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds);

let userId: UserId;
let other: UserId;
let token: string;

beforeAll(async () => {
  userId = await makeLogin({ email: "ada@sessions.test", name: "Ada", password }, noon);
  other = await makeLogin({ email: "bob@sessions.test", name: "Bob", password }, noon);
});

beforeEach(async () => {
  token = await open(userId);
});

const open = (who: UserId) =>
  inTransaction({ userId: who }, (db) => openSession(db, who, { provedAt: noon, secondFactorAt: null }, caller, noon));
const find = (held: string, now = noon) =>
  inTransaction({ holds: hashOf(held) }, (db) => findSession(db, held, now), { readOnly: true });
const found = async (held: string): Promise<SignedIn> => present(await find(held), "session");

describe("a session", () => {
  test("is held by its token, of which only the hash is kept", async () => {
    expect(await find(token)).toMatchObject({ userId, email: "ada@sessions.test", provedAt: noon });
    expect(await find(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBeNull();
    const { rows } = await inTransaction({ userId }, (db) => db.execute("select s::text from sessions s"));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is over when nothing was seen of it for half a day, and after thirty days whatever was seen", async () => {
    expect(await find(token, later(idleMilliseconds - 1))).not.toBeNull();
    expect(await find(token, later(idleMilliseconds + 1))).toBeNull();
    const end = sessionSeconds * 1000;
    await inTransaction({ holds: hashOf(token) }, (db) => touchSession(db, token, later(end - 1)));
    expect(await find(token, later(end - 1))).not.toBeNull();
    expect(await find(token, later(end + 1))).toBeNull();
  });

  test("that goes on under a new token leaves the old one worth nothing, and keeps what was shown", async () => {
    const before = await found(token);
    const at = later(1000);
    const renewed = await inTransaction({ userId }, (db) =>
      renewSession(db, before, { secondFactorAt: at }, caller, at),
    );
    expect(await find(token)).toBeNull();
    expect(await find(renewed, at)).toMatchObject({ userId, provedAt: noon, secondFactorAt: at });
  });

  test("ends alone, with all others, or all but one", async () => {
    const [second, third] = [await open(userId), await open(userId)];
    await inTransaction({ userId }, async (db) => endSession(db, userId, (await found(second)).sessionId, noon));
    expect([await find(token), await find(second)]).toEqual([expect.anything(), null]);
    await inTransaction({ userId }, async (db) =>
      endSessions(db, userId, "person", noon, { but: (await found(third)).sessionId }),
    );
    expect([await find(token), await find(third)]).toEqual([null, expect.anything()]);
    await inTransaction({ userId }, (db) => endSessions(db, userId, "password", noon));
    expect(await find(third)).toBeNull();
    expect(await inTransaction({ userId }, (db) => listSessions(db, userId, noon))).toEqual([]);
  });

  test("of somebody else is not found, and can't be ended", async () => {
    const theirs = await found(await open(other));
    const end = inTransaction({ userId }, (db) => endSession(db, userId, theirs.sessionId, noon));
    await expect(end).rejects.toMatchObject({ code: "not_found" });
    await inTransaction({ userId }, (db) =>
      db.execute(`update sessions set revoked_at = now() where user_id = '${other}'`),
    );
    expect(await inTransaction({ userId: other }, (db) => listSessions(db, other, noon))).toHaveLength(1);
  });

  test("begun before everybody was signed out by force is over, one begun after it is not", async () => {
    await inTransaction({ userId }, (db) =>
      db.execute(`update users set force_logout_at = '${later(5).toISOString()}' where id = '${userId}'`),
    );
    expect(await find(token)).toBeNull();
    const anew = await inTransaction({ userId }, (db) =>
      openSession(db, userId, { provedAt: noon, secondFactorAt: null }, caller, later(10)),
    );
    expect(await find(anew, later(10))).not.toBeNull();
    await inTransaction({ userId }, (db) =>
      db.execute(`update users set force_logout_at = null where id = '${userId}'`),
    );
  });

  test("of somebody who may no longer sign in is over", async () => {
    await inTransaction({ userId }, (db) => db.execute(`update users set is_active = false where id = '${userId}'`));
    expect(await find(token)).toBeNull();
    await inTransaction({ userId }, (db) => db.execute(`update users set is_active = true where id = '${userId}'`));
  });

  test("that is over can't be brought back, prolonged or given to another, by whatever SQL", async () => {
    const { sessionId } = await found(token);
    for (const change of ["expires_at = now() + interval '9 years'", `user_id = '${other}'`, "created_at = now()"]) {
      const cheat = inTransaction({ userId }, (db) =>
        db.execute(`update sessions set ${change} where id = '${sessionId}'`),
      );
      await expect(cheat).rejects.toMatchObject({ cause: { code: expect.stringMatching(/EZ002|42501/) } });
    }
    await inTransaction({ holds: hashOf(token) }, (db) => signOutOf(db, token, noon));
    const revive = inTransaction({ userId }, (db) =>
      db.execute(`update sessions set revoked_at = null where id = '${sessionId}'`),
    );
    await expect(revive).rejects.toMatchObject({ cause: { code: "EZ002" } });
  });
});
