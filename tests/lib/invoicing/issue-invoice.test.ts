import { beforeAll, describe, expect, test } from "vitest";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { as, sql } from "../../db/roles";
import {
  approved,
  billed,
  draft,
  invoiceOf,
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
} from "../../deeds";
import { booked, brokenInvariants, counts, outcomes, refusalOf, statusOf } from "../../evidence";
import { today, type World, world } from "../../world";

let w: World;
let clientId: ClientId;
let theirDraft: InvoiceId;

beforeAll(async () => {
  // fifty at once shall meet in the database, not wait for one another at the pool
  process.env.DATABASE_POOL_SIZE = "50";
  w = await world();
  clientId = await newClient(w.a.manager);
  theirDraft = await draft(w.b.manager, await newClient(w.b.manager));
});

const numbersOf = (world_: World["a"]) =>
  as("app", world_.manager.seat.company.id, (run) =>
    run<{ number: string; sequence: string }>(
      "select number, sequence from invoices where number is not null order by sequence",
    ),
  );

describe("issuing", () => {
  test("50 drafts at once gives the numbers 1 to 50 without a gap or a twin, and the journal says the same", async () => {
    const drafts: InvoiceId[] = [];
    for (let n = 1; n <= 50; n++) drafts.push(await draft(w.a.manager, clientId, { lines: [line(`${n}.00`)] }));
    const said = await outcomes(drafts.map((id) => issue(w.a.manager, id)));
    expect(said).toEqual(Array(50).fill("done"));
    const numbers = await numbersOf(w.a);
    expect(numbers.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, i) => `INV-${String(i + 1).padStart(5, "0")}`),
    );
    const [journal] = await as("app", w.a.manager.seat.company.id, (run) =>
      run(`select count(*)::int as entries, count(distinct number)::int as numbers, max(number)::int - min(number)::int + 1 as span,
        sum(total_cents)::int as debits from journal_entries where source_type = 'invoice'`),
    );
    expect(journal).toEqual({ entries: 50, numbers: 50, span: 50, debits: 127_500 });
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("a refusal among them leaves no gap: what follows takes the next number", async () => {
    const before = (await numbersOf(w.a)).length;
    const empty = await draft(w.a.manager, clientId, { lines: [] });
    const drafts = [await draft(w.a.manager, clientId), empty, await draft(w.a.manager, clientId)];
    const said = await Promise.all(drafts.map((id) => refusalOf(issue(w.a.manager, id))));
    expect(said).toEqual(["done", "invoice_no_lines", "done"]);
    expect((await numbersOf(w.a)).map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: before + 2 }, (_, i) => i + 1),
    );
  });

  test("one draft sixteen times at once makes one invoice, one number, one entry and one fact", async () => {
    const id = await draft(w.a.manager, clientId);
    const before = await counts(w.a.manager);
    const said = await outcomes(Array.from({ length: 16 }, () => issue(w.a.manager, id)));
    expect(said).toEqual(["done", ...Array(15).fill("invoice_not_draft")]);
    const after = await counts(w.a.manager);
    expect(after["next invoice"]).toBe((before["next invoice"] ?? 0) + 1);
    expect(after.journal_entries).toBe((before.journal_entries ?? 0) + 1);
    expect(after.events).toBe((before.events ?? 0) + 1);
  });

  test("books the total to the receivable, the subtotal to revenue and the tax to the state, on its own day", async () => {
    const lines = [line("33.33", { quantity: pieces("3"), isTaxable: true })];
    const id = await issued(w.a.manager, clientId, {
      lines,
      taxPercent: percent("6.25"),
      issuedOn: plainDate("2026-11-02"),
    });
    expect(await booked(w.a.manager, "invoice", id)).toEqual([
      { code: "1100", amount: 10_624 },
      { code: "4000", amount: -9_999 },
      { code: "2100", amount: -625 },
    ]);
    const [entry] = await as("app", w.a.manager.seat.company.id, (run) =>
      run(sql`select entry_on::text as day from journal_entries where source_id = ${id}`),
    );
    expect(entry).toEqual({ day: "2026-11-02" });
    expect(await statusOf(w.a.manager, id)).toMatchObject({ status: "issued", balanceCents: 10_624, revision: 1 });
  });

  test("at 0 % writes no line for a tax of nothing", async () => {
    const id = await issued(w.a.manager, clientId, { lines: [line("100", { isTaxable: true })] });
    expect(await booked(w.a.manager, "invoice", id)).toEqual([
      { code: "1100", amount: 10_000 },
      { code: "4000", amount: -10_000 },
    ]);
  });

  test("of a day to come, without lines, of $0.00, from an older form, or of the other company is refused and leaves nothing", async () => {
    const empty = await draft(w.a.manager, clientId, { lines: [] });
    const free = await draft(w.a.manager, clientId, { lines: [line("0")] });
    const saved = await draft(w.a.manager, clientId);
    await w.a.manager.work((work) => updateInvoice(work, { ...invoiceOf(clientId), invoiceId: saved, revision: 0 }));
    const ahead = await draft(w.a.manager, clientId, { issuedOn: addDays(today, 1), dueOn: addDays(today, 31) });
    const before = await counts(w.a.manager);
    expect(await refusalOf(issue(w.a.manager, ahead))).toBe("invoice_ahead");
    expect(await refusalOf(issue(w.a.manager, empty))).toBe("invoice_no_lines");
    expect(await refusalOf(issue(w.a.manager, free))).toBe("invoice_zero");
    expect(await refusalOf(issue(w.a.manager, saved, 0))).toBe("stale");
    expect(await refusalOf(issue(w.a.manager, theirDraft))).toBe("not_found");
    expect(await counts(w.a.manager)).toEqual(before);
    expect(await statusOf(w.b.manager, theirDraft)).toMatchObject({ status: "draft", number: null });
  });
});

