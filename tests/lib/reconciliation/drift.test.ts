import { beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import type { SourceType } from "@/lib/ledger/posting";
import { approveRepair } from "@/lib/reconciliation/approve-repair";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { listFindings } from "@/lib/reconciliation/drift";
import type { ApproveRepairInput } from "@/lib/reconciliation/inputs";
import {
  listLast90Days,
  listPaymentsWithoutInvoice,
  reconciliationFilters,
  reconciliationSorts,
} from "@/lib/reconciliation/last-90-days";
import { dollars, issued, newClient, newMonth, pay, reasons } from "../../deeds";
import { booked, brokenInvariants, outcomes, refusalOf } from "../../evidence";
import {
  approvedExpense,
  billLine,
  draftedBill,
  newVendor,
  payVendor,
  postedBill,
  reimbursed,
  takeBackBill,
  takeBackBillPayment,
  takeBackExpense,
} from "../../expense-deeds";
import { adjust, credited, deposit, payMany, refund } from "../../settlement-deeds";
import { type Firm, type World, world } from "../../world";
import { committed } from "./plant";

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

const findings = (at: Desk = desk) => listFindings(at.scope());
const approve = (input: ApproveRepairInput, at: Desk = firm.admin) => at.work((work) => approveRepair(work, input));
/** As if the entry had never been posted: past every guard, and the rollup with it. */
const forget = (sourceId: string, type: SourceType = "invoice") =>
  committed(async (client) => {
    const its = `source_type = '${type}' and source_id = '${sourceId}'`;
    await client.query(`delete from journal_lines where entry_id in (select id from journal_entries where ${its})`);
    await client.query(`delete from journal_entries where ${its}`);
  });

describe("a finding", () => {
  test("is never there in books that the product kept", async () => {
    const invoiceId = await issued(desk, clientId);
    await refund(desk, await pay(desk, invoiceId, "100"), "30");
    await credited(desk, invoiceId, "5");
    await deposit(desk, clientId, "10");
    const expenseId = await approvedExpense(firm, "12", { paidBy: "member" });
    await reimbursed(desk, expenseId);
    await takeBackExpense(desk, expenseId);
    const vendorId = await newVendor(desk);
    await draftedBill(desk, vendorId);
    const billId = await postedBill(desk, vendorId);
    await takeBackBillPayment(desk, await payVendor(desk, vendorId, [[billId, "50"]]));
    await takeBackBill(desk, billId);
    expect(await findings()).toEqual([]);
  });

  test("of a document without its entry proposes exactly the entry that was lost, and its repair posts it once", async () => {
    const invoiceId = await issued(desk, clientId);
    const paymentId = await payMany(desk, clientId, "150", [[invoiceId, "100"]]);
    const noteId = await credited(desk, invoiceId, "40");
    const refundId = await refund(desk, paymentId, "30");
    const expenseId = await approvedExpense(firm, "12", { paidBy: "member" });
    await reimbursed(desk, expenseId);
    const vendorId = await newVendor(desk);
    const lines = [await billLine(desk, "60"), await billLine(desk, "40")];
    const billId = await postedBill(desk, vendorId, { lines, tax: dollars("7.77") });
    const other = await postedBill(desk, vendorId);
    const billPaymentId = await payVendor(desk, vendorId, [
      [billId, "50"],
      [other, "20"],
    ]);
    for (const [type, id, subjectId] of [
      ["invoice", invoiceId],
      ["payment", paymentId],
      ["credit_note", noteId],
      ["refund", refundId],
      ["expense", expenseId],
      ["reimbursement", expenseId, `${expenseId} reimbursement`],
      ["bill", billId],
      ["bill_payment", billPaymentId],
    ].map(([type, id, subjectId = id]) => [type, id, subjectId] as [SourceType, string, string])) {
      const before = await booked(desk, type, id);
      await forget(id, type);
      expect(await booked(desk, type, id)).toEqual([]);
      const found = (await findings()).find((one) => one.kind === "post_missing" && one.subjectId === subjectId);
      expect(found?.entry?.lines.map(({ amountCents }) => amountCents)).toEqual(before.map(({ amount }) => amount));
      const input = { kind: "post_missing" as const, subjectId };
      expect(await outcomes([approve(input), approve(input), approve(input)])).toEqual([
        "done",
        "finding_gone",
        "finding_gone",
      ]);
      expect(await booked(desk, type, id)).toEqual(before);
    }
    await approve({
      kind: "recalculate",
      subjectId: (await findings()).find(({ kind }) => kind === "recalculate")?.subjectId ?? "",
    });
    // the numbers of the entries that were taken out are gone for ever, and the proof says so
    expect((await brokenInvariants(desk)).map((line) => line.split(":")[0])).toEqual(
      ["entry_numbers_gapless", "series_ahead"].slice(0, 1),
    );
    expect(await findings(w.b.manager)).toEqual([]);
  });

  test("of entries that only hold together is refused in words, one by one, and nothing is posted", async () => {
    const vendorId = await newVendor(desk);
    const billId = await postedBill(desk, vendorId);
    const billPaymentId = await payVendor(desk, vendorId, [[billId, "50"]]);
    await forget(billId, "bill");
    await forget(billPaymentId, "bill_payment");
    for (const [type, subjectId] of [
      ["bill", billId],
      ["bill_payment", billPaymentId],
    ] as const) {
      expect(await refusalOf(approve({ kind: "post_missing", subjectId }))).toBe("repair_alone");
      expect(await booked(desk, type, subjectId)).toEqual([]);
    }
  });

  test("of a kept sum is mended by adding up, and by nothing else", async () => {
    await issued(desk, clientId);
    await issued(w.b.manager, await newClient(w.b.manager));
    const ours = desk.seat.company.id;
    await committed((client) =>
      client.query(`update account_months set amount_cents = amount_cents + 7 where company_id = '${ours}'`),
    );
    const found = (await findings()).filter(({ kind }) => kind === "recalculate");
    expect(found.map(({ change }) => (change?.before ?? 0) - (change?.after ?? 0))).toEqual([7, 7]);
    await approve({ kind: "recalculate", subjectId: found[0]?.subjectId ?? "" });
    expect(await findings()).toEqual([]);
    expect([await brokenInvariants(desk), await brokenInvariants(w.b.manager)]).toEqual([[], []]);
  });

  test("of credit beside an open invoice proposes to apply it, and is gone once approved", async () => {
    const invoiceId = await issued(desk, clientId);
    await adjust(desk, clientId, "grant", "30");
    const [found] = await findings();
    expect(found).toMatchObject({ kind: "apply_unapplied", subjectId: invoiceId });
    expect(found?.entry?.lines.map(({ amountCents }) => amountCents)).toEqual([-3_000, 3_000]);
    await approve({ kind: "apply_unapplied", subjectId: invoiceId });
    expect((await getInvoice(desk.scope(), invoiceId)).balanceCents).toBe(7_000);
    expect(await findings()).toEqual([]);
    const told = (await listTimeline(desk.scope(), { invoiceId })).map(({ type }) => type);
    expect(told).toEqual(expect.arrayContaining(["repair.approved", "credit.applied"]));
  });

  test("is not repaired in a closed period, nor by another company", async () => {
    const invoiceId = await issued(desk, clientId, { issuedOn: plainDate("2026-09-10") });
    const periodId = await newMonth(firm.owner, "2026-09");
    await firm.owner.work((work) => closePeriod(work, { periodId, note: "", reasons }));
    await forget(invoiceId);
    const input = { kind: "post_missing" as const, subjectId: invoiceId };
    expect(await refusalOf(approve(input))).toBe("period_closed");
    expect(await refusalOf(approve(input, w.b.admin))).toBe("finding_gone");
  });
});

describe("the last 90 days", () => {
  const states = async (at: Desk = desk) => {
    const request = listRequest(
      {},
      { sorts: reconciliationSorts, defaultSort: "-issued", filters: reconciliationFilters },
    );
    return Object.fromEntries((await listLast90Days(at.scope(), request)).rows.map(({ id, state }) => [id, state]));
  };

  test("say of each invoice how it stands to what came for it, and leave older ones out", async () => {
    const made = async (settle: (id: Awaited<ReturnType<typeof issued>>) => Promise<unknown> = async () => {}) => {
      const id = await issued(desk, clientId);
      await settle(id);
      return id;
    };
    const unpaid = await made();
    const partial = await made((id) => pay(desk, id, "40"));
    const matched = await made((id) => pay(desk, id, "100"));
    const overpaid = await made((id) => pay(desk, id, "120", { acceptExcess: true }));
    const over = await made(async (id) => {
      await pay(desk, id, "100");
      await credited(desk, id, "25");
    });
    const lost = await made();
    await forget(lost);
    await issued(desk, clientId, { issuedOn: plainDate("2026-08-01") });
    expect(await states()).toEqual({
      ...{ [unpaid]: "unpaid", [partial]: "partial", [matched]: "matched", [overpaid]: "overpaid" },
      ...{ [over]: "credit_over", [lost]: "differs" },
    });
    expect(await states(w.b.manager)).toEqual({});
  });

  test("name the payments that stand on no invoice", async () => {
    const paymentId = await payMany(desk, clientId, "80", []);
    await pay(desk, await issued(desk, clientId), "10");
    expect((await listPaymentsWithoutInvoice(desk.scope())).map(({ id }) => id)).toEqual([paymentId]);
    expect(await listPaymentsWithoutInvoice(w.b.manager.scope())).toEqual([]);
  });
});
