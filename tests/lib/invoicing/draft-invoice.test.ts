import { beforeAll, describe, expect, test } from "vitest";
import { archiveClient } from "@/lib/clients/archive-client";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import type { EditInvoiceInput } from "@/lib/invoicing/inputs";
import { getInvoice } from "@/lib/invoicing/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { as, lasting, sql, verdict } from "../../db/roles";
import {
  approved,
  billed,
  draft,
  invoiceOf,
  issue,
  issued,
  line,
  newClient,
  newMonth,
  newProject,
  newService,
  percent,
  pieces,
} from "../../deeds";
import { brokenInvariants, counts, refusalOf, statusOf } from "../../evidence";
import { approvedExpense, chargedTo } from "../../expense-deeds";
import { type World, world } from "../../world";

let w: World;
let clientId: ClientId;
let theirs: { clientId: ClientId; invoiceId: InvoiceId; lineId: string };

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager);
  const theirClient = await newClient(w.b.manager);
  const invoiceId = await draft(w.b.manager, theirClient);
  const { lines } = await getInvoice(w.b.manager.scope(), invoiceId);
  theirs = { clientId: theirClient, invoiceId, lineId: lines[0]?.id ?? "" };
});

const edit = (invoiceId: InvoiceId, rest: Partial<EditInvoiceInput> = {}): EditInvoiceInput => ({
  ...invoiceOf(clientId),
  invoiceId,
  revision: 0,
  ...rest,
});
const save = (input: EditInvoiceInput) => w.a.manager.work((work) => updateInvoice(work, input));
const remove = (invoiceId: InvoiceId, revision = 0) =>
  w.a.manager.work((work) => deleteInvoice(work, { invoiceId, revision }));

describe("drafting", () => {
  test("keeps what was asked, sums it itself, takes no number and touches no book", async () => {
    const before = await counts(w.a.manager);
    const lines = [line("33.33", { quantity: pieces("3"), isTaxable: true }), line("10.00", { description: "Travel" })];
    const invoiceId = await draft(w.a.manager, clientId, { lines, taxPercent: percent("6.25"), reference: "PO 7" });
    const got = await getInvoice(w.a.manager.scope(), invoiceId);
    expect(got.invoice).toMatchObject({
      status: "draft",
      number: null,
      subtotalCents: 10_999,
      taxCents: 625,
      totalCents: 11_624,
    });
    expect(got.lines.map((one) => [one.description, one.subtotalCents, one.taxCents])).toEqual([
      ["Survey", 9_999, 625],
      ["Travel", 1_000, 0],
    ]);
    const after = await counts(w.a.manager);
    expect({ ...after, invoices: 0, invoice_lines: 0, events: 0, requests: 0 }).toEqual({
      ...before,
      invoices: 0,
      invoice_lines: 0,
      events: 0,
      requests: 0,
    });
  });

  test("with the other company's client, project or service is the refusal of something that is not there", async () => {
    const project = await newProject(w.b.manager, theirs.clientId);
    const item = await newService(w.b.manager);
    const before = await counts(w.a.manager);
    for (const rest of [
      { clientId: theirs.clientId },
      { projectId: project },
      { lines: [line("1", { itemId: item })] },
    ]) {
      const input = { ...invoiceOf(clientId), ...rest };
      expect(await refusalOf(w.a.manager.work((work) => draftInvoice(work, input)))).toBe("not_found");
    }
    expect(await counts(w.a.manager)).toEqual(before);
  });

  test("for an archived client, or with another client's project, is refused", async () => {
    const archived = await newClient(w.a.manager);
    await w.a.manager.work((work) => archiveClient(work, { clientId: archived }));
    expect(await refusalOf(draft(w.a.manager, archived))).toBe("client_inactive");
    const projectId = await newProject(w.a.manager, await newClient(w.a.manager));
    expect(await refusalOf(draft(w.a.manager, clientId, { projectId }))).toBe("project_other_client");
  });

  test("with amounts that no invoice can hold is refused with words", async () => {
    const lines = [line("9,999,999,999.99", { quantity: pieces("99,999,999.9999") })];
    expect(await refusalOf(draft(w.a.manager, clientId, { lines }))).toBe("amount_too_large");
  });
});

