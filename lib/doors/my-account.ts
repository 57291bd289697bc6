import "server-only";
import { z } from "zod";
import { inTransaction } from "@/db/client";
import { getSecurity, type Security } from "@/lib/identity/account-queries";
import {
  beginAuthenticator,
  confirmAuthenticator,
  hasAuthenticator,
  removeAuthenticator,
  type Setup,
} from "@/lib/identity/authenticator";
import { changePasswordInput, codeInput, endSessionInput, factorInput } from "@/lib/identity/inputs";
import { count, forget } from "@/lib/identity/limits";
import { enqueueMail } from "@/lib/identity/mails";
import { isPassword } from "@/lib/identity/password";
import { proveFactor } from "@/lib/identity/prove-factor";
import { dropRecoveryCodes, makeRecoveryCodes } from "@/lib/identity/recovery-codes";
import { setPassword } from "@/lib/identity/reset-password";
import { endSession, endSessions } from "@/lib/identity/sessions";
import { factorsOf, getLogin, hasFactor } from "@/lib/identity/sign-in";
import { refuseField } from "@/lib/kernel/refusal";
import { type Account, accountAction } from "./account";
import { requireUser } from "./page";

/** What the page of one's own security shows. */
export async function mySecurity(): Promise<Security & { sessionId: string; email: string }> {
  const { userId, sessionId, email } = await requireUser();
  const now = new Date();
  const security = await inTransaction({ userId }, (db) => getSecurity(db, userId, now), { readOnly: true });
  return { ...security, sessionId, email };
}

/** The secret of the app that is being set up; null where one is set up already. */
export async function myAuthenticatorSetup(): Promise<Setup | null> {
  const { userId, email } = await requireUser();
  return inTransaction({ userId }, async (db) =>
    (await hasAuthenticator(db, userId)) ? null : beginAuthenticator(db, userId, email, new Date()),
  );
}

/** The first right code sets the app up. Recovery codes come with it; other sessions, which lack the factor, are over. */
export const setUpAuthenticator = accountAction({
  input: codeInput,
  event: "authenticator.added",
  before: ({ userId }) => count("second_factor", userId),
  run: async ({ db, user, now }, { code }) => {
    await confirmAuthenticator(db, user.userId, code, now);
    const reveals = await makeRecoveryCodes(db, user.userId, now);
    await endSessions(db, user.userId, "person", now, { but: user.sessionId });
    await tellByMail({ db, user, now }, "An authenticator app was set up for your account");
    await forget("second_factor", user.userId);
    return { reveals, renews: { provedAt: now, secondFactorAt: now }, says: "The app is set up." };
  },
});

/** Needs a code of it, or a recovery code. */
export const takeAuthenticatorAway = accountAction({
  input: factorInput,
  event: "authenticator.removed",
  before: ({ userId }) => count("second_factor", userId),
  run: async ({ db, user, now }, { code }) => {
    await requireFactor({ db, user, now }, code);
    await removeAuthenticator(db, user.userId);
    const left = await factorsOf(db, user.userId);
    if (!hasFactor(left)) await dropRecoveryCodes(db, user.userId);
    await tellByMail({ db, user, now }, "The authenticator app of your account was removed");
    return { renews: { provedAt: now, secondFactorAt: null }, leadsTo: "/account/security" };
  },
});

export const renewRecoveryCodes = accountAction({
  input: factorInput,
  event: "recovery_codes.made",
  before: ({ userId }) => count("second_factor", userId),
  run: async ({ db, user, now }, { code }) => {
    await requireFactor({ db, user, now }, code);
    const reveals = await makeRecoveryCodes(db, user.userId, now);
    return { reveals, renews: { provedAt: now, secondFactorAt: now }, says: "The old codes are over." };
  },
});

/** Needs the password. Every other session is over, and this one goes on under a new token. */
export const changePassword = accountAction({
  input: changePasswordInput,
  event: "password.changed",
  before: ({ userId }) => count("password", userId),
  run: async ({ db, user, now }, { currentPassword, password }) => {
    await requirePassword({ db, user }, currentPassword);
    if (currentPassword === password) throw refuseField("password", "password_same");
    await setPassword(db, user.userId, password, now, { but: user.sessionId });
    await tellByMail({ db, user, now }, "Your password was changed");
    return { renews: { provedAt: now }, says: "Your password is changed, and other sessions are signed out." };
  },
});

export const endOneSession = accountAction({
  input: endSessionInput,
  event: "session.ended",
  run: async ({ db, user, now }, { sessionId }) => {
    await endSession(db, user.userId, sessionId, now);
    return { says: "That session is signed out." };
  },
});

export const endOtherSessions = accountAction({
  input: z.object({}),
  event: "session.ended",
  run: async ({ db, user, now }) => {
    await endSessions(db, user.userId, "person", now, { but: user.sessionId });
    return { says: "All other sessions are signed out." };
  },
});

/** Counted before, and forgotten once it was right. */
export async function requirePassword({ db, user }: Pick<Account, "db" | "user">, given: string): Promise<void> {
  const { passwordHash } = await getLogin(db, user.userId);
  if (!(await isPassword(given, passwordHash))) throw refuseField("currentPassword", "password_wrong");
  await forget("password", user.userId);
}

/** Counted before, and forgotten once it was right. */
async function requireFactor({ db, user, now }: Pick<Account, "db" | "user" | "now">, code: string): Promise<void> {
  await proveFactor(db, user.userId, code, now);
  await forget("second_factor", user.userId);
}

/** By mail, to whoever it is about. */
export async function tellByMail({ db, user, now }: Pick<Account, "db" | "user" | "now">, what: string): Promise<void> {
  const at = `${now.toISOString().slice(0, 16)} UTC`;
  await enqueueMail(db, { kind: "notice", to: { name: user.name, address: user.email }, what, at });
}
