import { generate } from "otplib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { makeLogin } from "@/lib/doors/console";
import { askForReset, resetPassword } from "@/lib/doors/guest/reset";
import { proveSecondFactor, signIn } from "@/lib/doors/guest/sign-in";
import { confirmByCode, confirmByLink, resendSignUp, signUp } from "@/lib/doors/guest/sign-up";
import { peerHeader } from "@/lib/doors/peer";
import { sessionAt } from "@/lib/doors/session";
import { beginAuthenticator, confirmAuthenticator } from "@/lib/identity/authenticator";
import { failed } from "@/lib/identity/lockout";
import type { AccountMail } from "@/lib/identity/mails";
import { makeRecoveryCodes } from "@/lib/identity/recovery-codes";
import { idleForm } from "@/lib/kernel/form-state";
import type { UserId } from "@/lib/kernel/ids";
import { password } from "../../world";
import { mailsTo, post } from "./guest-forms";

/** A browser: its cookies, its network. */
let jar: Map<string, string>;
let network: string;

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string, { maxAge = 1 } = {}) => (maxAge > 0 ? jar.set(name, value) : jar.delete(name)),
  }),
  headers: async () => new Headers({ [peerHeader()]: network, "user-agent": "Firefox", "x-request-id": "req-guest" }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("next/server", () => ({ after: (run: () => Promise<unknown>) => run() }));

let n = 0;
let email: string;

beforeEach(() => {
  n += 1;
  [jar, network, email] = [new Map(), `192.0.2.${n}`, `guest${n}@doors.test`];
});

async function lastMail<K extends AccountMail["kind"]>(kind: K): Promise<Extract<AccountMail, { kind: K }>> {
  const mail = (await mailsTo(email)).filter((one) => one.kind === kind).at(-1);
  if (!mail) throw new Error(`no mail of ${kind}`);
  return mail as Extract<AccountMail, { kind: K }>;
}

const session = () => jar.get("ez360-session") ?? "";
const who = async () => (await sessionAt(session(), new Date()))?.email ?? null;
const joining = () => ({
  name: "Ada",
  email,
  password: "quiet lantern orbit",
  companyName: `Firm ${n}`,
  timeZone: "UTC",
});
const enter = (secret = password) => post(signIn, { email, password: secret, next: "/c/x" });
const person = () => makeLogin({ email, name: "Ada", password }, new Date());

async function withApp(userId: UserId): Promise<{ codeNow: () => Promise<string>; recovery: string[] }> {
  const now = new Date();
  const at = (epoch: number) => (secret: string) => generate({ secret, epoch });
  const begun = new Date(now.getTime() - 10 * 60_000);
  return inTransaction({ userId }, async (db) => {
    const { secret } = await beginAuthenticator(db, userId, email, begun);
    await confirmAuthenticator(db, userId, await at(begun.getTime() / 1000)(secret), begun);
    const recovery = await makeRecoveryCodes(db, userId, now);
    return { codeNow: () => at(Math.floor(Date.now() / 1000))(secret), recovery };
  });
}

describe("signing up", () => {
  test("makes nothing before the address is proved; then a company, an owner and a session", async () => {
    expect(await post(signUp, joining())).toMatchObject({ to: "/verify" });
    expect([session(), (await enter("quiet lantern orbit")).message]).toEqual([
      "",
      expect.stringContaining("not right"),
    ]);
    const { code } = await lastMail("sign_up");
    expect(await post(confirmByCode, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      to: expect.stringMatching(/^\/c\/firm-/),
    });
    expect(await who()).toBe(email);
    expect((await post(confirmByCode, { code })).message).toContain("not complete");
  });

  test("answers a known address as an unknown one, and tells only its mailbox", async () => {
    await person();
    const known = await post(signUp, joining());
    expect([known, (await mailsTo(email)).map(({ kind }) => kind)]).toEqual([
      { ...idleForm, to: "/verify" },
      ["sign_up_known"],
    ]);
    expect((await post(confirmByCode, { code: "123456" })).status).toBe("refused");
    expect(session()).toBe("");
  });

  test("ends with the fifth wrong code, and then the right one is refused too", async () => {
    await post(signUp, joining());
    const { code } = await lastMail("sign_up");
    const wrong = code === "111111" ? "222222" : "111111";
    const said: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) said.push((await post(confirmByCode, { code: wrong })).fields.code);
    expect(said).toEqual([
      ...[4, 3, 2].map((left) => expect.stringContaining(`${left} tries are left`)),
      ...[expect.stringContaining("One try is left"), expect.stringContaining("Too many wrong codes")],
    ]);
    expect((await post(confirmByCode, { code })).fields.code).toContain("Too many wrong codes");
  });

  test("by the link works where it was asked, and elsewhere only with the password that was chosen", async () => {
    await post(signUp, joining());
    const { link } = await lastMail("sign_up");
    const here = jar;
    jar = new Map();
    expect((await post(confirmByLink, { token: link })).fields.password).toBeDefined();
    expect((await post(confirmByLink, { token: link, password: "wrong" })).fields.password).toBeDefined();
    jar = here;
    expect((await post(confirmByLink, { token: link })).to).toMatch(/^\/c\//);
    expect((await post(confirmByLink, { token: link })).message).toContain("used already");
    for (const token of ["", "x", `${link}x`, "%00", "' or 1=1 --", "a".repeat(100)]) {
      expect((await post(confirmByLink, { token })).message).toContain("not complete");
    }
    expect((await post(confirmByLink, { token: "a".repeat(100_000) })).status).toBe("refused");
  });

  test("mails anew three times an hour, and the mail before is over", async () => {
    await post(signUp, joining());
    const first = await lastMail("sign_up");
    expect((await post(resendSignUp, {})).message).toContain("new mail");
    const second = await lastMail("sign_up");
    expect(second.code === first.code && second.link === first.link).toBe(false);
    expect((await post(confirmByLink, { token: first.link })).message).toContain("used already");
    expect((await post(resendSignUp, {})).status).toBe("done");
    expect((await post(resendSignUp, {})).message).toContain("Too many tries");
  });

  test("refuses a password that is easy to guess, one of 10^5 characters, and controls in a name", async () => {
    const weak = await post(signUp, { ...joining(), password: "password123" });
    expect(weak.fields.password).toContain("easy to guess");
    expect((await post(signUp, { ...joining(), password: "x".repeat(100_000) })).fields.password).toContain("128");
    expect((await post(signUp, { ...joining(), name: "Ada\r\nBcc: x@y.z" })).status).toBe("refused");
    expect((await post(signUp, { ...joining(), email: "ada@doors.test\r\nBcc: x@y.z" })).fields.email).toBeDefined();
    expect(weak.values).not.toHaveProperty("password");
  });
});

describe("signing in", () => {
  test("says the same of an unknown address and a wrong password, and opens with the right one", async () => {
    const unknown = await enter();
    await person();
    const wrong = await enter("wrong");
    expect(wrong.message).toBe(unknown.message);
    expect(await enter()).toMatchObject({ to: "/c/x" });
    expect(await who()).toBe(email);
  });

  test("takes a look-alike of the address for the address that it spells, and for no other", async () => {
    await person();
    const wide = email.replace("guest", "ｇｕｅｓｔ");
    expect((await post(signIn, { email: wide.toUpperCase(), password })).to).toBe("/companies");
    expect((await post(signIn, { email: email.replace("e", "е"), password })).status).toBe("refused");
  });

  test("never leads out of the product", async () => {
    await person();
    for (const next of ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)", "/api/x"]) {
      expect((await post(signIn, { email, password, next })).to).toBe("/companies");
    }
  });

  test("rests after five wrong tries, the right one too; from elsewhere and for the account's own browser it goes on", async () => {
    await person();
    await enter();
    const own = jar;
    jar = new Map();
    for (let i = 0; i < 5; i++) await enter("wrong");
    expect((await enter()).message).toContain("5 minutes");
    jar = own;
    expect(await enter()).toMatchObject({ to: "/c/x" });
    [jar, network] = [new Map(), "198.51.100.7"];
    expect(await enter()).toMatchObject({ to: "/c/x" });
  });

  test("in rest still admits who has the password and the second factor", async () => {
    const { codeNow } = await withApp(await person());
    for (let i = 0; i < 5; i++) await enter("wrong");
    expect((await enter("wrong")).message).toContain("Too many wrong tries");
    expect(await enter()).toMatchObject({ to: "/sign-in/code" });
    expect(await post(proveSecondFactor, { code: await codeNow() })).toMatchObject({ to: "/c/x" });
    expect(await who()).toBe(email);
  });

  test("in a siege asks a new browser for a mailed code as well, and the known one for nothing more", async () => {
    await person();
    await enter();
    const own = jar;
    for (let i = 0; i < 100; i++) await failed({ account: email, from: `net${i}` });
    expect(await enter()).toMatchObject({ to: "/c/x" });
    [jar, network] = [new Map(), "198.51.100.8"];
    expect(await enter()).toMatchObject({ to: "/sign-in/code" });
    expect(session()).toBe("");
    const { code } = await lastMail("sign_in_code");
    expect(await post(proveSecondFactor, { code })).toMatchObject({ to: "/c/x" });
    expect(session()).not.toBe(own.get("ez360-session"));
  });

  test("tells of a browser that is new, by mail, but not of the first one", async () => {
    await person();
    await enter();
    expect(await mailsTo(email)).toEqual([]);
    jar = new Map();
    await enter();
    expect(await lastMail("new_device")).toMatchObject({ userAgent: "Firefox", address: network });
  });
});

