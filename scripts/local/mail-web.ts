import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Attachment } from "mailparser";
import { bodyPage, listPage, mailPage } from "./mail-pages";
import type { Mail, Mailbox } from "./mailbox";
import { LOOPBACK } from "./ports";

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

// Not "no-referrer": under that a browser would send our own form with the origin "null".
const ALWAYS = { "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "cache-control": "no-store" };

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** A mail's own HTML runs no script and reaches no network; its links open in a window of their own. */
const BODY_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The pages on which people read the box: `/`, `/messages/1`, and `/api/messages` for programs. */
export function mailWeb(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    const { status, headers, body } = answer(mailbox, request);
    response.writeHead(status, { ...ALWAYS, ...headers }).end(body);
  });
}

function answer(mailbox: Mailbox, request: IncomingMessage): Answer {
  if (!isAskedHere(request)) return sentence(403, "This page is for this machine only.");
  const [path] = (request.url ?? "/").split("?");
  if (request.method === "POST" && path === "/clear") {
    mailbox.clear();
    return { status: 303, headers: { location: "/" }, body: "" };
  }
  if (request.method !== "GET") return sentence(405, "There is only reading, and POST /clear.");
  if (path === "/") return html(listPage(mailbox.all()), PAGE_POLICY);
  if (path === "/api/messages") return json(mailbox.all().map(withoutContent));
  const [, id, part, place] = /^\/messages\/(\d+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(path ?? "") ?? [];
  const mail = mailbox.find(Number(id));
  if (mail === undefined) return sentence(404, "No such mail; only the last 500 are kept.");
  if (part === undefined) return html(mailPage(mail), PAGE_POLICY);
  if (part === "html") return html(bodyPage(mail), BODY_POLICY);
  const attachment = mail.attachments[Number(place)];
  return attachment === undefined ? sentence(404, "No such attachment.") : download(attachment);
}

/**
 * Another site's page may make a browser on this machine ask us: by a name of its own that leads to the loopback (the host tells),
 * or by posting a form (the origin tells).
 */
function isAskedHere({ headers, socket }: IncomingMessage): boolean {
  const ours = [`${LOOPBACK}:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!ours.includes(headers.host ?? "")) return false;
  return headers.origin === undefined || ours.some((host) => headers.origin === `http://${host}`);
}

function withoutContent({ attachments, ...mail }: Mail): object {
  return {
    ...mail,
    attachments: attachments.map(({ filename, contentType, size }) => ({ filename, contentType, size })),
  };
}

function html(body: string, policy: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    body,
  };
}

function json(value: unknown): Answer {
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

function download({ filename, content }: Attachment): Answer {
  const name = encodeURIComponent((filename ?? "attachment").toWellFormed());
  const headers = {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  };
  return { status: 200, headers, body: content };
}

function sentence(status: number, text: string): Answer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${text}\n` };
}
