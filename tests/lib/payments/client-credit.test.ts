import { beforeEach, describe, expect, test } from "vitest";
import { getCompany } from "@/lib/companies/queries";
import { updateCompany } from "@/lib/companies/update-company";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice, invoiceFilters, invoiceSorts, listInvoices } from "@/lib/invoicing/queries";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { payOutCredit } from "@/lib/payments/adjust-credit";
import { creditOf, lockCredit } from "@/lib/payments/credit";
import { issueAndApply } from "@/lib/payments/issue-and-apply";
import { trialBalance } from "@/lib/reports/trial-balance";
import { as, sql } from "../../db/roles";
import {
  approved,
  billed,
  dollars,
  draft,
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
import { brokenInvariants, outcomes, refusalOf } from "../../evidence";
import { adjust, apply, deposit, giveUp, payMany, payOut, refund, spendDeposit, undo } from "../../settlement-deeds";
import { type Firm, today, type World, world } from "../../world";

let w: World;
let firm: Firm;
let desk: Desk;
let clientId: ClientId;

beforeEach(async () => {
  w = await world();
  firm = w.a;
  desk = firm.manager;
  clientId = await newClient(desk);
});

/** Until a session of this database waits for a row that another holds. */
async function somebodyWaits(): Promise<void> {
  await expect
    .poll(() =>
      as("app", firm.owner.seat.company.id, (run) =>
        run(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
      ).then((rows) => rows.length),
    )
    .toBeGreaterThan(0);
}

const hundred = (rest: Parameters<typeof issued>[2] = {}) => issued(desk, clientId, rest);
const open = async (invoiceId: InvoiceId) => (await getInvoice(desk.scope(), invoiceId)).balanceCents;
const standing = async (invoiceId: InvoiceId) => (await getInvoice(desk.scope(), invoiceId)).standing;
const granted = async (amount: string) => {
  await adjust(desk, clientId, "grant", amount);
  return amount;
};
const credit = () => creditOf(desk.scope(), clientId);
const accounts = async () => {
  const { lines } = await trialBalance(firm.owner.scope(), { asOf: today });
  return Object.fromEntries(lines.map(({ code, debitCents, creditCents }) => [code, debitCents - creditCents]));
};

describe("client credit", () => {
  test("is never spent twice, whoever asks at one instant", async () => {
    await adjust(desk, clientId, "grant", "100");
    const bills = [await hundred(), await hundred(), await hundred()];
    const asked = [
      ...bills.map((id) => apply(desk, id, "60")),
      payOut(desk, clientId, "60"),
      adjust(desk, clientId, "reduce", "60"),
    ];
    expect(await outcomes(asked)).toEqual([...Array(4).fill("credit_short"), "done"]);
    expect(await credit()).toBe(4_000);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("of a later day pays nothing before it, and more than open or than there is is refused", async () => {
    await adjust(desk, clientId, "grant", "100", plainDate("2026-11-10"));
    const invoiceId = await hundred({ issuedOn: plainDate("2026-11-01") });
    expect(await refusalOf(apply(desk, invoiceId, "10", plainDate("2026-11-09")))).toBe("credit_short");
    expect(await refusalOf(apply(desk, invoiceId, "100.01"))).toBe("more_than_open");
    expect(await refusalOf(apply(desk, invoiceId, "10", plainDate("2026-10-31")))).toBe("payment_before_invoice");
    await apply(desk, invoiceId, "10", plainDate("2026-11-10"));
    expect(await refusalOf(apply(desk, invoiceId, "90.01"))).toBe("more_than_open");
    expect(await refusalOf(payOut(desk, clientId, "90.01"))).toBe("credit_short");
  });

  test("granted, applied, reduced and paid out: each undone leaves every balance as it was", async () => {
    const invoiceId = await hundred();
    await adjust(desk, clientId, "grant", "70");
    const before = [await accounts(), await credit(), await open(invoiceId)];
    for (const deed of [
      () => adjust(desk, clientId, "grant", "5"),
      () => apply(desk, invoiceId, "30"),
      () => adjust(desk, clientId, "reduce", "12.34"),
      () => payOut(desk, clientId, "70"),
      () => giveUp(desk, invoiceId, "99.99"),
    ]) {
      const id = await deed();
      expect([await accounts(), await credit(), await open(invoiceId)]).not.toEqual(before);
      await undo(desk, id);
      expect([await accounts(), await credit(), await open(invoiceId)]).toEqual(before);
      expect(await refusalOf(undo(desk, id))).toBe("settlement_void");
      expect(await refusalOf(undo(w.b.manager, id))).toBe("not_found");
    }
    expect(await brokenInvariants(desk)).toEqual([]);
  });
});

test("an invoice of which a part was given up and nothing is open is written off, never paid; undone it is as it was", async () => {
  const [given, paid] = [await hundred(), await hundred()];
  const listed = async (status: string) => {
    const shape = { sorts: invoiceSorts, defaultSort: "-issued" as const, filters: invoiceFilters };
    const { rows } = await listInvoices(desk.scope(), listRequest({ status, client: clientId }, shape));
    return rows.map((row) => [row.id, row.standing]);
  };
  await apply(desk, paid, await granted("100"));
  await apply(desk, given, await granted("30"));
  const id = await giveUp(desk, given, "20");
  expect(await standing(given)).toBe("partly_paid");
  await giveUp(desk, given, "50");
  expect(await standing(given)).toBe("written_off");
  expect(await listed("written_off")).toEqual([[given, "written_off"]]);
  expect(await listed("paid")).toEqual([[paid, "paid"]]);
  expect(await listed("open")).toEqual([]);
  await undo(desk, id);
  expect(await listed("open")).toEqual([[given, "partly_paid"]]);
  expect(await listed("written_off")).toEqual([]);
});

describe("credit that is applied automatically", () => {
  const automatic = async () => {
    const settings = await getCompany(firm.owner.scope());
    await firm.owner.work((work) => updateCompany(work, { ...settings, creditRule: "automatic" }));
    desk.seat.company.creditRule = "automatic";
  };

  test("goes to the oldest due first, one application each, when it appears and when an invoice is issued", async () => {
    await automatic();
    const late = await hundred({ issuedOn: plainDate("2026-11-01"), dueOn: plainDate("2026-11-05") });
    const later = await hundred({ issuedOn: plainDate("2026-10-01"), dueOn: plainDate("2026-11-20") });
    await payMany(desk, clientId, "150", []);
    expect([await open(late), await open(later), await credit()]).toEqual([0, 5_000, 0]);
    await payMany(desk, clientId, "80", []);
    expect([await open(later), await credit()]).toEqual([0, 3_000]);
    const fresh = await draft(desk, clientId);
    await issue(desk, fresh);
    expect([await open(fresh), await credit()]).toEqual([7_000, 0]);
    const [newest] = await listTimeline(desk.scope(), { invoiceId: fresh });
    expect(newest).toMatchObject({ type: "credit.applied", facts: { automatic: true } });
    await undo(desk, newest?.subjectId as never);
    expect([await open(fresh), await credit()]).toEqual([10_000, 3_000]);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is never spent twice by deeds at one instant, and none of them waits for ever", async () => {
    await automatic();
    const bills = [await draft(desk, clientId), await draft(desk, clientId), await draft(desk, clientId)];
    const open1 = await hundred();
    const deeds = [
      ...bills.map((id) => issue(desk, id)),
      payMany(desk, clientId, "120", []),
      pay(desk, open1, "150", { acceptExcess: true }),
    ];
    expect(await outcomes(deeds)).toEqual(Array(5).fill("done"));
    expect(await brokenInvariants(desk)).toEqual([]);
  });
});

describe("the order in which rows are held", () => {
  test("is the same for paying credit out and for issuing an invoice that credit pays: neither is tried twice", async () => {
    await adjust(desk, clientId, "grant", "100");
    const invoiceId = await draft(desk, clientId);
    const seat = { ...desk.seat, company: { ...desk.seat.company, creditRule: "automatic" as const } };
    const tries = { payOut: 0, issue: 0 };
    let holds = () => {};
    const held = new Promise<void>((resolve) => {
      holds = resolve;
    });
    const paidOut = desk.work(async (work) => {
      tries.payOut++;
      await lockCredit(work, clientId);
      holds();
      await somebodyWaits();
      return payOutCredit(work, { clientId, paidOn: today, amount: dollars("10"), accountId: null, reason: "Asked" });
    });
    await held;
    const issuing = desk.work((work) => {
      tries.issue++;
      return issueAndApply({ ...work, company: seat.company }, { invoiceId, revision: 0 });
    });
    await Promise.all([paidOut, issuing]);
    expect(tries).toEqual({ payOut: 1, issue: 1 });
    expect([await open(invoiceId), await credit()]).toEqual([1_000, 0]);
  });
});

describe("a deposit", () => {
  test("of 30 % of 10,000 is held until it is earned: the final invoice shows 7,000 due, and revenue is 10,000", async () => {
    const held = await deposit(desk, clientId, "3000");
    expect(await accounts()).toMatchObject({ 1100: 300_000, 2300: -300_000, 4000: 0 });
    await pay(desk, held, "3000");
    const final = await hundred({ lines: [line("10000")] });
    const before = await accounts();
    const id = await spendDeposit(desk, final, held, "3000");
    expect(await open(final)).toBe(700_000);
    expect(await accounts()).toMatchObject({ 1000: 300_000, 1100: 700_000, 2300: 0, 4000: -1_000_000 });
    await undo(desk, id);
    expect(await accounts()).toEqual(before);
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is used as far as it was paid, once, and what was used stays paid", async () => {
    const held = await deposit(desk, clientId, "100");
    const final = await hundred({ lines: [line("500")] });
    expect(await refusalOf(spendDeposit(desk, final, held, "1"))).toBe("deposit_short");
    const paymentId = await pay(desk, held, "60");
    const asked = Array.from({ length: 4 }, () => spendDeposit(desk, final, held, "40"));
    expect(await outcomes(asked)).toEqual([...Array(3).fill("deposit_short"), "done"]);
    expect(await refusalOf(takeBackPayment(desk, paymentId))).toBe("deposit_used");
    expect(await refusalOf(refund(desk, paymentId, "20.01"))).toBe("deposit_short");
    await refund(desk, paymentId, "20");
    expect(await refusalOf(takeBackInvoice(desk, held))).toBe("invoice_has_payments");
    expect(await brokenInvariants(desk)).toEqual([]);
  });

  test("is not taxed, written off, credited, or put on another client's invoice or another deposit", async () => {
    const taxed = { kind: "deposit" as const, lines: [line("100", { isTaxable: true })], taxPercent: percent("5") };
    expect(await refusalOf(draft(desk, clientId, taxed))).toBe("deposit_taxed");
    const held = await deposit(desk, clientId, "100");
    await pay(desk, held, "100");
    expect(await refusalOf(giveUp(desk, await deposit(desk, clientId, "10"), "1"))).toBe("deposit_not_earned");
    const others = await issued(desk, await newClient(desk));
    expect(await refusalOf(spendDeposit(desk, others, held, "1"))).toBe("not_found");
    expect(await refusalOf(spendDeposit(desk, await deposit(desk, clientId, "10"), held, "1"))).toBe(
      "deposit_not_earned",
    );
    expect(await refusalOf(spendDeposit(desk, await hundred(), await hundred(), "1"))).toBe("not_found");
  });
});

test("20 minutes at $90 an hour are $30.00", async () => {
  const project = await newProject(desk, clientId, { hourlyRateCents: dollars("90") });
  const invoiceId = await billed(desk, clientId, [await approved(firm, project, 20)]);
  expect((await getInvoice(desk.scope(), invoiceId)).invoice.totalCents).toBe(3_000);
  expect(pieces("0.3333")).toBe(3_333);
});
