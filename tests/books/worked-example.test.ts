import { expect, test } from "vitest";
import { getInvoice } from "@/lib/invoicing/queries";
import type { InvoiceId } from "@/lib/kernel/ids";
import { creditOf } from "@/lib/payments/credit";
import { approved, billed, dollars, issue, issued, line, newClient, newProject, pay, percent, pieces } from "../deeds";
import { booked, brokenInvariants } from "../evidence";
import { credited, deposit, refund, spendDeposit } from "../settlement-deeds";
import { world } from "../world";
import { secondOpinion } from "./second-opinion";

/** The figures that an accountant checks first, in one firm's books; after each, the proof and a second opinion agree. */
test("the worked example comes out to the cent, and after each step every proof of the books agrees", async () => {
  const { a } = await world();
  const desk = a.manager;
  const client = await newClient(desk);
  const open = async (id: InvoiceId) => (await getInvoice(desk.scope(), id)).balanceCents;
  const agreed = async () => {
    expect(await brokenInvariants(desk)).toEqual([]);
    const { ours, exported, hledger } = await secondOpinion(a.owner);
    expect(exported).toEqual(ours);
    if (hledger) expect(hledger).toEqual(ours);
  };

  const taxed = { lines: [line("33.33", { quantity: pieces("3"), isTaxable: true })], taxPercent: percent("6.25") };
  const { invoice } = await getInvoice(desk.scope(), await issued(desk, client, taxed));
  expect([invoice.subtotalCents, invoice.taxCents, invoice.totalCents]).toEqual([9_999, 625, 10_624]);
  await agreed();

  const project = await newProject(desk, client, { hourlyRateCents: dollars("90") });
  const time = await billed(desk, client, [await approved(a, project, 20)]);
  await issue(desk, time);
  expect(await open(time)).toBe(3_000);
  await agreed();

  const hundred = await issued(desk, client);
  const first = await pay(desk, hundred, "60");
  const second = await pay(desk, hundred, "60", { acceptExcess: true });
  const receivable = [...(await booked(desk, "payment", first)), ...(await booked(desk, "payment", second))]
    .filter(({ code }) => code === "1100")
    .reduce((sum, { amount }) => sum + amount, 0);
  expect([receivable, await creditOf(desk.scope(), client)]).toEqual([-10_000, 2_000]);
  await agreed();

  const other = await newClient(desk);
  const eight = { lines: [line("100", { isTaxable: true })], taxPercent: percent("8") };
  const paid = await issued(desk, other, eight);
  await pay(desk, paid, "108");
  await credited(desk, paid, "100");
  expect(await creditOf(desk.scope(), other)).toBe(10_800);
  await agreed();

  const back = await issued(desk, other);
  await refund(desk, await pay(desk, back, "100"), "40");
  const { balanceCents, standing } = await getInvoice(desk.scope(), back);
  expect([balanceCents, standing]).toEqual([4_000, "partly_paid"]);
  await agreed();

  const third = await newClient(desk);
  const held = await deposit(desk, third, "3000");
  await pay(desk, held, "3000");
  const before = (await secondOpinion(a.owner)).ours["4000"] ?? 0;
  const final = await issued(desk, third, { lines: [line("10000")] });
  await spendDeposit(desk, final, held, "3000");
  const after = (await secondOpinion(a.owner)).ours["4000"] ?? 0;
  expect([await open(final), before - after]).toEqual([700_000, 1_000_000]);
  await agreed();
});
