import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { formatCents } from "@/lib/kernel/decimal-text";
import type { InvoiceId, PaymentId } from "@/lib/kernel/ids";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { trialBalance } from "@/lib/reports/trial-balance";
import {
  approved,
  billed,
  bookByHand,
  dollars,
  issue,
  issued,
  line,
  newClient,
  newProject,
  pay,
  percent,
  pieces,
  takeBackInvoice,
  takeBackPayment,
} from "../deeds";
import { brokenInvariants } from "../evidence";
import { type Firm, today, world } from "../world";
import { playBills, playExpenses } from "./events-expenses";
import { playSettlements } from "./events-payments";
import { playPeriods } from "./events-periods";
import { playRecurring } from "./events-recurring";
import { playTime } from "./events-time";
import { type Event, type Section, scribe } from "./scribe";

/**
 * Every business event with what it posts, as an accountant reads it. The page is kept beside this test: a change of a
 * posting is a change of that page, to be reviewed there. `UPDATE_GOLDEN=1 npx vitest run tests/books` writes it anew.
 */
const page = fileURLToPath(new URL("postings.md", import.meta.url));

/** What the other rooms post, each in a file of its own beside this one: `events-<room>.ts`. */
const rooms: ((firm: Firm, event: Event) => Promise<void>)[] = [
  playSettlements,
  playTime,
  playRecurring,
  playExpenses,
  playBills,
  playPeriods,
];

async function playInvoices(firm: Firm, event: Event) {
  const { manager } = firm;
  const client = await newClient(manager, "Acme Construction");
  const taxed = { lines: [line("33.33", { quantity: pieces("3"), isTaxable: true })], taxPercent: percent("6.25") };
  const invoice: InvoiceId = await event(
    "Invoice issued, with sales tax",
    "3 × $33.33, taxable at 6.25 %. The client owes the total; the firm earned the subtotal and holds the tax for the state.",
    () => issued(manager, client, { ...taxed, issuedOn: plainDate("2026-11-02") }),
  );
  const plain = await event("Invoice issued, without tax", "A line of nothing is not written.", () =>
    issued(manager, client, { lines: [line("250.00")], issuedOn: plainDate("2026-11-03") }),
  );
  const tenth = { ppm: percent("10"), cents: dollars("0") };
  await event(
    "Invoice issued, with discounts",
    "10 % off the first line of $99.99, then $20.00 off the whole, spread to the cent; tax on what is left of the taxable line. Revenue is what was charged.",
    () =>
      issued(manager, client, {
        lines: [line("33.33", { quantity: pieces("3"), isTaxable: true, discount: tenth }), line("50.00")],
        discount: { ppm: percent("0"), cents: dollars("20") },
        taxPercent: percent("6.25"),
        issuedOn: plainDate("2026-11-03"),
      }),
  );
  const project = await newProject(manager, client, { name: "Bridge", hourlyRateCents: dollars("90") });
  const time = await approved(firm, project, 20);
  await event(
    "Invoice from time issued",
    "20 minutes at $90.00 an hour. Drafting posts nothing; issuing does.",
    async () => {
      await issue(manager, await billed(manager, client, [time]));
    },
  );
  return { invoice, plain };
}

async function playPayments({ manager }: Firm, event: Event, invoice: InvoiceId) {
  const on = (day: string) => ({ receivedOn: plainDate(day) });
  await event("Payment received, a part", "The invoice owes that much less.", () =>
    pay(manager, invoice, "40.00", on("2026-11-05")),
  );
  const rest = await event("Payment received, exactly the rest", "The invoice is paid.", () =>
    pay(manager, invoice, "66.24", on("2026-11-06")),
  );
  await event(
    "Payment voided",
    "It bounced. The mirror of its entry, on the day of the void; the invoice owes again.",
    () => takeBackPayment(manager, rest, plainDate("2026-11-09")),
  );
  const over: PaymentId = await event(
    "Payment received, more than is open",
    "What is open goes to the invoice; the excess is owed to the client as credit.",
    () => pay(manager, invoice, "100.00", { ...on("2026-11-10"), acceptExcess: true }),
  );
  await event("Payment of too much voided", "The credit from its excess is taken back with it.", () =>
    takeBackPayment(manager, over, plainDate("2026-11-11")),
  );
}

async function playByHand({ owner }: Firm, event: Event) {
  await event("Entry by hand", "The owner put money in.", () =>
    bookByHand(owner, "1000", "3000", "500.00", plainDate("2026-11-12")),
  );
  const entry = await event("Entry by hand", "Fuel, paid in cash.", () =>
    bookByHand(owner, "6000", "1000", "12.34", plainDate("2026-11-13")),
  );
  await event("Entry reversed", "Its mirror; the first entry stays as it was.", () =>
    owner.work((work) =>
      reverseEntry(work, { entryId: entry, entryOn: plainDate("2026-11-16"), memo: "Booked twice" }),
    ),
  );
}

function rendered(sections: Section[], balances: string[]): string {
  const table = (head: string, rows: string[]) => [head, ...rows].join("\n");
  const lines = "| Entry | Date | Memo | Account | Debit | Credit |\n| ---: | --- | --- | --- | ---: | ---: |";
  const parts = sections.map(({ title, why, rows }, i) => `## ${i + 1}. ${title}\n\n${why}\n\n${table(lines, rows)}`);
  const foot = table("| Account | Debit | Credit |\n| --- | ---: | ---: |", balances);
  const intro =
    "# What each business event posts\n\nOne firm from its first day, event by event, on its default chart of accounts. Written and held by `tests/books/postings.test.ts`.";
  return `${[intro, ...parts, `## Trial balance at the end\n\n${foot}`].join("\n\n")}\n`;
}

test("every business event posts what the page of postings says, and the page balances", async () => {
  const { a, b } = await world();
  const sections: Section[] = [];
  const event = scribe(a.owner, sections);
  const { invoice, plain } = await playInvoices(a, event);
  await playPayments(a, event, invoice);
  await event("Invoice voided", "Its number stays. The mirror of its entry, on the day of the void.", () =>
    takeBackInvoice(a.manager, plain, plainDate("2026-11-17")),
  );
  await playByHand(a, event);
  for (const play of rooms) await play(a, event);

  const { lines, debitCents, creditCents } = await trialBalance(a.owner.scope(), { asOf: today });
  expect(debitCents).toBe(creditCents);
  const side = (cents: number) => (cents === 0 ? "" : formatCents(cents));
  const balances = lines.map(
    ({ code, name, ...one }) => `| ${code} ${name} | ${side(one.debitCents)} | ${side(one.creditCents)} |`,
  );
  balances.push(`| | ${formatCents(debitCents)} | ${formatCents(creditCents)} |`);
  expect(await brokenInvariants(a.owner)).toEqual([]);
  expect((await trialBalance(b.owner.scope(), { asOf: today })).debitCents).toBe(0);

  const now = rendered(sections, balances);
  if (process.env.UPDATE_GOLDEN) writeFileSync(page, now);
  expect(now).toBe(readFileSync(page, "utf8"));
});
