import type { Mail } from "./mailbox";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Every word of a mail passes here: subjects and addresses are written by strangers. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

export function listPage(mails: readonly Mail[]): string {
  const rows = mails.map(
    (mail) => `<tr><td>${escaped(mail.to.join(", "))}</td>
      <td><a href="/messages/${mail.id}">${escaped(mail.subject || "(no subject)")}</a></td>
      <td><time datetime="${mail.receivedAt}">${timeOf(mail)}</time></td></tr>`,
  );
  const table = `<table><thead><tr><th>To</th><th>Subject</th><th>Time</th></tr></thead><tbody>${rows.join("")}</tbody></table>
    <form method="post" action="/clear"><button>Clear</button></form>`;
  const empty = "<p>No mail yet. Whatever EZ360PM sends on this machine appears here, and goes nowhere else.</p>";
  return page("Mail", mails.length === 0 ? empty : table);
}

export function mailPage(mail: Mail): string {
  const attachments = mail.attachments.map(
    ({ filename, size }, place) =>
      `<li><a href="/messages/${mail.id}/attachments/${place}">${escaped(filename ?? "attachment")}</a> (${size} bytes)</li>`,
  );
  const frame = `<h2>HTML</h2><iframe title="HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox"
    src="/messages/${mail.id}/html"></iframe>`;
  return page(
    mail.subject || "(no subject)",
    `<p><a href="/">All mails</a></p>
    <dl><dt>From</dt><dd>${escaped(mail.from)}</dd><dt>To</dt><dd>${escaped(mail.to.join(", "))}</dd>
    <dt>Time</dt><dd>${timeOf(mail)}</dd></dl>
    ${attachments.length === 0 ? "" : `<ul>${attachments.join("")}</ul>`}
    <pre>${withLinks(mail.text)}</pre>
    ${mail.html === null ? "" : frame}`,
  );
}

/** The mail's own HTML, as it came: what it may do is settled by the policy it is served with. */
export function bodyPage(mail: Mail): string {
  return `<!doctype html><base target="_blank">${mail.html ?? ""}`;
}

function timeOf({ receivedAt }: Mail): string {
  return `${receivedAt.slice(0, 10)} ${receivedAt.slice(11, 19)} UTC`;
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((piece, place) =>
      place % 2 === 1 ? `<a href="${escaped(piece)}" rel="noreferrer">${escaped(piece)}</a>` : escaped(piece),
    )
    .join("");
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
    <body><h1>${escaped(title)}</h1>${body}</body></html>`;
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color: #1c2430; }
  table { width: 100%; border-collapse: collapse; margin-bottom: 1rem; }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d5dae1; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f5f8; padding: 1rem; }
  dl { display: grid; grid-template-columns: 4rem 1fr; gap: .2rem 1rem; } dd { margin: 0; }
  iframe { width: 100%; height: 40rem; border: 1px solid #d5dae1; background: #fff; }
`;
