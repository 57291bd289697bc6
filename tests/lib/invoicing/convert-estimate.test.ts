import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { convertEstimate, invoiceDeposit, invoicePart } from "@/lib/invoicing/convert-estimate";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { partOf } from "@/lib/invoicing/estimate";
import { getEstimate } from "@/lib/invoicing/estimate-queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import type { ClientId, EstimateId, InvoiceId } from "@/lib/kernel/ids";
import { cents, type RatePpm } from "@/lib/kernel/money";
import { issueAndApply } from "@/lib/payments/issue-and-apply";
import { dollars, draft, invoiceOf, issue, line, newClient, pay, percent, pieces, takeBackInvoice } from "../../deeds";
import { acceptedEstimate, sentEstimate } from "../../estimate-deeds";
import { booked, brokenInvariants, outcomes, refusalOf } from "../../evidence";
import { type World, world } from "../../world";

let w: World;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager);
});

const whole = (estimateId: EstimateId) => w.a.manager.work((work) => convertEstimate(work, { estimateId }));
const part = (estimateId: EstimateId, text: string) =>
  w.a.manager.work((work) => invoicePart(work, { estimateId, percent: percent(text) }));
const deposit = (estimateId: EstimateId) => w.a.manager.work((work) => invoiceDeposit(work, { estimateId }));
const invoice = async (id: InvoiceId) => (await getInvoice(w.a.manager.scope(), id)).invoice;
const estimate = (id: EstimateId) => getEstimate(w.a.manager.scope(), id);
const remove = async (invoiceId: InvoiceId) =>
  w.a.manager.work(async (work) => deleteInvoice(work, { invoiceId, revision: 0 }));

const content = {
  kind: "proposal" as const,
  lines: [
    line("33.33", { quantity: pieces("3"), isTaxable: true }),
    line("10.01", { discount: { ppm: percent("7.5"), cents: cents(0) } }),
    line("0.07", { isTaxable: true }),
  ],
  discount: { ppm: 0 as RatePpm, cents: dollars("4.44") },
  taxPercent: percent("6.25"),
  deposit: { ppm: percent("30"), cents: cents(0) },
  terms: "Net 30",
};

describe("what was accepted becomes a draft invoice", () => {
  test("with the same amounts, line by line, and its terms; the links go both ways", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId, content);
    const { invoiceId } = await whole(id);
    const [from, made] = [await estimate(id), await getInvoice(w.a.manager.scope(), invoiceId)];
    const { subtotalCents, taxCents, totalCents, discountCents } = from.estimate;
    expect(made.invoice).toMatchObject({ subtotalCents, taxCents, totalCents, discountCents, terms: "Net 30" });
    expect(made.lines.map((one) => one.subtotalCents)).toEqual(from.lines.map((one) => one.subtotalCents));
    expect(made.estimate).toMatchObject({ id, number: from.estimate.number, kind: "proposal" });
    expect(from.invoices.map((one) => one.id)).toEqual([invoiceId]);
    await issue(w.a.manager, invoiceId);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("once: the second is refused with the first's number, and of four at one instant one is made", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId);
    const said = await outcomes([whole(id), whole(id), whole(id), whole(id)]);
    expect(said).toEqual(["done", "estimate_converted", "estimate_converted", "estimate_converted"]);
    const [made] = (await estimate(id)).invoices;
    await issue(w.a.manager, made?.id as InvoiceId);
    const { number } = await invoice(made?.id as InvoiceId);
    await expect(whole(id)).rejects.toThrow(number as string);
  });

  test("undone by deleting the draft or voiding the invoice: nothing is billed, and it can be converted again", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId);
    const before = await estimate(id);
    await remove((await whole(id)).invoiceId);
    expect(await estimate(id)).toEqual(before);
    const { invoiceId } = await whole(id);
    await issue(w.a.manager, invoiceId);
    await takeBackInvoice(w.a.manager, invoiceId);
    expect(await estimate(id)).toEqual(before);
    expect(await refusalOf(whole(id))).toBe("done");
  });

  test("only after a yes, and none of the other company's", async () => {
    const sent = await sentEstimate(w.a.manager, clientId, { deposit: { ppm: percent("10"), cents: cents(0) } });
    for (const deed of [whole, (id: EstimateId) => part(id, "10"), deposit])
      expect(await refusalOf(deed(sent))).toBe("estimate_not_accepted");
    const theirs = await acceptedEstimate(w.b.manager, await newClient(w.b.manager), content);
    for (const deed of [whole, (id: EstimateId) => part(id, "10"), deposit])
      expect(await refusalOf(deed(theirs))).toBe("not_found");
    expect((await getEstimate(w.b.manager.scope(), theirs)).invoices).toEqual([]);
  });
});