describe("voiding", () => {
  test("keeps the number, mirrors the entry on its own day, and owes nothing any more", async () => {
    const id = await issued(w.a.manager, clientId, { lines: [line("50")], issuedOn: plainDate("2026-11-03") });
    const { number } = await statusOf(w.a.manager, id);
    await takeBackInvoice(w.a.manager, id);
    expect(await statusOf(w.a.manager, id)).toMatchObject({
      status: "void",
      standing: "void",
      balanceCents: 0,
      number,
    });
    expect(await booked(w.a.manager, "invoice_void", id)).toEqual([
      { code: "1100", amount: -5_000 },
      { code: "4000", amount: 5_000 },
    ]);
    expect(await booked(w.a.manager, "invoice", id)).toHaveLength(2);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("while payments stand on it is refused, and says how much; once they are void it is not", async () => {
    const id = await issued(w.a.manager, clientId);
    const payment = await pay(w.a.manager, id, "40");
    await expect(takeBackInvoice(w.a.manager, id)).rejects.toMatchObject({
      code: "invoice_has_payments",
      message: expect.stringContaining("$40.00"),
    });
    await takeBackPayment(w.a.manager, payment);
    expect(await refusalOf(takeBackInvoice(w.a.manager, id))).toBe("done");
  });

  test("sets its time free to be billed again, and only once", async () => {
    const time = await approved(w.a, await newProject(w.a.manager, clientId), 60);
    const id = await billed(w.a.manager, clientId, [time]);
    await issue(w.a.manager, id);
    expect(await refusalOf(billed(w.a.manager, clientId, [time]))).toBe("time_not_approved");
    await takeBackInvoice(w.a.manager, id);
    const again = await billed(w.a.manager, clientId, [time]);
    await issue(w.a.manager, again);
    expect(await refusalOf(billed(w.a.manager, clientId, [time]))).toBe("time_not_approved");
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("a draft, twice, sixteen times at once, before its day, or the other company's: refused but for one", async () => {
    const isDraft = await draft(w.a.manager, clientId);
    expect(await refusalOf(takeBackInvoice(w.a.manager, isDraft))).toBe("invoice_not_issued");
    const id = await issued(w.a.manager, clientId);
    expect(await refusalOf(takeBackInvoice(w.a.manager, id, plainDate("2026-11-17")))).toBe("void_before");
    const said = await outcomes(Array.from({ length: 16 }, () => takeBackInvoice(w.a.manager, id)));
    expect(said).toEqual(["done", ...Array(15).fill("invoice_not_issued")]);
    expect(await refusalOf(takeBackInvoice(w.a.manager, theirDraft))).toBe("not_found");
  });

  test("and paying at one instant: one of the two happens, and the books say which", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await issued(w.a.manager, clientId);
      const said = await Promise.all([
        refusalOf(takeBackInvoice(w.a.manager, id)),
        refusalOf(pay(w.a.manager, id, "100")),
      ]);
      expect(said.filter((one) => one === "done")).toHaveLength(1);
      const { standing } = await statusOf(w.a.manager, id);
      expect(standing).toBe(said[0] === "done" ? "void" : "paid");
    }
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });
});

test("after the issue nothing of it changes, by any command", async () => {
  const id = await issued(w.a.manager, clientId);
  const change = { ...invoiceOf(clientId), invoiceId: id, revision: 1 };
  expect(await refusalOf(w.a.manager.work((work) => updateInvoice(work, change)))).toBe("invoice_not_draft");
  expect(await refusalOf(issue(w.a.manager, id, 1))).toBe("invoice_not_draft");
  await w.a.manager.work((work) => voidInvoice(work, { invoiceId: id, voidedOn: today, reason: "x" }));
  expect(await refusalOf(w.a.manager.work((work) => updateInvoice(work, { ...change, revision: 2 })))).toBe(
    "invoice_not_draft",
  );
  expect(await refusalOf(issue(w.a.manager, id, 2))).toBe("invoice_not_draft");
});

test("all of this was never noticed by the other company", async () => {
  expect(await numbersOf(w.b)).toEqual([]);
  expect(await brokenInvariants(w.b.manager)).toEqual([]);
  await issue(w.b.manager, theirDraft);
  expect((await numbersOf(w.b)).map(({ number }) => number)).toEqual(["INV-00001"]);
});