describe("the second step", () => {
  test("wants the app's code once: the same again, and a sixth wrong one, are refused", async () => {
    const { codeNow } = await withApp(await person());
    await enter();
    const code = await codeNow();
    expect((await post(proveSecondFactor, { code })).to).toBe("/c/x");
    await enter();
    expect((await post(proveSecondFactor, { code })).fields.code).toContain("used before");
    const wrong = code === "111111" ? "222222" : "111111";
    const said: string[] = [];
    for (let i = 0; i < 5; i++) said.push((await post(proveSecondFactor, { code: wrong })).message ?? "");
    expect(said.at(-1)).toMatch(/Too many/);
  });

  test("takes a recovery code once", async () => {
    const { recovery } = await withApp(await person());
    await enter();
    expect((await post(proveSecondFactor, { code: recovery[0] ?? "" })).to).toBe("/c/x");
    await enter();
    expect((await post(proveSecondFactor, { code: recovery[0] ?? "" })).fields.code).toContain("used before");
  });

  test("belongs to the browser that gave the password, and to nobody who skips it", async () => {
    const { codeNow } = await withApp(await person());
    await enter();
    expect(session()).toBe("");
    jar = new Map();
    expect((await post(proveSecondFactor, { code: await codeNow() })).message).toContain("Start again");
    jar.set("ez360-proof", "forged");
    expect((await post(proveSecondFactor, { code: await codeNow() })).message).toContain("Start again");
  });
});

