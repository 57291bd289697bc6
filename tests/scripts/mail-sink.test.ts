import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MailSink, startMailSink } from "@/scripts/local/mail-sink";
import { Mailbox } from "@/scripts/local/mailbox";

let sink: MailSink;

beforeEach(async () => {
  sink = await startMailSink({ pagePort: 0 });
});

afterEach(() => sink.stop());

const HOSTILE = `<script>alert("1")</script> & 'more'`;
const ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;";

async function send(subject: string): Promise<void> {
  const transport = createTransport(sink.smtpUrl);
  await transport.sendMail({
    from: "EZ360PM <no-reply@example.test>",
    to: `"${HOSTILE.replaceAll('"', "")}" <client@example.test>`,
    bcc: "bookkeeper@example.test",
    subject,
    text: `Hello ${HOSTILE}\nhttps://example.test/pay/abc?x=1&y="2"`,
    html: `<h1>Hello</h1><script>alert(2)</script>`,
    attachments: [{ filename: "in<vo>ice.pdf", content: "not really" }],
  });
  transport.close();
}

async function page(path: string, init?: RequestInit): Promise<{ text: string; response: Response }> {
  const response = await fetch(`${sink.pageUrl}${path}`, init);
  return { text: await response.text(), response };
}

test("mails are listed newest first, to all who get them, and a hostile subject is only text", async () => {
  await send("first");
  await send(HOSTILE);
  const { text } = await page("/");
  expect(text).toContain(ESCAPED);
  expect(text).not.toContain("<script>");
  expect(text).toContain("client@example.test, bookkeeper@example.test");
  expect(text.indexOf(ESCAPED)).toBeLessThan(text.indexOf("first"));
});

test("a mail's page shows its text escaped with links to follow, and its HTML only in a sandbox", async () => {
  await send(HOSTILE);
  const { text } = await page("/messages/1");
  expect(text).not.toContain("<script>");
  expect(text).toContain(`<a href="https://example.test/pay/abc?x=1&amp;y=" rel="noreferrer">`);
  expect(text).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`);
  const { response } = await page("/messages/1/html");
  expect(response.headers.get("content-security-policy")).toMatch(/^sandbox (?!.*allow-scripts).*default-src 'none'/);
});

test("programs read the mails as JSON, and attachments as files that no browser opens", async () => {
  await send("An invoice");
  const messages = JSON.parse((await page("/api/messages")).text);
  expect(messages).toMatchObject([
    { subject: "An invoice", to: ["client@example.test", "bookkeeper@example.test"], attachments: [{ size: 10 }] },
  ]);
  const { text, response } = await page("/messages/1/attachments/0");
  expect(text).toBe("not really");
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect((await page("/messages/2")).response.status).toBe(404);
});

test("the box is cleared from its own page and from nobody else's", async () => {
  await send("An invoice");
  const foreign = await page("/clear", { method: "POST", headers: { origin: "https://evil.test" } });
  expect(foreign.response.status).toBe(403);
  expect((await page("/")).text).toContain("An invoice");
  await page("/clear", { method: "POST", headers: { origin: sink.pageUrl } });
  expect((await page("/")).text).toContain("No mail yet");
});

test("only the last 500 mails are kept", () => {
  const mailbox = new Mailbox();
  for (let count = 1; count <= 502; count += 1) mailbox.add({ subject: `mail ${count}`, attachments: [] } as never, []);
  expect(mailbox.all()).toHaveLength(500);
  expect(mailbox.all().at(-1)?.subject).toBe("mail 3");
});
