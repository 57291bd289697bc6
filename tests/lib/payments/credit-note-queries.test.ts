import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { type ClientId, type CreditNoteId, type InvoiceId, newId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { splitNote, startingAmounts } from "@/lib/payments/credit-note";
import {
  creditNoteFilters,
  creditNoteSorts,
  getCreditable,
  getCreditNote,
  listCreditNotes,
  listCreditNotesOf,
} from "@/lib/payments/credit-note-queries";
import { deleteCreditNote, draftCreditNote } from "@/lib/payments/draft-credit-note";
import { postCreditNote } from "@/lib/payments/post-credit-note";
import { voidCreditNote } from "@/lib/payments/void-credit-note";
import { dollars, issued, line, newClient, newProject, pay, percent } from "../../deeds";
import { today, type World, world } from "../../world";

let w: World;
let desk: Desk;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  desk = w.a.manager;
  clientId = await newClient(desk, "Granite Bay Homes");
});

const taxed = (projectId: Awaited<ReturnType<typeof newProject>> | null = null) =>
  issued(desk, clientId, { projectId, taxPercent: percent("8"), lines: [line("100", { isTaxable: true })] });
const note = async (invoiceId: InvoiceId, subtotal: string, isPosted = true): Promise<CreditNoteId> => {
  const input = { invoiceId, notedOn: today, subtotal: dollars(subtotal), tax: null, reason: "Not as ordered" };
  const { creditNoteId } = await desk.work((work) => draftCreditNote(work, input));
  if (isPosted) await desk.work((work) => postCreditNote(work, { creditNoteId, revision: 0 }));
  return creditNoteId;
};
const list = (of: Desk, params: Record<string, string> = {}) =>
  listCreditNotes(
    of.scope(),
    listRequest(params, { sorts: creditNoteSorts, defaultSort: "-noted", filters: creditNoteFilters }),
  );

test("of a paid invoice all that is credited became credit, and the page says so to the cent", async () => {
  const invoiceId = await taxed();
  await pay(desk, invoiceId, "108");
  const { went, postedByName, note: kept } = await getCreditNote(desk.scope(), await note(invoiceId, "100"));
  expect([kept.status, kept.totalCents]).toEqual(["posted", 10_800]);
  expect(went.onInvoice).toEqual([]);
  expect(went.asCredit.map((row) => row.amountCents)).toEqual([10_800]);
  expect(postedByName).toBe(desk.seat.member.name);
  const { left, openCents } = await getCreditable(desk.scope(), invoiceId);
  expect([left.subtotalCents, left.taxCents, openCents]).toEqual([0, 0, 0]);
});

test("a void shows both what was put there and what was taken back, and all can be credited again", async () => {
  const invoiceId = await taxed();
  const creditNoteId = await note(invoiceId, "50");
  const voided = { creditNoteId, voidedOn: today, reason: "Agreed otherwise" };
  await desk.work((work) => voidCreditNote(work, voided));
  const { went } = await getCreditNote(desk.scope(), creditNoteId);
  expect(went.onInvoice.map((row) => row.amountCents)).toEqual([5_400, -5_400]);
  const { left, openCents } = await getCreditable(desk.scope(), invoiceId);
  expect([left.subtotalCents, left.taxCents, openCents]).toEqual([10_000, 800, 10_800]);
});

test("a credit note is found by number, invoice, client, amount and status, and the invoice lists its own", async () => {
  const invoiceId = await taxed();
  const posted = await note(invoiceId, "12.50");
  const draft = await note(invoiceId, "25", false);
  const { note: kept, invoice } = await getCreditNote(desk.scope(), posted);
  const ids = async (params: Record<string, string>) => (await list(desk, params)).rows.map(({ id }) => id);
  expect(await ids({ q: kept.number ?? "" })).toEqual([posted]);
  expect((await ids({ q: invoice.number ?? "" })).sort()).toEqual([posted, draft].sort());
  expect(await ids({ q: "13.50" })).toEqual([posted]);
  expect(await ids({ status: "draft" })).toEqual([draft]);
  expect(await ids({ client: newId("client") })).toEqual([]);
  expect(await ids({ q: "granite", from: "2026-11-19" })).toEqual([]);
  expect((await listCreditNotesOf(desk.scope(), invoiceId)).map(({ id }) => id)).toEqual([draft, posted]);
  await desk.work((work) => deleteCreditNote(work, { creditNoteId: draft, revision: 0 }));
});

test("the other company finds none of it: not in its list, not by its id, not of the invoice", async () => {
  const invoiceId = await taxed();
  const creditNoteId = await note(invoiceId, "10");
  const theirs = w.b.manager;
  expect(await list(theirs)).toMatchObject({ rows: [], total: 0 });
  expect(await listCreditNotesOf(theirs.scope(), invoiceId)).toEqual([]);
  await expect(getCreditNote(theirs.scope(), creditNoteId)).rejects.toMatchObject({ code: "not_found" });
  await expect(getCreditable(theirs.scope(), invoiceId)).rejects.toMatchObject({ code: "not_found" });
});

test("staff see on an invoice's timeline what is theirs, and nothing of payments, credit or credit notes", async () => {
  const projectId = await newProject(desk, clientId, { memberIds: [w.a.staff.seat.member.id] });
  const invoiceId = await taxed(projectId);
  await pay(desk, invoiceId, "8");
  await note(invoiceId, "100");
  const typesFor = async (of: Desk) => (await listTimeline(of.scope(), { invoiceId })).map(({ type }) => type);
  expect(await typesFor(desk)).toEqual([
    "credit_note.posted",
    "credit_note.drafted",
    "payment.recorded",
    "invoice.issued",
    "invoice.drafted",
  ]);
  expect(await typesFor(w.a.staff)).toEqual(["invoice.issued", "invoice.drafted"]);
});

test("a new credit note starts with what is open, split as the rest is, and with all that is left where nothing is", () => {
  const parts = { subtotalCents: cents(10_000), taxCents: cents(800) };
  const left = { ...parts, totalCents: cents(10_800) };
  expect(startingAmounts(left, cents(10_800))).toEqual(parts);
  expect(startingAmounts(left, cents(0))).toEqual(parts);
  expect(startingAmounts(left, cents(5_401))).toEqual({ subtotalCents: 5_000, taxCents: 401 });
  const partly = { ...left, totalCents: cents(5_400) };
  expect(startingAmounts(partly, cents(0))).toEqual({ subtotalCents: 5_000, taxCents: 400 });
  expect(splitNote(10_800, 6_000)).toEqual({ onInvoiceCents: 6_000, creditCents: 4_800 });
});
