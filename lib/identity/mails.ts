import type { Database } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { seal, unseal } from "./sealing";

/** The mails about a person's account. What opens something (links, codes) is only ever in the mail and in the sealed job. */
export type AccountMail = { to: { name: string; address: string } } & (
  | { kind: "sign_up"; companyName: string; link: string; code: string }
  | { kind: "sign_up_known" }
  | { kind: "reset_password"; link: string; code: string }
  | { kind: "change_email"; link: string; code: string }
  | { kind: "email_changing"; newAddress: string }
  | { kind: "sign_in_code"; code: string }
  | { kind: "new_device"; userAgent: string; address: string; at: string }
  /** `by`: where somebody else did it. */
  | { kind: "notice"; what: string; at: string; by?: string }
  | { kind: "invitation"; companyName: string; inviter: string; role: string; link: string; until: string }
);

type Letter = { subject: string; lines: string[] };

const purpose = "mail";

/** Sealed, since the queue is read by whoever looks after it, and a link opens an account. */
export function sealMail(mail: AccountMail): string {
  return seal(purpose, JSON.stringify(mail));
}

/** Written in the caller's transaction: sent if and only if that commits. */
export async function enqueueMail(db: Database, mail: AccountMail): Promise<void> {
  await enqueue({ db }, "send-account-mail", { sealed: sealMail(mail) });
}

export function unsealMail(sealed: string): AccountMail {
  return JSON.parse(unseal(purpose, sealed)) as AccountMail;
}

/** `home` is the product's address. */
export function letterOf(mail: AccountMail, home: string): { subject: string; text: string } {
  const { subject, lines } = (letters[mail.kind] as (mail: AccountMail, home: string) => Letter)(mail, home);
  return { subject, text: [`Hello ${mail.to.name},`, ...lines, "EZ360PM", ""].join("\n\n") };
}

const unasked = "If you did not ask for this, you need not do anything; nothing changes.";

const letters: { [K in AccountMail["kind"]]: (mail: Extract<AccountMail, { kind: K }>, home: string) => Letter } = {
  sign_up: (mail, home) => ({
    subject: `${mail.code} is your code to confirm ${mail.to.address}`,
    lines: [
      `To open ${mail.companyName}, confirm that this address is yours. Enter this code within half an hour:`,
      mail.code,
      `Or open this link, within three days:\n${home}/verify/link?token=${mail.link}`,
      unasked,
    ],
  }),
  sign_up_known: (_, home) => ({
    subject: "You have an account already",
    lines: [
      "Somebody, most likely you, wanted to create an account with this address. It has one already.",
      `Sign in: ${home}/sign-in\nForgot the password? ${home}/reset`,
      unasked,
    ],
  }),
  reset_password: (mail, home) => ({
    subject: `${mail.code} is your code to reset the password`,
    lines: [
      "To choose a new password, enter this code within half an hour:",
      mail.code,
      `Or open this link, within an hour:\n${home}/reset/new?token=${mail.link}`,
      unasked,
    ],
  }),
  change_email: (mail, home) => ({
    subject: `${mail.code} is your code to confirm ${mail.to.address}`,
    lines: [
      "To sign in with this address from now on, enter this code within half an hour:",
      mail.code,
      `Or open this link where you are signed in, within three days:\n${home}/account/email/link?token=${mail.link}`,
      unasked,
    ],
  }),
  email_changing: (mail, home) => ({
    subject: "The address of your account is being changed",
    lines: [
      `Your account is to be used with ${mail.newAddress} from now on. This address counts until the new one is confirmed.`,
      `If that was not you, change your password now: ${home}/account/password`,
    ],
  }),
  sign_in_code: (mail) => ({
    subject: `${mail.code} is your code to sign in`,
    lines: [
      "Many wrong passwords were tried on your account lately, so a new browser needs this code as well:",
      mail.code,
      "If you are not signing in just now, somebody knows your password. Change it.",
    ],
  }),
  new_device: (mail, home) => ({
    subject: "New sign-in to your account",
    lines: [
      `Your account was opened in a browser that it was not used in before.\n\nBrowser: ${mail.userAgent}\nNetwork: ${mail.address}\nTime: ${mail.at}`,
      `If that was you, all is well. If not, end that session and change your password: ${home}/account/security`,
    ],
  }),
  notice: (mail, home) => ({
    subject: mail.what,
    lines: [
      `${mail.what} (${mail.at}).`,
      mail.by
        ? `${mail.by} did this. Ask them if it is not what you expected.`
        : `If that was not you, change your password and look at your sessions: ${home}/account/security`,
    ],
  }),
  invitation: (mail, home) => ({
    subject: `${mail.inviter} invites you to ${mail.companyName}`,
    lines: [
      `${mail.inviter} invites you to work in ${mail.companyName} as ${mail.role}.`,
      `Accept by ${mail.until}:\n${home}/invitation?token=${mail.link}`,
      "If you do not know them, you need not do anything.",
    ],
  }),
};
