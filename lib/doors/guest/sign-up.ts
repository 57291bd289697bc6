import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { inTransaction } from "@/db/client";
import { refusalOf } from "@/db/refusals";
import { codeInput, linkInput, signUpInput } from "@/lib/identity/inputs";
import { count } from "@/lib/identity/limits";
import { enqueueMail } from "@/lib/identity/mails";
import { isPassword } from "@/lib/identity/password";
import { refuseWeak } from "@/lib/identity/password-strength";
import { findProof, newSecrets, openProof, type Proof, refuseOver, spendProof, tryCode } from "@/lib/identity/proofs";
import { hashOf } from "@/lib/identity/secret";
import { findLogin } from "@/lib/identity/sign-in";
import { askSignUp, founderOf, mailSignUp } from "@/lib/identity/sign-up";
import { type FormAction, idleForm } from "@/lib/kernel/form-state";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { currentCaller } from "../caller";
import { proofToken, setProofCookie } from "../cookies";
import { asFormData, inputOf, parse, stateOfError } from "../form-data";
import { found } from "../founding";
import { startSession } from "../start-session";

/**
 * Asks the address to prove itself; the company is founded when it has. Whether the address has an account is told to
 * nobody but its mailbox.
 */
export const signUp: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(signUpInput, input);
  if (!parsed.ok) return parsed.state;
  try {
    const { email, name, password, companyName } = parsed.data;
    refuseWeak("password", password, [name, email, companyName, "ez360pm"]);
    await count("sign_up", (await currentCaller()).address);
    await count("proof_mail", email);
    const secrets = newSecrets();
    const visible = { address: email, holds: hashOf(secrets.token) };
    await inTransaction(visible, (db) => askSignUp(db, parsed.data, secrets, new Date()));
    await setProofCookie(secrets.token);
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect("/verify");
};

/** The address that this browser was asked to prove; null where nothing waits. */
export async function pendingAddress(now = new Date()): Promise<string | null> {
  const proof = await heldProof();
  return proof && !proof.usedAt && proof.expiresAt > now ? proof.address : null;
}

async function heldProof(): Promise<Proof | null> {
  const token = await proofToken();
  if (!token) return null;
  return inTransaction({ holds: hashOf(token) }, (db) => findProof(db, token, "sign_up"), { readOnly: true });
}

/** By the code of the mail, in the browser that asked. */
export const confirmByCode: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(codeInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const now = new Date();
    const token = (await proofToken()) ?? "";
    const proof = await heldProof();
    refuseOver(proof, now);
    const refusal = await inTransaction({ holds: proof.tokenHash }, (db) =>
      tryCode(db, proof, token, parsed.data.code, now),
    );
    if (refusal) throw refusal;
    slug = await open(proof, now);
  } catch (error) {
    return stateOfError(refusalOf(error) ?? error, input);
  }
  redirect(`/c/${slug}` as Route);
};

/**
 * By the link of the mail. In another browser than the one that asked the password is wanted as well: else whoever signs
 * up with somebody's address would have an account that its owner opened for him.
 */
export const confirmByLink: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(linkInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const now = new Date();
    const proof = await proofOfLink(parsed.data.token);
    refuseOver(proof, now);
    if (!(await isAskedHere(proof))) {
      await count("password", proof.address);
      const right = await isPassword(parsed.data.password ?? "", founderOf(proof)?.passwordHash ?? null);
      if (!right) throw refuseField("password", "password_wrong");
    }
    slug = await open(proof, now);
  } catch (error) {
    return stateOfError(refusalOf(error) ?? error, input);
  }
  redirect(`/c/${slug}` as Route);
};

export type LinkStanding = { is: "good"; address: string; needsPassword: boolean } | { is: "over"; sentence: string };

/** What the page of the link says before anything is pressed: opening it alone confirms nothing, mail programs do that too. */
export async function linkStanding(token: string, now = new Date()): Promise<LinkStanding> {
  try {
    const proof = await proofOfLink(token);
    refuseOver(proof, now);
    return { is: "good", address: proof.address, needsPassword: !(await isAskedHere(proof)) };
  } catch (error) {
    if (error instanceof Refusal) return { is: "over", sentence: error.message };
    throw error;
  }
}

function proofOfLink(token: string): Promise<Proof | null> {
  return inTransaction({ holds: hashOf(token) }, (db) => findProof(db, token, "sign_up"), { readOnly: true });
}

async function isAskedHere(proof: Proof): Promise<boolean> {
  const token = await proofToken();
  return token !== null && hashOf(token) === proof.tokenHash;
}

async function open(proof: Proof, now: Date): Promise<string> {
  const founder = founderOf(proof);
  if (!founder) throw new Refusal("link_unknown");
  const { userId, slug } = await found({ ...founder, emailVerifiedAt: now }, now, {
    first: (db) => spendProof(db, proof, now),
    holds: proof.tokenHash,
  });
  await startSession({ userId, shown: { provedAt: now, secondFactorAt: null }, by: "address" }, now);
  return slug;
}

/** A new mail in place of the last one, whose code and link are over. Three an hour. */
export const resendSignUp: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  try {
    const now = new Date();
    const old = await heldProof();
    refuseOver(old, now);
    await count("proof_mail", old.address);
    const secrets = newSecrets();
    await inTransaction({ holds: old.tokenHash }, (db) => spendProof(db, old, now));
    await inTransaction({ address: old.address, holds: hashOf(secrets.token) }, async (db) => {
      const { kind, address, userId } = old;
      await openProof(db, { kind, address, userId, payload: old.payload as Record<string, unknown> }, secrets, now);
      const founder = founderOf(old);
      const known = founder ? null : await findLogin(db, address);
      if (founder) await mailSignUp(db, founder, secrets);
      if (known) await enqueueMail(db, { kind: "sign_up_known", to: { name: known.name, address } });
    });
    await setProofCookie(secrets.token);
  } catch (error) {
    return stateOfError(error, input);
  }
  return { ...idleForm, status: "done", message: "A new mail is on its way; the last one is over." };
};
