import type { Database } from "@/db/client";
import type { SignUpInput } from "./inputs";
import { enqueueMail } from "./mails";
import { hashPassword } from "./password";
import { openProof, type Proof, type Secrets } from "./proofs";
import { findLogin } from "./sign-in";

/** What waits until the address is proved: nobody is made before. */
export type Founder = { name: string; email: string; passwordHash: string; companyName: string; timeZone: string };

/**
 * Asks the address to prove itself. Answers alike whether or not it has an account: one that has gets a mail that says so.
 * The transaction names the address and holds the token's hash.
 */
export async function askSignUp(
  db: Database,
  { email, name, password, companyName, timeZone }: SignUpInput,
  secrets: Secrets,
  now: Date,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const known = await findLogin(db, email);
  const payload = known ? {} : { name, companyName, timeZone, passwordHash };
  await openProof(db, { kind: "sign_up", address: email, userId: null, payload }, secrets, now);
  if (known) await enqueueMail(db, { kind: "sign_up_known", to: { name: known.name, address: email } });
  else await mailSignUp(db, { name, email, companyName }, secrets);
}

export async function mailSignUp(
  db: Database,
  { name, email, companyName }: Pick<Founder, "name" | "email" | "companyName">,
  { link, code }: Secrets,
): Promise<void> {
  await enqueueMail(db, { kind: "sign_up", to: { name, address: email }, companyName, link, code });
}

/** Null where the address had an account when it was asked: that proof opens nothing. */
export function founderOf({ address, payload }: Proof): Founder | null {
  const kept = payload as Partial<Founder>;
  if (!kept.passwordHash || !kept.name || !kept.companyName || !kept.timeZone) return null;
  const { name, passwordHash, companyName, timeZone } = kept as Founder;
  return { email: address, name, passwordHash, companyName, timeZone };
}
