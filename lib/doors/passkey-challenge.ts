import "server-only";
import { isIP } from "node:net";
import { inTransaction } from "@/db/client";
import { env } from "@/lib/env";
import type { PasskeyHost } from "@/lib/identity/passkeys";
import { findProof, newSecrets, openProof, refuseOver, spendProof } from "@/lib/identity/proofs";
import { hashOf } from "@/lib/identity/secret";
import { Refusal } from "@/lib/kernel/refusal";
import { dropCookie, passkeyToken, setPasskeyCookie } from "./cookies";

/** Null where the product is reached by a bare network address: passkeys belong to a name. */
export function passkeyHost(): PasskeyHost | null {
  const { hostname, origin } = new URL(env().NEXTAUTH_URL);
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? null : { rpId: hostname, origin };
}

/** What this browser was asked to sign, for five minutes. */
export async function keepChallenge(challenge: string, now: Date): Promise<void> {
  const secrets = newSecrets();
  const asked = { kind: "passkey" as const, address: "", userId: null, payload: { challenge } };
  await inTransaction({ holds: hashOf(secrets.token) }, (db) => openProof(db, asked, secrets, now));
  await setPasskeyCookie(secrets.token);
}

/** The challenge, which counts once, whatever becomes of the answer. */
export async function takeChallenge(now: Date): Promise<{ challenge: string; host: PasskeyHost }> {
  const [token, host] = [await passkeyToken(), passkeyHost()];
  if (!token || !host) throw new Refusal("passkey_unasked");
  const challenge = await inTransaction({ holds: hashOf(token) }, async (db) => {
    const proof = await findProof(db, token, "passkey");
    try {
      refuseOver(proof, now);
    } catch {
      throw new Refusal("passkey_unasked");
    }
    await spendProof(db, proof, now);
    return String((proof.payload as { challenge?: unknown }).challenge ?? "");
  });
  await dropCookie("passkey");
  return { challenge, host };
}
