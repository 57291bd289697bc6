import type { AddressInfo, Server } from "node:net";
import { mailWeb } from "./mail-web";
import { Mailbox, mailServer } from "./mailbox";
import { LOOPBACK } from "./ports";

export interface MailSink {
  /** For the product: where to hand mails in. */
  smtpUrl: string;
  /** For people: where to read them. */
  pageUrl: string;
  stop(): Promise<void>;
}

/** A mail server that keeps what it gets, and a page to read it on; both on the loopback only. Port 0 takes any free one. */
export async function startMailSink({ pagePort }: { pagePort: number }): Promise<MailSink> {
  const mailbox = new Mailbox();
  const smtp = mailServer(mailbox);
  const web = mailWeb(mailbox);
  const smtpPort = await listen(smtp.server, 0);
  const webPort = await listen(web, pagePort);
  return {
    smtpUrl: `smtp://${LOOPBACK}:${smtpPort}`,
    pageUrl: `http://${LOOPBACK}:${webPort}`,
    stop: async () => {
      smtp.server.close();
      for (const connection of smtp.connections) connection.close();
      web.closeAllConnections();
      await new Promise((resolve) => web.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