describe("a forgotten password", () => {
  test("is renewed by code or link once; every session is over, and the old password with it", async () => {
    await person();
    await enter();
    const before = session();
    expect(await post(askForReset, { email })).toMatchObject({ to: "/reset/new" });
    const { code, link } = await lastMail("reset_password");
    const weak = await post(resetPassword, { code, password: "password123" });
    expect(weak.fields.password).toContain("easy to guess");
    expect((await post(resetPassword, { code, password: "quiet lantern orbit" })).to).toBe("/sign-in?reset=done");
    expect(await sessionAt(before, new Date())).toBeNull();
    expect((await post(resetPassword, { token: link, password: "other lantern orbit" })).message).toContain(
      "used already",
    );
    expect([(await enter()).status, (await enter("quiet lantern orbit")).to]).toEqual(["refused", "/c/x"]);
  });

  test("of an address without an account is answered alike, and no code of it is right", async () => {
    expect(await post(askForReset, { email })).toMatchObject({ to: "/reset/new" });
    expect(await mailsTo(email)).toEqual([]);
    expect((await post(resetPassword, { code: "123456", password: "quiet lantern orbit" })).status).toBe("refused");
  });

  test("with a second factor renewed still asks for the factor", async () => {
    await withApp(await person());
    await post(askForReset, { email });
    const { link } = await lastMail("reset_password");
    jar = new Map();
    await post(resetPassword, { token: link, password: "quiet lantern orbit" });
    expect(await enter("quiet lantern orbit")).toMatchObject({ to: "/sign-in/code" });
    expect(session()).toBe("");
  });
});