describe("progress billing", () => {
  test("parts and the rest sum to what was accepted, exactly, and then nothing is left", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId, content);
    const { subtotalCents } = (await estimate(id)).estimate;
    const parts: number[] = [];
    for (const text of ["33.3333", "33.3333", "100"]) {
      parts.push((await invoice((await part(id, text)).invoiceId)).subtotalCents);
    }
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(subtotalCents);
    expect(await refusalOf(part(id, "100"))).toBe("estimate_overbilled");
    expect(await refusalOf(whole(id))).toBe("estimate_converted");
  });

  test("typed tax is shared likewise, and parts of any sizes never take a cent back or lose one", () => {
    const cent = fc.integer({ min: 0, max: 99_999 });
    const lines = fc.array(fc.record({ subtotalCents: cent, taxCents: cent }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lines, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (of, cuts) => {
        const sum = of.reduce((total, one) => total + one.subtotalCents, 0);
        const stops = [...cuts.map((cut) => Math.floor(cut * sum)).sort((a, b) => a - b), sum];
        let before = 0;
        const tax = of.map(() => 0);
        for (const stop of stops) {
          const made = partOf(of, before, stop - before);
          expect(made.every((one) => one.subtotalCents >= 0 && one.taxCents >= 0)).toBe(true);
          expect(made.reduce((total, one) => total + one.subtotalCents, 0)).toBe(stop - before);
          for (const [i, one] of made.entries()) tax[i] = (tax[i] ?? 0) + one.taxCents;
          before = stop;
        }
        if (sum > 0) expect(tax).toEqual(of.map((one) => one.taxCents));
      }),
    );
  });

  test("never more than was accepted: not by a further part, not by two at once, not by editing a draft", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId);
    const { invoiceId } = await part(id, "60");
    expect(await refusalOf(part(id, "40.01"))).toBe("estimate_overbilled");
    expect(await outcomes([part(id, "40"), part(id, "40")])).toEqual(["done", "estimate_overbilled"]);
    const edit = (text: string, client = clientId) =>
      w.a.manager.work((work) =>
        updateInvoice(work, { ...invoiceOf(client, { lines: [line(text)] }), invoiceId, revision: 0 }),
      );
    expect(await refusalOf(edit("60.01"))).toBe("estimate_overbilled");
    expect(await refusalOf(edit("60", await newClient(w.a.manager)))).toBe("estimate_other_client");
    await edit("59");
    expect((await invoice((await part(id, "100")).invoiceId)).subtotalCents).toBe(100);
    expect(await refusalOf(part(id, "0"))).toBe("estimate_overbilled");
  });
});

describe("the deposit", () => {
  test("is a deposit invoice of what was asked for, once, and takes nothing from what is left to bill", async () => {
    const id = await acceptedEstimate(w.a.manager, clientId, content);
    expect(await outcomes([deposit(id), deposit(id)])).toEqual(["done", "estimate_deposit_made"]);
    const { estimate: it, invoices, billedCents } = await estimate(id);
    expect(invoices).toMatchObject([{ kind: "deposit", totalCents: it.depositCents }]);
    expect(billedCents).toBe(0);
    await issue(w.a.manager, invoices[0]?.id as InvoiceId);
    expect((await booked(w.a.manager, "invoice", invoices[0]?.id as InvoiceId)).map((one) => one.code)).toEqual([
      "1100",
      "2300",
    ]);
    expect(await refusalOf(whole(id))).toBe("done");
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("that was paid is put on the invoices of the same estimate as they are issued, until it is used up", async () => {
    const rest = { lines: [line("100")], deposit: { ppm: percent("30"), cents: cents(0) } };
    const id = await acceptedEstimate(w.a.manager, clientId, rest);
    const held = (await deposit(id)).invoiceId;
    await issue(w.a.manager, held);
    await pay(w.a.manager, held, "30");
    const issued = async ({ invoiceId }: { invoiceId: InvoiceId }) => {
      await w.a.manager.work((work) => issueAndApply(work, { invoiceId, revision: 0 }));
      return (await getInvoice(w.a.manager.scope(), invoiceId)).balanceCents;
    };
    expect(await issued(await part(id, "20"))).toBe(0);
    expect(await issued(await part(id, "100"))).toBe(7_000);
    expect(await issued({ invoiceId: await draft(w.a.manager, clientId) })).toBe(10_000);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("that nobody asked for is refused", async () => {
    expect(await refusalOf(deposit(await acceptedEstimate(w.a.manager, clientId)))).toBe("estimate_no_deposit");
  });
});