describe("saving a draft", () => {
  test("changes lines, keeps those that are named, and adds the rest", async () => {
    const invoiceId = await draft(w.a.manager, clientId, { lines: [line("1"), line("2"), line("3")] });
    const [first, , third] = (await getInvoice(w.a.manager.scope(), invoiceId)).lines;
    await save(
      edit(invoiceId, {
        lines: [line("30", { lineId: third?.id ?? null }), line("40"), line("10", { lineId: first?.id ?? null })],
      }),
    );
    const got = await getInvoice(w.a.manager.scope(), invoiceId);
    expect(got.lines.map((one) => one.unitPriceCents)).toEqual([3_000, 4_000, 1_000]);
    expect([got.lines[0]?.id, got.lines[2]?.id]).toEqual([third?.id, first?.id]);
    expect(got.invoice).toMatchObject({ totalCents: 8_000, revision: 1 });
  });

  test("from an older form is refused, and the words saved meanwhile stay", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    await save(edit(invoiceId, { notes: "first" }));
    expect(await refusalOf(save(edit(invoiceId, { notes: "second" })))).toBe("stale");
    expect((await getInvoice(w.a.manager.scope(), invoiceId)).invoice.notes).toBe("first");
  });

  test("by sixteen at once from the same form: one saves, the others are told", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    const deeds = Array.from({ length: 16 }, (_, n) => refusalOf(save(edit(invoiceId, { notes: `${n}` }))));
    const said = await Promise.all(deeds);
    expect(said.filter((one) => one === "done")).toHaveLength(1);
    expect(said.filter((one) => one === "stale")).toHaveLength(15);
    expect((await getInvoice(w.a.manager.scope(), invoiceId)).invoice).toMatchObject({
      revision: 1,
      notes: String(said.indexOf("done")),
    });
  });

  test("with any id of the other company is the refusal of something that is not there, and changes nothing there", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    const project = await newProject(w.b.manager, theirs.clientId);
    const item = await newService(w.b.manager);
    const attempts: Partial<EditInvoiceInput>[] = [
      { invoiceId: theirs.invoiceId },
      { clientId: theirs.clientId },
      { projectId: project },
      { lines: [line("1", { itemId: item })] },
      { lines: [line("1", { lineId: theirs.lineId as never })] },
    ];
    const before = await counts(w.b.manager);
    for (const rest of attempts) expect(await refusalOf(save(edit(invoiceId, rest)))).toBe("not_found");
    expect(await counts(w.b.manager)).toEqual(before);
    expect(await statusOf(w.b.manager, theirs.invoiceId)).toMatchObject({ status: "draft", revision: 0 });
    expect((await getInvoice(w.a.manager.scope(), invoiceId)).invoice.revision).toBe(0);
  });

  test("with a line of another invoice of the same company is refused too", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    const [other] = (await getInvoice(w.a.manager.scope(), await draft(w.a.manager, clientId))).lines;
    expect(await refusalOf(save(edit(invoiceId, { lines: [line("1", { lineId: other?.id ?? null })] })))).toBe(
      "not_found",
    );
  });

  test("can't give it to another client while its lines carry the old one's time; without them it can", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const time = await approved(w.a, projectId, 60);
    const invoiceId = await billed(w.a.manager, clientId, [time]);
    const [kept] = (await getInvoice(w.a.manager.scope(), invoiceId)).lines;
    const next = await newClient(w.a.manager);
    const withTime = edit(invoiceId, { clientId: next, lines: [line("90", { lineId: kept?.id ?? null })] });
    expect(await refusalOf(save(withTime))).toBe("time_other_client");
    await save(edit(invoiceId, { lines: [line("5")] }));
    await save(edit(invoiceId, { clientId: next, revision: 1, lines: [line("5")] }));
    expect((await getInvoice(w.a.manager.scope(), invoiceId)).invoice.clientId).toBe(next);
  });

  test("that bills time or expenses can't become a deposit: nothing would earn them; without those lines it can", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const spent = await approvedExpense(w.a, "45", { clientId, isBillable: true });
    const drafts = [
      await billed(w.a.manager, clientId, [await approved(w.a, projectId, 60)]),
      await chargedTo(w.a.manager, clientId, [spent]),
    ];
    for (const invoiceId of drafts) {
      const { invoice, lines } = await getInvoice(w.a.manager.scope(), invoiceId);
      const rest = { kind: "deposit" as const, revision: invoice.revision };
      const kept = lines.map(({ id }) => line("45", { lineId: id }));
      expect(await refusalOf(save(edit(invoiceId, { ...rest, lines: kept })))).toBe("deposit_bills_work");
      const { company } = w.a.owner.seat;
      const turned = sql`update invoices set kind = 'deposit' where id = ${invoiceId}`;
      expect(await verdict("app", company.id, [turned])).toBe("EZ002");
      await save(edit(invoiceId, { ...rest, lines: [line("5")] }));
    }
    expect(await brokenInvariants(w.a.owner)).toEqual([]);
  });

  test("or deleting one, that was issued or is not there, is refused", async () => {
    const invoiceId = await issued(w.a.manager, clientId);
    expect(await refusalOf(save(edit(invoiceId, { revision: 1 })))).toBe("invoice_not_draft");
    expect(await refusalOf(remove(invoiceId, 1))).toBe("invoice_not_draft");
    expect(await refusalOf(remove(theirs.invoiceId))).toBe("not_found");
  });
});

