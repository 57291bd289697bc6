import "server-only";
import { redirect } from "next/navigation";
import { inTransaction } from "@/db/client";
import { askResetInput, resetInput } from "@/lib/identity/inputs";
import { count } from "@/lib/identity/limits";
import { enqueueMail } from "@/lib/identity/mails";
import { refuseWeak } from "@/lib/identity/password-strength";
import { findProof, newSecrets, type Proof, refuseOver, spendProof, tryCode } from "@/lib/identity/proofs";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { askReset, setPassword } from "@/lib/identity/reset-password";
import { hashOf } from "@/lib/identity/secret";
import { getLogin } from "@/lib/identity/sign-in";
import type { FormAction } from "@/lib/kernel/form-state";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { currentCaller } from "../caller";
import { dropCookie, proofToken, setProofCookie } from "../cookies";
import { asFormData, inputOf, parse, stateOfError } from "../form-data";

/** Asks for a new password. Says the same whether or not the address has an account. */
export const askForReset: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(askResetInput, input);
  if (!parsed.ok) return parsed.state;
  try {
    const { email } = parsed.data;
    await count("reset", (await currentCaller()).address);
    await count("proof_mail", email);
    const secrets = newSecrets();
    const visible = { address: email, holds: hashOf(secrets.token) };
    await inTransaction(visible, (db) => askReset(db, email, secrets, new Date()));
    await setProofCookie(secrets.token);
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect("/reset/new");
};

/** By the code in the browser that asked, or by the link anywhere. Then everybody is signed out, and signs in with the new one. */
export const resetPassword: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(resetInput, input);
  if (!parsed.ok) return parsed.state;
  const { token: link, code, password } = parsed.data;
  try {
    const now = new Date();
    const held = link || ((await proofToken()) ?? "");
    const proof = await proofAt(held);
    refuseOver(proof, now);
    // first, or five weak passwords would use up the five tries of a code that was right
    refuseWeak("password", password, [proof.address, "ez360pm"]);
    if (!link || hashOf(link) !== proof.linkHash) await requireCode(proof, held, code, now);
    await renew(proof, password, now);
    await dropCookie("proof");
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect("/sign-in?reset=done");
};

async function requireCode(proof: Proof, token: string, code: string, now: Date): Promise<void> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) throw new Refusal("invalid_input", {}, { code: "The code has six digits." });
  const refusal = await inTransaction({ holds: proof.tokenHash }, (db) => tryCode(db, proof, token, digits, now));
  if (refusal) throw refusal;
}

async function renew(proof: Proof, password: string, now: Date): Promise<void> {
  const { userId } = proof;
  // of an address without an account: nobody has the code of it
  if (!userId) throw refuseField("code", "code_expired");
  const caller = await currentCaller();
  await inTransaction({ userId, holds: proof.tokenHash }, async (db) => {
    await spendProof(db, proof, now);
    await setPassword(db, userId, password, now, { proves: true });
    await recordAccountEvent(db, userId, "password.reset", caller, now);
    const { name, email } = await getLogin(db, userId);
    const at = `${now.toISOString().slice(0, 16)} UTC`;
    await enqueueMail(db, { kind: "notice", to: { name, address: email }, what: "Your password was reset", at });
  });
}

/** Whether there is something to reset here: by the link, or in the browser that asked. */
export async function pendingReset(
  link: string,
  now = new Date(),
): Promise<{ by: "link" | "code" } | { over: string }> {
  const held = link || ((await proofToken()) ?? "");
  try {
    const proof = await proofAt(held);
    refuseOver(proof, now);
    return { by: link && hashOf(link) === proof.linkHash ? "link" : "code" };
  } catch (error) {
    if (error instanceof Refusal) return { over: error.message };
    throw error;
  }
}

function proofAt(held: string): Promise<Proof | null> {
  return inTransaction({ holds: hashOf(held) }, (db) => findProof(db, held, "reset_password"), { readOnly: true });
}
