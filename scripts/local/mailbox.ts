import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { complain } from "./terminal";

export interface Mail {
  id: number;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  attachments: Attachment[];
}

const MAILS_KEPT = 500;
const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;

/** The mails of one run, newest first. They live in memory alone, and none of them ever leaves this machine. */
export class Mailbox {
  #mails: Mail[] = [];
  #lastId = 0;

  add(parsed: ParsedMail, recipients: string[]): void {
    this.#lastId += 1;
    const mail = {
      id: this.#lastId,
      receivedAt: new Date().toISOString(),
      from: parsed.from?.text ?? "",
      to: recipients.length > 0 ? recipients : addressesOf(parsed.to),
      subject: parsed.subject ?? "",
      text: parsed.text ?? "",
      html: parsed.html || null,
      attachments: parsed.attachments,
    };
    this.#mails = [mail, ...this.#mails].slice(0, MAILS_KEPT);
  }

  all(): readonly Mail[] {
    return this.#mails;
  }

  find(id: number): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  clear(): void {
    this.#mails = [];
  }
}

/** Takes every mail, for whomever it is, and puts it into the box. */
export function mailServer(mailbox: Mailbox): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: LARGEST_MAIL_BYTES,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream)
        .then((parsed) => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          mailbox.add(parsed, recipients);
          done();
        })
        .catch((error: Error) => done(error));
    },
  });
  // A sender that hangs up in the middle must not end the run.
  server.on("error", (error) => complain(`Mail was not taken: ${error.message}`));
  return server;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));
}
