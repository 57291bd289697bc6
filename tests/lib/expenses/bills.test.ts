import { beforeAll, describe, expect, test } from "vitest";
import { getBill, listOwed } from "@/lib/expenses/bill-queries";
import { updateBill } from "@/lib/expenses/draft-bill";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { newId, type VendorId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { apAging } from "@/lib/reports/ap-aging";
import { trialBalance } from "@/lib/reports/trial-balance";
import { accountByCode, dollars } from "../../deeds";
import { brokenInvariants } from "../../evidence";
import {
  billLine,
  billOf,
  draftedBill,
  newVendor,
  payVendor,
  postedBill,
  postIt,
  takeBackBill,
  takeBackBillPayment,
} from "../../expense-deeds";
import { today, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";

let w: World;
let vendor: VendorId;

beforeAll(async () => {
  w = await world();
  vendor = await newVendor(w.a.manager, "Summit Supply");
});

const codeOf = (deed: Promise<unknown>) =>
  deed.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

const balances = async () => (await trialBalance(w.a.owner.scope(), { asOf: today })).lines;

describe("a bill", () => {
  test("spreads its tax over its lines to the cent, odd cents to the first ones", async () => {
    const lines = [
      await billLine(w.a.manager, "10"),
      await billLine(w.a.manager, "10"),
      await billLine(w.a.manager, "10"),
    ];
    const id = await draftedBill(w.a.manager, vendor, { lines, tax: dollars("1.00") });
    const { bill } = await getBill(w.a.manager.scope(), id);
    expect([bill.subtotalCents, bill.taxCents, bill.totalCents]).toEqual([3_000, 100, 3_100]);
    await postIt(w.a.manager, id);
    expect(await brokenInvariants(w.a.owner)).toEqual([]);
  });

  test("is locked once it is posted, and its number is refused a second time from the same vendor", async () => {
    const id = await postedBill(w.a.manager, vendor, { vendorNumber: "S-1" });
    const input = { ...(await billOf(w.a.manager, vendor)), billId: id, revision: 1 };
    expect(await codeOf(w.a.manager.work((work) => updateBill(work, input)))).toBe("bill_not_draft");
    expect(await codeOf(draftedBill(w.a.manager, vendor, { vendorNumber: "s-1" }))).toBe("bill_number_taken");
  });

  test("without lines or ahead of its day is not posted", async () => {
    const empty = await draftedBill(w.a.manager, vendor, { lines: [] });
    expect(await codeOf(postIt(w.a.manager, empty))).toBe("bill_no_lines");
    const ahead = await draftedBill(w.a.manager, vendor, { billedOn: addDays(today, 1) });
    expect(await codeOf(postIt(w.a.manager, ahead))).toBe("bill_ahead");
  });

  test("of another company is not found", async () => {
    const id = await draftedBill(w.a.manager, vendor);
    expect(await codeOf(postIt(w.b.manager, id))).toBe("not_found");
    expect(await codeOf(getBill(w.b.manager.scope(), id))).toBe("not_found");
    expect(await codeOf(draftedBill(w.b.manager, vendor))).toBe("not_found");
  });
});

describe("a payment of bills", () => {
  test("takes no more than is open, no bill of another vendor, and none before its day", async () => {
    const id = await postedBill(w.a.manager, vendor);
    const other = await newVendor(w.a.manager);
    expect(await codeOf(payVendor(w.a.manager, vendor, [[id, "100.01"]]))).toBe("bill_overpaid");
    expect(await codeOf(payVendor(w.a.manager, other, [[id, "1"]]))).toBe("bill_other_vendor");
    const early = { paidOn: plainDate("2026-11-01") };
    expect(await codeOf(payVendor(w.a.manager, vendor, [[id, "1"]], early))).toBe("payment_before_bill");
    expect(await codeOf(payVendor(w.a.manager, vendor, [[id, "0"]]))).toBe("bill_nothing_to_pay");
  });

  test("two at once never take more than is open", async () => {
    const id = await postedBill(w.a.manager, vendor);
    const pay = () => codeOf(payVendor(w.a.manager, vendor, [[id, "60"]]));
    expect((await Promise.all([pay(), pay()])).toSorted()).toEqual(["bill_overpaid", "done"]);
    expect((await getBill(w.a.manager.scope(), id)).balanceCents).toBe(4_000);
  });

  test("done and undone, every balance is as before", async () => {
    const [one, two] = [await postedBill(w.a.manager, vendor), await postedBill(w.a.manager, vendor)];
    const before = [await balances(), await listOwed(w.a.manager.scope(), vendor)];
    const payment = await payVendor(w.a.manager, vendor, [
      [one, "100"],
      [two, "25"],
    ]);
    expect((await getBill(w.a.manager.scope(), one)).standing).toBe("paid");
    expect(await codeOf(takeBackBill(w.a.manager, one))).toBe("bill_has_payments");
    await takeBackBillPayment(w.a.manager, payment);
    expect([await balances(), await listOwed(w.a.manager.scope(), vendor)]).toEqual(before);
    expect(await codeOf(takeBackBillPayment(w.a.manager, payment))).toBe("bill_payment_void");
    await takeBackBill(w.a.manager, one);
    expect(await brokenInvariants(w.a.owner)).toEqual([]);
  });
});

test("accounts payable takes no entry by hand", async () => {
  const account = await accountByCode(w.a.owner);
  const [amount, none] = [dollars("5"), dollars("0")];
  const lines = [
    { accountId: account("6000"), debit: amount, credit: none, memo: "" },
    { accountId: account("2000"), debit: none, credit: amount, memo: "" },
  ];
  const input = { entryOn: today, memo: "By hand", lines };
  expect(await codeOf(w.a.owner.work((work) => postManualEntry(work, input)))).toBe("account_control");
});

test("an entry made by hand on accounts payable before there were bills is still reversed, and the aging says the difference", async () => {
  const company = w.b.owner.seat.company.id;
  const account = await accountByCode(w.b.owner);
  const id = newId("journalEntry");
  await committed(async (client) => {
    const next =
      "update number_series set next_number = next_number + 1 where company_id = $1 and series = 'journal_entry' returning next_number - 1 as n";
    const { rows } = await client.query(next, [company]);
    await client.query(
      `insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents)
       values ($1, $2, $3, '2026-11-10', 'Old', 'manual', $2, 2, 500)`,
      [company, id, rows[0].n],
    );
    for (const [n, code, amount] of [
      [1, "6000", 500],
      [2, "2000", -500],
    ] as const) {
      await client.query(
        `insert into journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents)
         values ($1, $2, $3, $4, '2026-11-10', $5)`,
        [company, id, n, account(code), amount],
      );
      await client.query("insert into account_months values ($1, $2, '2026-11-01', $3, 1)", [
        company,
        account(code),
        amount,
      ]);
    }
  });
  const difference = async () => (await apAging(w.b.owner.scope(), { asOf: today })).control.differenceCents;
  expect(await difference()).toBe(500);
  await w.b.owner.work((work) => reverseEntry(work, { entryId: id, entryOn: today, memo: "Now a bill" }));
  expect(await difference()).toBe(0);
});

test("the aging of payables ties to their account, vendor by vendor", async () => {
  const owedTo = await newVendor(w.a.manager);
  await postedBill(w.a.manager, owedTo, { billedOn: plainDate("2026-10-01"), dueOn: plainDate("2026-10-10") });
  const { vendors, control } = await apAging(w.a.owner.scope(), { asOf: today });
  expect(control.differenceCents).toBe(0);
  expect(vendors.find(({ vendorId }) => vendorId === owedTo)?.amounts).toMatchObject({
    "31-60": 10_000,
    total: 10_000,
  });
});
