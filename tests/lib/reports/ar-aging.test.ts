import { beforeAll, describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { ageBuckets } from "@/lib/reports/age-buckets";
import { listAgedInvoices } from "@/lib/reports/aged-invoices";
import { arAging } from "@/lib/reports/ar-aging";
import { type World, world } from "../../world";
import { bookkeeping } from "./bookkeeping";

describe("aging of receivables", () => {
  let w: World;
  let alder: ClientId;
  const scope = () => w.a.owner.scope();
  const whole = { after: null, before: null, limit: 100 };

  beforeAll(async () => {
    w = await world();
    const books = bookkeeping(w.a);
    alder = await books.client("Alder");
    const birch = await books.client("birch");
    await bookkeeping(w.b).invoice(await bookkeeping(w.b).client("Alder"), "2026-06-01", 999_999);
    for (const [day, amount] of [
      ["2026-06-01", 10_000],
      ["2026-07-01", 20_000],
      ["2026-08-01", 40_000],
    ] as const)
      await books.invoice(alder, day, amount);
    const part = await books.invoice(birch, "2026-06-15", 50_000, { tax: "10" });
    await books.pay(part, "2026-07-20", 15_000);
    const bounced = await books.pay(part, "2026-08-05", 40_000);
    await books.voidPayment(bounced, "2026-09-10");
    const atOnce = await books.invoice(alder, "2026-09-15", 7_000, { due: 0 });
    await books.pay(atOnce, "2026-09-15", 7_000);
    const voided = await books.invoice(birch, "2026-07-05", 30_000);
    const taken = await books.pay(voided, "2026-07-10", 30_000);
    await books.voidPayment(taken, "2026-08-20");
    await books.voidInvoice(voided, "2026-08-25");
    await books.pay(await books.invoice(alder, "2026-08-15", 5_000), "2026-08-16", 9_000);
    await books.draft(alder, "2026-08-17");
  });

  test("it ties to the receivable account on any day of the past", async () => {
    for (let day = plainDate("2026-05-30"); day < "2026-12-15"; day = addDays(day, 3)) {
      const { totals, control } = await arAging(scope(), { asOf: day });
      expect([day, control.differenceCents]).toEqual([day, 0]);
      expect(totals.total).toBe(ageBuckets.reduce((sum, bucket) => sum + totals[bucket], 0));
    }
  });

  test("due today is current, the day after is one day late, and the borders of the buckets hold", async () => {
    const { rows } = await listAgedInvoices(
      scope(),
      { asOf: plainDate("2026-07-01"), clientId: alder, bucket: null },
      whole,
    );
    const due = rows[0]?.dueOn ?? plainDate("1970-01-01");
    expect(due).toBe("2026-07-01");
    for (const [late, bucket] of [
      [0, "current"],
      [1, "1-30"],
      [30, "1-30"],
      [31, "31-60"],
      [60, "31-60"],
      [61, "61-90"],
      [90, "61-90"],
      [91, "over-90"],
    ] as const) {
      const asOf = addDays(due, late);
      const found = await listAgedInvoices(scope(), { asOf, clientId: alder, bucket }, whole);
      expect(found.rows.find((row) => row.dueOn === due)).toMatchObject({ daysLate: late, openCents: 10_000 });
    }
  });

  test("each figure is the sum of the invoices that it opens", async () => {
    const asOf = plainDate("2026-10-05");
    const aging = await arAging(scope(), { asOf });
    expect(aging.clients.map((client) => client.clientName)).toEqual(["Alder", "birch"]);
    for (const { clientId, amounts } of [...aging.clients, { clientId: null, amounts: aging.totals }])
      for (const bucket of [...ageBuckets, null]) {
        const { rows, sumCents, count } = await listAgedInvoices(scope(), { asOf, clientId, bucket }, whole);
        expect(sumCents).toBe(amounts[bucket ?? "total"]);
        expect(rows.reduce((sum, row) => sum + row.openCents, 0)).toBe(sumCents);
        expect(rows).toHaveLength(count);
      }
  });

  test("its pages are one list, and a made-up cursor is none", async () => {
    const cell = { asOf: plainDate("2026-10-05"), clientId: null, bucket: null };
    const all = await listAgedInvoices(scope(), cell, whole);
    const first = await listAgedInvoices(scope(), cell, { ...whole, limit: 2 });
    const [value, id] = JSON.parse(Buffer.from(first.next ?? "", "base64url").toString("utf8"));
    const second = await listAgedInvoices(scope(), cell, { after: { value, id }, before: null, limit: 2 });
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 4));
    expect(second.sumCents).toBe(all.sumCents);
    const strange = await listAgedInvoices(scope(), cell, { ...whole, after: { value: "soon", id: "inv_x" } });
    expect(strange.rows).toEqual(all.rows);
  });

  test("nobody owes anything before the first invoice", async () => {
    const { clients, totals } = await arAging(scope(), { asOf: plainDate("2026-01-01") });
    expect([clients, totals.total]).toEqual([[], 0]);
  });
});
