import { inTransaction } from "@/db/client";
import { env } from "@/lib/env";
import { sendMail } from "@/lib/gateways/mail";
import { resealAuthenticators } from "@/lib/identity/authenticator";
import { letterOf, unsealMail } from "@/lib/identity/mails";
import { sweepProofs } from "@/lib/identity/proofs";

export async function sendAccountMail({ sealed }: { sealed: string }, jobId: string): Promise<void> {
  const mail = unsealMail(sealed);
  const { subject, text } = letterOf(mail, env().NEXTAUTH_URL);
  await sendMail({ to: mail.to, subject, text, messageId: `<job-${jobId}@ez360pm>` });
}

/** After a new key was put first in ENCRYPTION_KEYS: seals anew what older ones sealed. Returns how many; then the old can go. */
export function turnKeys(): Promise<number> {
  return inTransaction({ operator: true }, (db) => resealAuthenticators(db));
}

/** What expired holds names, addresses and hashes that nobody needs. */
export async function sweepIdentity(): Promise<void> {
  await inTransaction({ operator: true }, (db) => sweepProofs(db, new Date()));
}
