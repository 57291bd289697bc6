import { expect } from "@playwright/test";
import { demo } from "./firm";

export type ReceivedMail = { to: string[]; subject: string; text: string };

/** The newest mail to this address with such a subject, as soon as it is there: mails come by a job. */
export async function mailTo(address: string, subject: RegExp): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mails()).find((mail) => mail.to.includes(address) && subject.test(mail.subject));
        return found !== undefined;
      },
      { message: `a mail to ${address} about ${subject}`, timeout: 60_000 },
    )
    .toBe(true);
  if (!found) throw new Error("unreachable");
  return found;
}

/** Newest first. */
async function mails(): Promise<ReceivedMail[]> {
  const response = await fetch(`${demo().mailUrl}/api/messages`);
  return (await response.json()) as ReceivedMail[];
}

/** The six digits with which the subject begins. */
export function codeIn({ subject }: ReceivedMail): string {
  const [code] = /^\d{6}/.exec(subject) ?? [];
  if (!code) throw new Error(`no code in “${subject}”`);
  return code;
}

/** The first link of the mail. */
export function linkIn({ text }: ReceivedMail): string {
  const [link] = /https?:\/\/\S+\?token=\S+/.exec(text) ?? [];
  if (!link) throw new Error("no link in the mail");
  return link;
}
