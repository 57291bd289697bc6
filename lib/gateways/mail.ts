import "server-only";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";

export type Mail = { to: { name: string; address: string }; subject: string; text: string; messageId: string };

/** Hands a mail to the SMTP server and returns when the server took it. Throws otherwise; the job is tried again. */
export async function sendMail(mail: Mail): Promise<void> {
  const url = env().MAIL_URL;
  if (!url) throw new Error("MAIL_URL is not set; the mail waits in the queue");
  const transport = nodemailer.createTransport(withTimeouts(url));
  try {
    await transport.sendMail({
      from: env().MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
    });
  } finally {
    transport.close();
  }
}

/** A server that does not answer costs the worker seconds, not minutes. */
function withTimeouts(url: string): string {
  const timed = new URL(url);
  timed.searchParams.set("connectionTimeout", "5000");
  timed.searchParams.set("socketTimeout", "10000");
  return timed.toString();
}
