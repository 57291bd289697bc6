import "server-only";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { inTransaction } from "@/db/client";
import { newPasskeyInput, passkeyInput, removePasskeyInput } from "@/lib/identity/inputs";
import {
  addPasskey,
  creationOptions,
  listPasskeys,
  type Passkey,
  readPasskey,
  removePasskey,
  requestOptions,
  usedPasskey,
} from "@/lib/identity/passkeys";
import { dropRecoveryCodes, makeRecoveryCodes, recoveryCodesLeft } from "@/lib/identity/recovery-codes";
import { factorsOf, hasFactor } from "@/lib/identity/sign-in";
import { Refusal } from "@/lib/kernel/refusal";
import { accountAction } from "./account";
import { tellByMail } from "./my-account";
import { safeNext } from "./next-path";
import { requireUser } from "./page";
import { keepChallenge, passkeyHost, takeChallenge } from "./passkey-challenge";

/** One's own; null where the product has no name that passkeys could belong to. */
export async function myPasskeys(): Promise<Passkey[] | null> {
  const { userId } = await requireUser();
  return passkeyHost() && inTransaction({ userId }, (db) => listPasskeys(db, userId), { readOnly: true });
}

/** What the browser is to make one from. */
export async function offerNewPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const user = await requireUser();
  const host = passkeyHost();
  if (!host) return null;
  const options = await inTransaction({ userId: user.userId }, (db) => creationOptions(db, user, host));
  await keepChallenge(options.challenge, new Date());
  return options;
}

/** What the browser is to ask its passkeys when one has to show once more who one is. */
export async function offerOwnPasskeys(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const { userId } = await requireUser();
  const host = passkeyHost();
  if (!host) return null;
  const options = await requestOptions(host, await inTransaction({ userId }, (db) => listPasskeys(db, userId)));
  await keepChallenge(options.challenge, new Date());
  return options;
}

export const keepPasskey = accountAction({
  input: newPasskeyInput,
  event: "passkey.added",
  fresh: true,
  run: async ({ db, user, now }, { name, credential }) => {
    await addPasskey(db, { userId: user.userId, name }, credential, await takeChallenge(now), now);
    await tellByMail({ db, user, now }, "A passkey was added to your account");
    // whoever loses the device must have another way in
    const reveals =
      (await recoveryCodesLeft(db, user.userId)) === 0 ? await makeRecoveryCodes(db, user.userId, now) : [];
    return { reveals, says: "The passkey is set up. You can sign in with it." };
  },
});

/** For pages that want the second factor again. The passkey must be one's own. */
export const confirmByPasskey = accountAction({
  input: passkeyInput.extend({ next: z.string().optional() }),
  event: "identity.confirmed",
  run: async ({ db, user, now }, { credential, next }) => {
    const response = credential as object & { id: string };
    const asked = await takeChallenge(now);
    const read = await inTransaction({ holds: response.id }, (held) => readPasskey(held, response, asked));
    if (read.userId !== user.userId) throw new Refusal("passkey_refused");
    await usedPasskey(db, read.credentialId, read.counter, now);
    return { renews: { provedAt: now, secondFactorAt: now }, leadsTo: safeNext(next) };
  },
});

/** With the last second factor its recovery codes go too. */
export const dropPasskey = accountAction({
  input: removePasskeyInput,
  event: "passkey.removed",
  fresh: true,
  run: async ({ db, user, now }, { credentialId }) => {
    await removePasskey(db, user.userId, credentialId);
    if (!hasFactor(await factorsOf(db, user.userId))) await dropRecoveryCodes(db, user.userId);
    await tellByMail({ db, user, now }, "A passkey of your account was removed");
    return { says: "The passkey is removed." };
  },
});
