import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { inTransaction } from "@/db/client";
import { log } from "@/lib/gateways/log";
import { isKnownDevice } from "@/lib/identity/devices";
import { factorInput, type SignInInput, signInInput } from "@/lib/identity/inputs";
import { count, forget, giveBack } from "@/lib/identity/limits";
import { cleared, failed, isUnderSiege, restOf } from "@/lib/identity/lockout";
import { enqueueMail } from "@/lib/identity/mails";
import { isPassword } from "@/lib/identity/password";
import { countAttempt, findProof, newSecrets, openProof, type Proof, spendProof, tryCode } from "@/lib/identity/proofs";
import { proveFactor } from "@/lib/identity/prove-factor";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { hashOf } from "@/lib/identity/secret";
import { type Factors, factorsOf, findLogin, hasFactor, type Login } from "@/lib/identity/sign-in";
import { waitText } from "@/lib/identity/wait-text";
import type { FormAction } from "@/lib/kernel/form-state";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { currentCaller } from "../caller";
import { deviceToken, proofToken, setProofCookie } from "../cookies";
import { asFormData, inputOf, parse, stateOfError } from "../form-data";
import { safeNext } from "../next-path";
import { startSession } from "../start-session";

/** Signs in and goes on to the page that was asked for, or to the companies; by way of the second factor where there is one. */
export const signIn: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(signInInput, input);
  if (!parsed.ok) return parsed.state;
  let to: string;
  try {
    to = await admit(parsed.data, safeNext(input.next), new Date());
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect(to as Route);
};

/** The same refusal in the same time for an unknown address and for a wrong password. Only wrong tries count. */
async function admit({ email, password }: SignInInput, next: string, now: Date): Promise<string> {
  const { address } = await currentCaller();
  await count("sign_in", address);
  const login = await inTransaction({ address: email }, (db) => findLogin(db, email));
  const isKnown = await knows(login);
  const pair = { account: email, from: isKnown ? hashOf((await deviceToken()) ?? "") : address };
  const rest = await restOf(pair);
  const right = await isPassword(password, login?.passwordHash ?? null);
  const factors = await factorsFor(login);
  // a stranger's tries keep nobody out who has the password and the second factor
  if (rest !== null && !(right && hasFactor(factors))) throw new Refusal("locked_out", { wait: waitText(rest) });
  if (!right || !login) {
    await failed(pair);
    if (login) await tellLater(login.userId, "sign_in.refused", now);
    throw new Refusal("wrong_credentials");
  }
  await cleared(pair);
  await giveBack("sign_in", address);
  if (hasFactor(factors)) return askFactor(login, next, false, now);
  if (!isKnown && (await isUnderSiege(email))) return askFactor(login, next, true, now);
  await startSession({ userId: login.userId, shown: { provedAt: now, secondFactorAt: null }, by: "password" }, now);
  return next;
}

/** Asked of nobody too, so that an unknown address takes as long. */
async function knows(login: Login | null): Promise<boolean> {
  const token = await deviceToken();
  const userId = login?.userId ?? ("usr_nobody" as UserId);
  return inTransaction({ userId }, (db) => isKnownDevice(db, userId, token), { readOnly: true });
}

async function factorsFor(login: Login | null): Promise<Factors> {
  const userId = login?.userId ?? ("usr_nobody" as UserId);
  return inTransaction({ userId }, (db) => factorsOf(db, userId), { readOnly: true });
}

/** The password was right; what is asked now is held by this browser, for ten minutes. `isMailed`: a code by mail. */
async function askFactor(login: Login, next: string, isMailed: boolean, now: Date): Promise<string> {
  const secrets = newSecrets();
  const { userId, email, name } = login;
  const payload = { next, isMailed };
  await inTransaction({ userId, holds: hashOf(secrets.token) }, async (db) => {
    await openProof(db, { kind: "second_factor", address: email, userId, payload }, secrets, now);
    if (isMailed) await enqueueMail(db, { kind: "sign_in_code", to: { name, address: email }, code: secrets.code });
  });
  await setProofCookie(secrets.token);
  return "/sign-in/code";
}

export type PendingSignIn = { proof: Proof; userId: UserId; next: string; isMailed: boolean };

/** The sign-in that waits for its second factor in this browser; null where there is none, or it took too long. */
export async function pendingSignIn(now = new Date()): Promise<PendingSignIn | null> {
  const token = await proofToken();
  if (!token) return null;
  const proof = await inTransaction({ holds: hashOf(token) }, (db) => findProof(db, token, "second_factor"), {
    readOnly: true,
  });
  if (!proof?.userId || proof.usedAt || proof.expiresAt <= now) return null;
  const { next, isMailed } = proof.payload as { next?: string; isMailed?: boolean };
  return { proof, userId: proof.userId, next: safeNext(next), isMailed: isMailed === true };
}

/** The second step: a code of the app, a recovery code, or the code that was mailed. Five tries, then from the start. */
export const proveSecondFactor: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(factorInput, input);
  if (!parsed.ok) return parsed.state;
  let to: string;
  try {
    const now = new Date();
    const pending = await pendingSignIn(now);
    if (!pending) throw new Refusal("sign_in_over");
    await count("second_factor", pending.userId);
    await (pending.isMailed ? byMail(pending, parsed.data.code, now) : byFactor(pending, parsed.data.code, now));
    await forget("second_factor", pending.userId);
    to = pending.next;
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect(to as Route);
};

async function byMail({ proof, userId }: PendingSignIn, code: string, now: Date): Promise<void> {
  const token = (await proofToken()) ?? "";
  const holds = proof.tokenHash;
  const refusal = await inTransaction({ holds }, (db) => tryCode(db, proof, token, code, now));
  if (refusal) throw refusal;
  const shown = { provedAt: now, secondFactorAt: null };
  await startSession({ userId, shown, by: "mailed_code", holds, first: (db) => spendProof(db, proof, now) }, now);
}

async function byFactor({ proof, userId }: PendingSignIn, code: string, now: Date): Promise<void> {
  const holds = proof.tokenHash;
  await inTransaction({ holds }, (db) => countAttempt(db, proof));
  const by = /^\d{6}$/.test(code) ? ("authenticator" as const) : ("recovery_code" as const);
  const first = async (db: Parameters<typeof proveFactor>[0]) => {
    await spendProof(db, proof, now);
    await proveFactor(db, userId, code, now);
    if (by === "recovery_code") await tellOfRecovery(db, userId, now);
  };
  try {
    await startSession({ userId, shown: { provedAt: now, secondFactorAt: now }, by, holds, first }, now);
  } catch (error) {
    if (error instanceof Refusal) await tellLater(userId, "second_factor.refused", now);
    throw error;
  }
}

async function tellOfRecovery(db: Parameters<typeof proveFactor>[0], userId: UserId, now: Date): Promise<void> {
  const caller = await currentCaller();
  await recordAccountEvent(db, userId, "recovery_code.used", caller, now);
}

/** Written once the answer is on its way: it takes as long with an account as without. */
async function tellLater(userId: UserId, type: "sign_in.refused" | "second_factor.refused", now: Date): Promise<void> {
  const caller = await currentCaller();
  after(() =>
    inTransaction({ userId }, (db) => recordAccountEvent(db, userId, type, caller, now)).catch((error: unknown) =>
      log().error({ error: error instanceof Error ? error.name : "unknown" }, "a refused sign-in was not recorded"),
    ),
  );
}
