import { beforeEach, describe, expect, test, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { makeLogin } from "@/lib/doors/console";
import {
  askForNewEmail,
  confirmNewEmail,
  confirmNewEmailByLink,
  emailLinkStanding,
  pendingEmail,
} from "@/lib/doors/my-email";
import { peerHeader } from "@/lib/doors/peer";
import type { AccountMail } from "@/lib/identity/mails";
import { openSession, type SignedIn } from "@/lib/identity/sessions";
import { findLogin } from "@/lib/identity/sign-in";
import { newId, type UserId } from "@/lib/kernel/ids";
import { password } from "../../world";
import { mailsTo, post } from "./guest-forms";

let jar: Map<string, string>;
let signedIn: SignedIn | null;

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers({ [peerHeader()]: "192.0.2.1" }),
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
let anew: string;
let userId: UserId;

beforeEach(async () => {
  n += 1;
  [jar, email, anew] = [new Map(), `old${n}@email.test`, `new${n}@email.test`];
  userId = await makeLogin({ email, name: "Ada", password }, new Date());
  signedIn = await sitDown(userId, email);
});

async function sitDown(who: UserId, address: string): Promise<SignedIn> {
  const [now, caller] = [new Date(), { address: "192.0.2.1", userAgent: "Firefox", requestId: "req-mail" }];
  await inTransaction({ userId: who }, (db) =>
    openSession(db, who, { provedAt: now, secondFactorAt: null }, caller, now),
  );
  return { userId: who, email: address, name: "Ada", sessionId: newId("session"), provedAt: now, secondFactorAt: null };
}

const ask = (to = anew) => post(askForNewEmail, { email: to, currentPassword: password });
const owner = (address: string) =>
  inTransaction({ address }, (db) => findLogin(db, address)).then((login) => login?.userId);
const proof = async () =>
  (await mailsTo(anew)).find((mail) => mail.kind === "change_email") as Extract<AccountMail, { kind: "change_email" }>;

describe("changing the address", () => {
  test("counts once the new one is proved by its code; the old one is told before and after", async () => {
    expect(
      (await post(askForNewEmail, { email: anew, currentPassword: "wrong" })).fields.currentPassword,
    ).toBeDefined();
    expect((await ask()).message).toContain(anew);
    expect([await pendingEmail(), await owner(email), await owner(anew)]).toEqual([anew, userId, undefined]);
    const { code } = await proof();
    expect((await post(confirmNewEmail, { code: code === "111111" ? "222222" : "111111" })).fields.code).toContain(
      "4 tries",
    );
    expect(await post(confirmNewEmail, { code })).toMatchObject({ to: "/account/email?changed=yes" });
    expect([await owner(email), await owner(anew)]).toEqual([undefined, userId]);
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["email_changing", "notice"]);
    expect((await post(confirmNewEmail, { code })).status).toBe("refused");
  });

  test("by the link needs the person who asked, and the newest mail", async () => {
    await ask();
    const first = await proof();
    await ask();
    expect((await post(confirmNewEmailByLink, { token: first.link })).message).toContain("used already");
    const { link } = (await mailsTo(anew)).at(-1) as typeof first;
    const person = signedIn;
    const thief = await makeLogin({ email: `thief${n}@email.test`, name: "Eve", password }, new Date());
    signedIn = await sitDown(thief, `thief${n}@email.test`);
    expect(await emailLinkStanding(link)).toEqual({ over: expect.stringContaining("not complete") });
    expect((await post(confirmNewEmailByLink, { token: link })).status).toBe("refused");
    signedIn = person;
    expect(await emailLinkStanding(link)).toEqual({ address: anew });
    expect(await post(confirmNewEmailByLink, { token: link })).toMatchObject({ to: "/account/email?changed=yes" });
  });

  test("tells nobody that another account has the address, and does not give it to two", async () => {
    const other = await makeLogin({ email: anew, name: "Bob", password }, new Date());
    expect((await ask()).status).toBe("done");
    const { code } = await proof();
    expect((await post(confirmNewEmail, { code })).message).toContain("another account's");
    expect([await owner(email), await owner(anew)]).toEqual([userId, other]);
  });
});
