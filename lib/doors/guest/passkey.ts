import "server-only";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { inTransaction } from "@/db/client";
import { passkeyInput } from "@/lib/identity/inputs";
import { count } from "@/lib/identity/limits";
import { hasPasskey, listPasskeys, readPasskey, requestOptions, usedPasskey } from "@/lib/identity/passkeys";
import { spendProof } from "@/lib/identity/proofs";
import type { FormAction } from "@/lib/kernel/form-state";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { currentCaller } from "../caller";
import { asFormData, inputOf, parse, stateOfError } from "../form-data";
import { safeNext } from "../next-path";
import { keepChallenge, passkeyHost, takeChallenge } from "../passkey-challenge";
import { startSession } from "../start-session";
import { pendingSignIn } from "./sign-in";

/** Whether passkeys can be used where the product is reached. */
export function arePasskeysUsable(): boolean {
  return passkeyHost() !== null;
}

/** For the second step: whether the person has one to use here. */
export async function hasUsablePasskey(userId: UserId): Promise<boolean> {
  return arePasskeysUsable() && inTransaction({ userId }, (db) => hasPasskey(db, userId), { readOnly: true });
}

/** What the browser is to ask its passkeys: in the second step the person's own, before it whichever it has for us. */
export async function offerPasskeys(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const host = passkeyHost();
  if (!host || !(await isAllowed())) return null;
  const now = new Date();
  const pending = await pendingSignIn(now);
  const own = pending && (await inTransaction({ userId: pending.userId }, (db) => listPasskeys(db, pending.userId)));
  const options = await requestOptions(host, own);
  await keepChallenge(options.challenge, now);
  return options;
}

/** Too many tries are no offer: the button says so. */
async function isAllowed(): Promise<boolean> {
  try {
    await count("passkey", (await currentCaller()).address);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A passkey is both factors: that the device is there, and that it knows its person. */
export const signInByPasskey: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(passkeyInput, input);
  if (!parsed.ok) return parsed.state;
  let to: string;
  try {
    to = await admit(parsed.data.credential as object & { id: string }, safeNext(input.next), new Date());
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect(to as Route);
};

async function admit(response: object & { id: string }, next: string, now: Date): Promise<string> {
  const asked = await takeChallenge(now);
  const read = await inTransaction({ holds: response.id }, (db) => readPasskey(db, response, asked));
  const pending = await pendingSignIn(now);
  const isStep = pending !== null && pending.userId === read.userId;
  await startSession(
    {
      ...{ userId: read.userId, by: "passkey", shown: { provedAt: now, secondFactorAt: now } },
      ...(isStep ? { holds: pending.proof.tokenHash } : {}),
      first: async (db) => {
        if (isStep) await spendProof(db, pending.proof, now);
        await usedPasskey(db, read.credentialId, read.counter, now);
      },
    },
    now,
  );
  return isStep ? pending.next : next;
}
