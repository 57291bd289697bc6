import { beforeAll, describe, expect, test } from "vitest";
import { diagnoseInvoice } from "@/lib/reconciliation/invoice-diagnosis";
import { type World, world } from "../../world";
import { bookkeeping } from "../reports/bookkeeping";
import { committed } from "./plant";

describe("why an invoice stands where it does", () => {
  let w: World;
  const diagnose = (id: Parameters<typeof diagnoseInvoice>[1]) => diagnoseInvoice(w.a.owner.scope(), id);

  beforeAll(async () => {
    w = await world();
  });

  test("each step of the books has its step in the documents, and both end at the same balance", async () => {
    const books = bookkeeping(w.a);
    const invoice = await books.invoice(await books.client("Alder"), "2026-10-01", 100_000, { tax: "5" });
    await books.pay(invoice, "2026-10-10", 40_000);
    const bounced = await books.pay(invoice, "2026-10-12", 70_000);
    await books.voidPayment(bounced, "2026-10-15");
    const { booked, said, bookedCents, saidCents, differenceCents, disagreements } = await diagnose(invoice);
    expect(booked.map((step) => [step.entryOn, step.sourceType, step.amountCents, step.balanceCents])).toEqual([
      ["2026-10-01", "invoice", 105_000, 105_000],
      ["2026-10-10", "payment", -40_000, 65_000],
      ["2026-10-12", "payment", -65_000, 0],
      ["2026-10-15", "payment_void", 65_000, 65_000],
    ]);
    expect(said.map((step) => [step.what, step.amountCents, step.balanceCents])).toEqual([
      ["issued", 105_000, 105_000],
      ["applied", -40_000, 65_000],
      ["applied", -65_000, 0],
      ["taken_back", 65_000, 65_000],
    ]);
    expect([bookedCents, saidCents, differenceCents, disagreements]).toEqual([65_000, 65_000, 0, []]);
  });

  test("of one day the steps stand as they were made: issued, paid, taken back, voided", async () => {
    const books = bookkeeping(w.a);
    const day = "2026-10-20";
    const invoice = await books.invoice(await books.client("Elm"), day, 10_000);
    const first = await books.pay(invoice, day, 4_000);
    await books.voidPayment(first, day);
    await books.voidPayment(await books.pay(invoice, day, 10_000), day);
    await books.voidInvoice(invoice, day);
    const { booked, said } = await diagnose(invoice);
    expect(said.map((step) => [step.what, step.balanceCents])).toEqual([
      ["issued", 10_000],
      ["applied", 6_000],
      ["taken_back", 10_000],
      ["applied", 0],
      ["taken_back", 10_000],
      ["voided", 0],
    ]);
    expect(said.map((step) => step.balanceCents)).toEqual(booked.map((step) => step.balanceCents));
  });

  test("a void invoice ends at nothing, a draft has no steps, a stranger's is not found", async () => {
    const books = bookkeeping(w.a);
    const client = await books.client("Birch");
    const voided = await books.invoice(client, "2026-10-01", 500);
    await books.voidInvoice(voided, "2026-10-02");
    expect(await diagnose(voided)).toMatchObject({ bookedCents: 0, saidCents: 0, disagreements: [] });
    expect(await diagnose(await books.draft(client, "2026-10-03"))).toMatchObject({ booked: [], said: [] });
    const foreign = await bookkeeping(w.b).invoice(await bookkeeping(w.b).client("Cedar"), "2026-10-01", 500);
    await expect(diagnose(foreign)).rejects.toThrow("does not exist");
  });

  test("it says by how much the two differ, and at which document", async () => {
    const books = bookkeeping(w.a);
    const invoice = await books.invoice(await books.client("Dogwood"), "2026-10-01", 10_000);
    const payment = await books.pay(invoice, "2026-10-05", 4_000);
    await committed((client) =>
      client.query("update allocations set amount_cents = 3000 where payment_id = $1", [payment]),
    );
    const found = await diagnose(invoice);
    expect(found.differenceCents).toBe(-1_000);
    expect(found.disagreements).toEqual([
      expect.objectContaining({ documentId: payment, saidCents: -3_000, bookedCents: -4_000 }),
    ]);
  });
});
