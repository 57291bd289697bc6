import { beforeEach, describe, expect, test, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { makeLogin } from "@/lib/doors/console";
import { offerPasskeys, signInByPasskey } from "@/lib/doors/guest/passkey";
import { signIn } from "@/lib/doors/guest/sign-in";
import { dropPasskey, keepPasskey, myPasskeys, offerNewPasskey } from "@/lib/doors/my-passkeys";
import { peerHeader } from "@/lib/doors/peer";
import { hashOf } from "@/lib/identity/secret";
import { findSession, openSession, type SignedIn } from "@/lib/identity/sessions";
import type { UserId } from "@/lib/kernel/ids";
import { password } from "../../world";
import { post } from "./guest-forms";
import { softKey } from "./soft-key";

let jar: Map<string, string>;
let signedIn: SignedIn | null;

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string, { maxAge = 1 } = {}) => (maxAge > 0 ? jar.set(name, value) : jar.delete(name)),
  }),
  headers: async () => new Headers({ [peerHeader()]: `192.0.2.${n}`, "x-path": "/account/security" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

let n = 0;
let email: string;
let userId: UserId;

beforeEach(async () => {
  n += 1;
  [jar, email] = [new Map(), `key${n}@passkeys.test`];
  userId = await makeLogin({ email, name: "Ada", password }, new Date());
  await sitDown(new Date());
});

async function sitDown(provedAt: Date): Promise<void> {
  const caller = { address: "192.0.2.1", userAgent: "Firefox", requestId: "req-key" };
  const shown = { provedAt, secondFactorAt: null };
  const token = await inTransaction({ userId }, (db) => openSession(db, userId, shown, caller, new Date()));
  signedIn = (await find(token)) as SignedIn;
}

const find = (held: string) => inTransaction({ holds: hashOf(held) }, (db) => findSession(db, held, new Date()));
const entered = () => find(jar.get("ez360-session") ?? "");

async function keep(key = softKey()) {
  const { challenge } = (await offerNewPasskey()) ?? { challenge: "" };
  const said = await post(keepPasskey, { name: "Laptop", credential: JSON.stringify(key.create(challenge)) });
  return { key, said };
}

async function use(key: ReturnType<typeof softKey>, challenge?: string) {
  const asked = challenge ?? (await offerPasskeys())?.challenge ?? "";
  return post(signInByPasskey, { credential: JSON.stringify(key.get(asked)), next: "/c/x" });
}

describe("a passkey", () => {
  test("is set up with recovery codes beside it, and signs in alone, as both factors", async () => {
    const { key, said } = await keep();
    expect(said).toMatchObject({
      status: "done",
      reveals: expect.arrayContaining([expect.stringMatching(/^\w{5}-\w{5}$/)]),
    });
    expect(await use(key)).toMatchObject({ to: "/c/x" });
    expect(await entered()).toMatchObject({ userId, secondFactorAt: expect.any(Date) });
    expect(await myPasskeys()).toMatchObject([{ credentialId: key.id, name: "Laptop", lastUsedAt: expect.any(Date) }]);
  });

  test("is asked for after the password, and then only one's own serves", async () => {
    const { key } = await keep();
    jar = new Map();
    expect(await post(signIn, { email, password, next: "/c/y" })).toMatchObject({ to: "/sign-in/code" });
    expect((await offerPasskeys())?.allowCredentials).toEqual([expect.objectContaining({ id: key.id })]);
    expect(await use(key)).toMatchObject({ to: "/c/y" });
  });

  test("answers one challenge once, on our host, and knows its person; anything else is refused alike", async () => {
    const { key } = await keep();
    const refused = { status: "refused", message: expect.stringContaining("not accepted") };
    expect(await use(softKey())).toMatchObject(refused);
    expect(await use(key, "c29tZXRoaW5nLWVsc2U")).toMatchObject({ message: expect.stringContaining("took too long") });
    await offerPasskeys();
    expect(await use(key, "c29tZXRoaW5nLWVsc2U")).toMatchObject(refused);
    const { challenge } = (await offerPasskeys()) ?? { challenge: "" };
    const answer = JSON.stringify(key.get(challenge));
    expect(await post(signInByPasskey, { credential: answer })).toMatchObject({ to: "/companies" });
    expect(await post(signInByPasskey, { credential: answer })).toMatchObject({ status: "refused" });
    for (const other of [{ origin: "https://evil.test" }, { rpId: "evil.test" }, { knowsPerson: false }]) {
      expect((await keep(softKey(other))).said).toMatchObject(refused);
    }
  });

  test("that counts backwards is a copy, and opens nothing", async () => {
    const { key } = await keep();
    for (let i = 0; i < 3; i++) expect(await use(key)).toMatchObject({ to: "/c/x" });
    key.countsBack();
    expect(await use(key)).toMatchObject({ message: expect.stringContaining("not accepted") });
  });

  test("is set up and removed only by who has just shown who he is", async () => {
    await sitDown(new Date(Date.now() - 11 * 60_000));
    const { key, said } = await keep();
    expect(said).toMatchObject({ status: "refused", asks: "password" });
    await sitDown(new Date());
    expect((await keep(key)).said.status).toBe("done");
    expect((await keep(key)).said.message).toContain("set up already");
    expect((await post(dropPasskey, { credentialId: "other" })).status).toBe("refused");
    expect((await post(dropPasskey, { credentialId: key.id })).status).toBe("done");
    expect(await use(key)).toMatchObject({ message: expect.stringContaining("not accepted") });
  });

  test("made up by hand gets a plain refusal", async () => {
    for (const credential of [
      "",
      "x",
      "[]",
      "null",
      '{"id":7}',
      '{"id":"a"}',
      '{"__proto__":{"id":"a"}}',
      `{"id":"${"a".repeat(30_000)}"}`,
    ]) {
      await offerPasskeys();
      expect([credential.slice(0, 20), (await post(signInByPasskey, { credential })).status]).toEqual([
        credential.slice(0, 20),
        "refused",
      ]);
    }
  });
});