describe("deleting a draft", () => {
  test("gives its time back, leaves its facts, and takes no number with it", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const time = await approved(w.a, projectId, 60);
    const invoiceId = await billed(w.a.manager, clientId, [time]);
    const before = await counts(w.a.manager);
    await remove(invoiceId);
    expect(await refusalOf(getInvoice(w.a.manager.scope(), invoiceId))).toBe("not_found");
    const [row] = await as("app", w.a.manager.seat.company.id, (run) =>
      run(
        sql`select t.status, s.invoice_line_id from time_entries t join time_entry_services s on s.time_entry_id = t.id where t.id = ${time}`,
      ),
    );
    expect(row).toEqual({ status: "approved", invoice_line_id: null });
    const after = await counts(w.a.manager);
    expect(after["next invoice"]).toBe(before["next invoice"]);
    expect(after.events).toBe((before.events ?? 0) + 1);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });
});

describe("a draft that somebody saved since", () => {
  test("is not deleted by whoever saw it as it was", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    await save(edit(invoiceId, { lines: [line("7")] }));
    const before = await counts(w.a.manager);
    expect(await refusalOf(remove(invoiceId))).toBe("stale");
    expect(await counts(w.a.manager)).toEqual(before);
    expect(await refusalOf(remove(invoiceId, 1))).toBe("done");
  });
});

describe("in a closed month", () => {
  test("nothing is drafted, saved, moved in or out, deleted or issued; the refusal names it and leaves nothing", async () => {
    const desk = w.b.manager;
    const october = plainDate("2026-10-15");
    const inside = await draft(desk, theirs.clientId, { issuedOn: october });
    const outside = await draft(desk, theirs.clientId);
    const period = await newMonth(w.b.owner, "2026-10");
    await lasting("app", desk.seat.company.id, (run) =>
      run(sql`update accounting_periods set status = 'closed' where id = ${period}`),
    );

    const before = await counts(desk);
    const there = (rest: Partial<EditInvoiceInput>) => {
      const input = { ...invoiceOf(theirs.clientId), revision: 0, invoiceId: inside, ...rest };
      return desk.work((work) => updateInvoice(work, input));
    };
    const deeds = [
      () => draft(desk, theirs.clientId, { issuedOn: october }),
      () => there({ issuedOn: october }),
      () => there({}),
      () => there({ invoiceId: outside, issuedOn: october }),
      () => desk.work((work) => deleteInvoice(work, { invoiceId: inside, revision: 0 })),
      () => issue(desk, inside),
    ];
    for (const deed of deeds) {
      await expect(deed()).rejects.toMatchObject({
        code: "period_closed",
        message: expect.stringContaining("October 2026"),
      });
    }
    expect(await counts(desk)).toEqual(before);
    expect(await refusalOf(draft(w.a.manager, clientId, { issuedOn: october }))).toBe("done");
  });
});
