import { expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { type PlainDate, plainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { deleteTimeEntry } from "@/lib/time/delete-time-entry";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { bookByHand, draft, invoiceOf, issue, newMonth, pay, takeBackInvoice, takeBackPayment, worked } from "../deeds";
import { refusalOf } from "../evidence";
import { reverseBy } from "../lib/ledger/books";
import { closing, opening, reopening, takingBack } from "../lib/ledger/turns";
import {
  adjust,
  apply,
  deposit,
  giveUp,
  note,
  payOut,
  postNote,
  refund,
  takeBackNote,
  undo,
} from "../settlement-deeds";
import { type Firm, world } from "../world";
import { type Books, october, october2026 } from "./october";
import { as, lasting, sql } from "./roles";

const yearEnd = plainDate("2025-12-31");

/** The same through the commands: a row each, tried in its order in books of its own for each state. */
const deeds: [verb: string, deed: (firm: Firm, books: Books, clientId: ClientId) => Promise<unknown>][] = [
  ["draft an invoice", ({ manager }, _, client) => draft(manager, client, { issuedOn: october })],
  ["edit a draft", ({ manager }, { edited }, client) => edit(manager, edited, client, october)],
  ["move a draft in", ({ manager }, { novemberDraft }, client) => edit(manager, novemberDraft, client, october)],
  ["issue an invoice", ({ manager }, { octoberDraft }) => issue(manager, octoberDraft)],
  ["delete a draft", ({ manager }, { deleted }) => remove(manager, deleted)],
  ["record a payment", ({ manager }, { paidInvoice }) => pay(manager, paidInvoice, "10", { receivedOn: october })],
  ["grant credit", ({ manager }, _, client) => adjust(manager, client, "grant", "2", october)],
  ["apply credit", ({ manager }, { settledInvoice }) => apply(manager, settledInvoice, "1", october)],
  ["pay out credit", ({ manager }, _, client) => payOut(manager, client, "1", october)],
  ["undo a settlement", ({ manager }, { octoberGrant }) => undo(manager, octoberGrant, october)],
  ["refund a payment", ({ manager }, { settledPayment }) => refund(manager, settledPayment, "1", october)],
  ["write off", ({ manager }, { settledInvoice }) => giveUp(manager, settledInvoice, "1", october)],
  ["issue and use a deposit", ({ manager }, _, client) => deposit(manager, client, "10", october)],
  ["draft a credit note", ({ manager }, { settledInvoice }) => note(manager, settledInvoice, "1", null, october)],
  ["post a credit note", ({ manager }, { draftNote }) => postNote(manager, draftNote)],
  ["void a credit note", ({ manager }, { postedNote }) => takeBackNote(manager, postedNote, october)],
  ["void a payment", ({ manager }, { octoberPayment }) => takeBackPayment(manager, octoberPayment, october)],
  ["void an invoice", ({ manager }, { octoberInvoice }) => takeBackInvoice(manager, octoberInvoice, october)],
  ["post an entry", ({ owner }) => bookByHand(owner, "1000", "3000", "5", october)],
  ["reverse an entry", ({ owner }, { octoberEntry }) => reverseBy(owner, octoberEntry, october)],
  ["enter time", ({ manager }, { projectId }) => worked(manager, projectId, 5, { workedOn: october })],
  ["move time in", ({ manager }, books) => editTime(manager, books, "novemberTime", october)],
  ["edit time", ({ manager }, books) => editTime(manager, books, "octoberTime", october)],
  [
    "delete time",
    ({ manager }, { octoberTime }) => manager.work((work) => deleteTimeEntry(work, { timeEntryId: octoberTime })),
  ],
  ["enter opening balances", ({ admin }) => opening(admin, { "3000": "-5", "1000": "5" }, plainDate("2025-12-30"))],
  ["take opening balances back", ({ admin }) => takingBack(admin)],
  ["close a year", ({ admin }) => closing(admin, yearEnd)],
  ["reopen a year", ({ owner }) => reopening(owner, yearEnd)],
  ["make a period before it", ({ owner }) => newMonth(owner, "2026-08")],
];

/** What a closed October answers where it is not `period_closed`. */
const answers: Record<string, string> = {
  "close a year": "year_in_closed_period",
  "reopen a year": "year_not_closed",
  "take opening balances back": "opening_none",
  "make a period before it": "period_before_closed",
};

const states: [state: string, isOpen: boolean][] = [
  ["open", true],
  ["closed", false],
  ["reopened", true],
];

test.each(states)("October is %s: every command says so", async (state, isOpen) => {
  const { a } = await world();
  await bookByHand(a.owner, "1000", "4000", "1", plainDate("2025-03-01"));
  const own = await october2026(a);
  const at = a.owner.seat.company.id;
  const who = a.owner.seat.member.id;
  const turn = (status: "open" | "closed") => sql`update accounting_periods set status = ${status}, reopened_at = now(),
    reopened_by = ${who}, reopen_reason = 'Planted' where id = ${own.period}`;
  for (const status of { open: [], closed: ["closed"], reopened: ["closed", "open"] }[state] ?? [])
    await lasting("app", at, (run) => run(turn(status as "open" | "closed")));
  const said: Record<string, string> = {};
  for (const [verb, deed] of deeds) said[verb] = await refusalOf(deed(a, own, own.clientId));
  const wanted = deeds.map(([verb]) => [verb, isOpen ? "done" : (answers[verb] ?? "period_closed")]);
  expect(said).toEqual(Object.fromEntries(wanted));
});

function edit(desk: Desk, invoiceId: InvoiceId, clientId: ClientId, issuedOn: PlainDate) {
  const input = { ...invoiceOf(clientId, { issuedOn }), invoiceId, revision: 0 };
  return desk.work((work) => updateInvoice(work, input));
}

function remove(desk: Desk, invoiceId: InvoiceId) {
  return desk.work((work) => deleteInvoice(work, { invoiceId, revision: 0 }));
}

function editTime(desk: Desk, books: Books, which: "octoberTime" | "novemberTime", workedOn: PlainDate) {
  const input = {
    ...{ timeEntryId: books[which], revision: 0, projectId: books.projectId, itemId: null, note: "x" },
    ...{ workedOn, durationMinutes: 31, isBillable: true },
  };
  return desk.work((work) => updateTimeEntry(work, input));
}

test("200 times closed and posted into at one instant: nothing dated inside comes after the close", async () => {
  const { a } = await world();
  const at = a.owner.seat.company.id;
  const period = await newMonth(a.owner, "2026-10");
  const turn = (status: "open" | "closed") =>
    lasting("app", at, (run) =>
      run(sql`update accounting_periods set status = ${status}, closed_at = now(), reopened_at = now(),
        reopened_by = ${a.owner.seat.member.id}, reopen_reason = 'x' where id = ${period}`),
    );
  const countedAt = "select count(*) as n from journal_entries where entry_on between '2026-10-01' and '2026-10-31'";
  const sealed = `select (select entry_count from period_seals order by number desc limit 1) as sealed, (${countedAt}) as n`;
  const tally = { done: 0, period_closed: 0 };
  for (let n = 0; n < 200; n++) {
    const posting = refusalOf(bookByHand(a.owner, "1000", "3000", "1", october));
    const [said] = await Promise.all([posting, turn("closed")]);
    tally[said as keyof typeof tally] += 1;
    const [row] = await as("app", at, (run) => run<{ sealed: string; n: string }>(sealed));
    expect(row?.n).toBe(row?.sealed);
    await turn("open");
  }
  expect(tally.done + tally.period_closed).toBe(200);
}, 60_000);
