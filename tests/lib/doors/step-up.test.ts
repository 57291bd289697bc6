import { generate } from "otplib";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { inTransaction } from "@/db/client";
import type { Permission } from "@/lib/access/permissions";
import { action } from "@/lib/doors/action";
import { enter, isFactorWanted } from "@/lib/doors/page";
import { peerHeader } from "@/lib/doors/peer";
import { record } from "@/lib/events/record";
import { beginAuthenticator, confirmAuthenticator } from "@/lib/identity/authenticator";
import { hashOf } from "@/lib/identity/secret";
import { findSession, openSession, type SignedIn } from "@/lib/identity/sessions";
import { type FormState, idleForm } from "@/lib/kernel/form-state";
import { password, personAt, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";

let signedIn: SignedIn;
let token: string;
let slug: string;
const jar = new Map<string, string>();
const way = vi.hoisted(() => (name: string) => (to = "") => {
  throw new Error(`${name} ${to}`.trim());
});

vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, set: (name: string, value: string) => jar.set(name, value) }),
  headers: async () => new Headers({ "x-path": `/c/${slug}/x`, [peerHeader()]: "192.0.2.1" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({ redirect: way("to"), forbidden: way("forbidden"), notFound: way("not found") }));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

const minutes = (n: number) => new Date(Date.now() - n * 60_000);
const hours = (n: number) => minutes(n * 60);
let w: World;
let done = 0;

beforeAll(async () => {
  w = await world();
});

beforeEach(async () => {
  slug = w.a.slug;
  await sitDown("owner", hours(1), null);
});

/** Signed in for real, as if the password and the factor had been shown then. */
async function sitDown(role: "owner" | "staff", provedAt: Date, secondFactorAt: Date | null): Promise<void> {
  const person = await personAt(w.a[role]);
  const caller = { address: "192.0.2.1", userAgent: "Firefox", requestId: "req-step" };
  const { userId } = person;
  token = await inTransaction({ userId }, (db) =>
    openSession(db, userId, { provedAt, secondFactorAt }, caller, new Date()),
  );
  signedIn = (await find(token)) as SignedIn;
}

const find = (held: string) => inTransaction({ holds: hashOf(held) }, (db) => findSession(db, held, new Date()));

const deed = (can: Permission) =>
  action({
    name: "test.deed",
    can,
    input: z.object({ word: z.string() }),
    run: async (work) => {
      done += 1;
      record(work, "company.updated", work.company.id, { summary: "Done" });
    },
  });

async function send(can: Permission, proof?: string): Promise<FormState> {
  const data = new FormData();
  for (const [name, value] of Object.entries({
    companyId: w.a.owner.seat.company.id,
    word: "typed",
    ...(proof ? { proof } : {}),
  }))
    data.set(name, value);
  return deed(can)(idleForm, data);
}

/** Whether it was carried out. */
async function does(run: () => Promise<unknown>): Promise<boolean> {
  const before = done;
  await run();
  return done === before + 1;
}

async function withApp(): Promise<(at: Date) => Promise<string>> {
  const { userId, email } = signedIn;
  const begun = hours(2);
  const codeAt = (secret: string) => (at: Date) => generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
  return inTransaction({ userId }, async (db) => {
    const { secret } = await beginAuthenticator(db, userId, email, begun);
    await confirmAuthenticator(db, userId, await codeAt(secret)(begun), begun);
    return codeAt(secret);
  });
}

const rule = (policy: string) =>
  committed((client) =>
    client.query("update companies set factor_policy = $1 where id = $2", [policy, w.a.owner.seat.company.id]),
  );

describe("what is dangerous", () => {
  test("wants the password again after ten minutes, keeps what was typed, and renews the session", async () => {
    const asked = await send("periods.reopen");
    expect(asked).toMatchObject({ status: "refused", asks: "password", values: { word: ["typed"] } });
    const wrong = await send("periods.reopen", "not it");
    expect(wrong).toMatchObject({ asks: "password", fields: { proof: expect.any(String) } });
    expect(JSON.stringify(wrong.values)).not.toContain("not it");
    expect(await does(() => send("periods.reopen", password))).toBe(true);
    expect([await find(token), await find(jar.get("ez360-session") ?? "")]).toEqual([null, expect.anything()]);
  });

  test("goes through without a question while the proof is fresh, and so does what is not dangerous", async () => {
    expect(await does(() => send("company.write"))).toBe(true);
    await sitDown("owner", minutes(9), null);
    expect(await does(() => send("periods.reopen"))).toBe(true);
    await sitDown("owner", minutes(11), null);
    expect(await does(() => send("periods.reopen"))).toBe(false);
  });

  test("asks nothing of a role that may not do it anyway", async () => {
    await sitDown("staff", hours(1), null);
    await expect(send("periods.reopen", password)).rejects.toThrow("forbidden");
  });
});

describe("a company's rule for second factors", () => {
  const entering = () => enter(Promise.resolve({ company: slug }), "time.read");

  test("leaves half a day from the first time it is missed, and then leads to setting one up", async () => {
    await rule("managers");
    await sitDown("owner", new Date(), null);
    await entering();
    expect(await isFactorWanted(slug)).toBe(true);
    expect(await does(() => send("company.write"))).toBe(true);
    await committed((client) =>
      client.query("update members set factor_due_at = now() where role = 'owner' and company_id = $1", [
        w.a.owner.seat.company.id,
      ]),
    );
    await expect(entering()).rejects.toThrow("to /account/security/authenticator");
    expect((await send("company.write")).message).toContain("Set up an authenticator app");
  });

  test("asks nothing of those whom it is not for, unless it is asked of the person", async () => {
    await sitDown("staff", new Date(), null);
    await entering();
    expect(await isFactorWanted(slug)).toBe(false);
    await committed((client) =>
      client.query("update members set needs_factor = true where role = 'staff' and company_id = $1", [
        w.a.owner.seat.company.id,
      ]),
    );
    expect(await isFactorWanted(slug)).toBe(true);
  });

  test("wants the factor again after twelve hours: a page by way of the code, a form in the form", async () => {
    const codeAt = await withApp();
    await sitDown("owner", hours(11), hours(11));
    await entering();
    await sitDown("owner", hours(13), hours(13));
    await expect(entering()).rejects.toThrow(`to /account/confirm?next=${encodeURIComponent(`/c/${slug}/x`)}`);
    expect(await send("company.write")).toMatchObject({ asks: "code" });
    expect((await send("company.write", password)).fields.proof).toBeDefined();
    const code = await codeAt(new Date());
    expect(await does(() => send("company.write", code))).toBe(true);
    signedIn = (await find(jar.get("ez360-session") ?? "")) as SignedIn;
    await entering();
    await sitDown("owner", hours(13), hours(13));
    expect((await send("company.write", code)).fields.proof).toContain("used before");
  });

  test("lifted, still has what is dangerous show the factor, not the password, of who has one", async () => {
    await rule("off");
    await sitDown("owner", new Date(), hours(1));
    expect(await send("periods.reopen")).toMatchObject({ asks: "code" });
  });
});
