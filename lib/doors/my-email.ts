import "server-only";
import { inTransaction } from "@/db/client";
import { askChangeEmail, changeEmail } from "@/lib/identity/change-email";
import { changeEmailInput, codeInput, linkInput } from "@/lib/identity/inputs";
import { count } from "@/lib/identity/limits";
import { enqueueMail } from "@/lib/identity/mails";
import { findProof, newSecrets, type Proof, refuseOver, spendProof, tryCode } from "@/lib/identity/proofs";
import { Refusal } from "@/lib/kernel/refusal";
import { type Account, accountAction } from "./account";
import { proofToken } from "./cookies";
import { requirePassword } from "./my-account";
import { requireUser } from "./page";

/** Needs the password. The old address counts, and is told, until the new one is proved. */
export const askForNewEmail = accountAction({
  input: changeEmailInput,
  event: "email.asked",
  before: async ({ userId }) => {
    await count("password", userId);
    await count("proof_mail", userId);
  },
  run: async ({ db, user, now }, { email, currentPassword }) => {
    await requirePassword({ db, user }, currentPassword);
    const secrets = newSecrets();
    await askChangeEmail(db, user.userId, email, secrets, now);
    return { proof: secrets.token, says: `A mail to ${email} is on its way.` };
  },
});

/** The address that waits to be proved in this browser; null where none does. */
export async function pendingEmail(): Promise<string | null> {
  const { userId } = await requireUser();
  const token = await proofToken();
  if (!token) return null;
  const proof = await inTransaction({ userId }, (db) => findProof(db, token, "change_email"), { readOnly: true });
  return proof && !proof.usedAt && proof.expiresAt > new Date() ? proof.address : null;
}

export const confirmNewEmail = accountAction({
  input: codeInput,
  event: "email.changed",
  // counted whatever becomes of it
  before: async ({ userId }, { code }) => {
    const token = (await proofToken()) ?? "";
    const now = new Date();
    const refusal = await inTransaction({ userId }, async (db) => {
      const proof = await findProof(db, token, "change_email");
      refuseOver(proof, now);
      return tryCode(db, proof, token, code, now);
    });
    if (refusal) throw refusal;
  },
  run: async (account) => carryOut(account, await findProof(account.db, (await proofToken()) ?? "", "change_email")),
});

/** By the link of the mail, where one is signed in. */
export const confirmNewEmailByLink = accountAction({
  input: linkInput,
  event: "email.changed",
  run: async (account, { token }) => carryOut(account, await findProof(account.db, token, "change_email")),
});

/** What the page of the link says before anything is pressed. */
export async function emailLinkStanding(token: string): Promise<{ address: string } | { over: string }> {
  const { userId } = await requireUser();
  try {
    const proof = await inTransaction({ userId }, (db) => findProof(db, token, "change_email"), { readOnly: true });
    refuseOver(proof, new Date());
    return { address: proof.address };
  } catch (error) {
    if (error instanceof Refusal) return { over: error.message };
    throw error;
  }
}

async function carryOut({ db, user, now }: Account, proof: Proof | null) {
  refuseOver(proof, now);
  await spendProof(db, proof, now);
  await changeEmail(db, proof, now);
  const at = `${now.toISOString().slice(0, 16)} UTC`;
  const what = `Your account is used with ${proof.address} from now on`;
  await enqueueMail(db, { kind: "notice", to: { name: user.name, address: user.email }, what, at });
  return { renews: {}, leadsTo: "/account/email?changed=yes" };
}
