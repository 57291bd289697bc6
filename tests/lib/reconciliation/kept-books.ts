import { makeDueOf } from "@/lib/doors/recurring";
import { invoicePart } from "@/lib/invoicing/convert-estimate";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { plainDate } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { createProject } from "@/lib/projects/create-project";
import { newProjectInput } from "@/lib/projects/inputs";
import { approveTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { newTimeEntryInput } from "@/lib/time/inputs";
import { submitTime } from "@/lib/time/submit-time";
import { issued, line, newClient, newPlan, newProject, pay, percent } from "../../deeds";
import { acceptedEstimate, sentEstimate } from "../../estimate-deeds";
import {
  approvedExpense,
  chargedTo,
  newVendor,
  payVendor,
  postedBill,
  reimbursed,
  takeBackBill,
  takeBackBillPayment,
  takeBackExpense,
} from "../../expense-deeds";
import { adjust, apply, credited, deposit, refund, spendDeposit } from "../../settlement-deeds";
import { type Firm, noon } from "../../world";
import { bookkeeping } from "../reports/bookkeeping";

export type Books = Awaited<ReturnType<typeof keepBooks>>;

/** A firm with one of each: open, paid, overpaid, void, drafts, entries by hand and reversed, billed time, a closed month. */
export async function keepBooks(firm: Firm) {
  const books = bookkeeping(firm);
  const client = await books.client("Alder & Pike");
  const other = await books.client("Birch Lane");
  const open = await books.invoice(client, "2026-11-02", 120_050, { tax: "6.25" });
  const paid = await books.invoice(client, "2026-09-10", 80_000);
  const payment = await books.pay(paid, "2026-09-20", 80_000);
  const over = await books.invoice(client, "2026-10-01", 50_000);
  const overpayment = await books.pay(over, "2026-10-05", 60_000);
  await books.voidPayment(await books.pay(open, "2026-11-03", 20_000), "2026-11-04");
  await books.pay(open, "2026-11-05", 30_000);
  const voided = await books.invoice(other, "2026-11-01", 10_000);
  await books.voidInvoice(voided, "2026-11-06");
  const draft = await books.draft(other, "2026-11-08");
  const entry = await books.entry("2026-11-07", [
    ["1000", 500_000],
    ["3000", -500_000],
  ]);
  const reversed = await books.entry("2026-11-07", [
    ["6000", 1_000],
    ["1000", -1_000],
  ]);
  await books.reverse(reversed, "2026-11-09");
  const time = await billTime(firm, client);
  const settled = await settleSome(firm);
  await makePlanned(firm, client);
  const payables = await owe(firm, client);
  const estimates = await estimateSome(firm);
  const period = await books.close("2026-09-01", "2026-09-30");
  return {
    firm,
    companyId: firm.owner.seat.company.id,
    client,
    other,
    open,
    paid,
    payment,
    over,
    overpayment,
    voided,
    draft,
    entry,
    reversed,
    time,
    settled,
    ...payables,
    estimates,
    period,
  };
}

/** A refund, an application of credit, a credit note, and a deposit that is used: of a client of their own. */
async function settleSome({ manager }: Firm) {
  const client = await newClient(manager);
  const invoice = await issued(manager, client, { issuedOn: plainDate("2026-11-02"), lines: [line("100")] });
  const refunded = await refund(manager, await pay(manager, invoice, "50"), "10");
  await adjust(manager, client, "grant", "20");
  const application = await apply(manager, invoice, "20");
  const creditNote = await credited(manager, invoice, "15");
  const held = await deposit(manager, client, "40");
  await pay(manager, held, "30");
  const used = await spendDeposit(manager, invoice, held, "5");
  return { refunded, application, creditNote, held, used };
}

/** A plan that made one invoice, numbered by its project. */
async function makePlanned(firm: Firm, clientId: ClientId) {
  const projectId = await newProject(firm.manager, clientId);
  await newPlan(firm.manager, clientId, { projectId, useProjectNumbers: true });
  await makeDueOf(firm.manager.seat.company.id, noon);
}

/** A member's expense, one that is charged to the client, a bill half paid, and a void of each. */
async function owe(firm: Firm, client: ClientId) {
  const ownExpense = await approvedExpense(firm, "80", { paidBy: "member" });
  await reimbursed(firm.manager, await approvedExpense(firm, "20", { paidBy: "member" }));
  await takeBackExpense(firm.manager, await approvedExpense(firm, "7"));
  const charged = await approvedExpense(firm, "30", { clientId: client, isBillable: true });
  await chargedTo(firm.manager, client, [charged]);
  const vendor = await newVendor(firm.manager);
  const otherVendor = await newVendor(firm.manager);
  const bill = await postedBill(firm.manager, vendor);
  const secondBill = await postedBill(firm.manager, vendor);
  await takeBackBill(firm.manager, await postedBill(firm.manager, vendor));
  const billPayment = await payVendor(firm.manager, vendor, [[bill, "40"]]);
  await takeBackBillPayment(firm.manager, await payVendor(firm.manager, vendor, [[secondBill, "5"]]));
  return { ownExpense, charged, otherVendor, bill, secondBill, billPayment };
}

/** One that is sent, taxed; and one that is accepted and half billed. */
async function estimateSome({ manager }: Firm) {
  const client = await newClient(manager);
  const lines = [line("80", { isTaxable: true })];
  const sent = await sentEstimate(manager, client, { lines, taxPercent: percent("6.25") });
  const accepted = await acceptedEstimate(manager, client);
  await manager.work((work) => invoicePart(work, { estimateId: accepted, percent: percent("50") }));
  return { sent, accepted };
}

async function billTime(firm: Firm, clientId: ClientId) {
  const typed = { clientId, name: "Survey", billing: "hourly", hourlyRateCents: "150.00" };
  const { projectId } = await firm.owner.work((work) => createProject(work, newProjectInput.parse(typed)));
  const worked = { projectId, workedOn: "2026-11-10", durationMinutes: "1:30", isBillable: "on" };
  const entryOf = (day: string) =>
    firm.manager.work((work) => createTimeEntry(work, newTimeEntryInput.parse({ ...worked, workedOn: day })));
  const [billed, unbilled] = [await entryOf("2026-11-10"), await entryOf("2026-11-11")];
  const both = { timeEntryIds: [billed.timeEntryId, unbilled.timeEntryId] };
  await firm.manager.work((work) => submitTime(work, both));
  await firm.owner.work((work) => approveTime(work, both));
  const chosen = { clientId, projectId, timeEntryIds: [billed.timeEntryId], grouping: "service" as const };
  await firm.owner.work((work) => invoiceTime(work, chosen));
  return { billed: billed.timeEntryId, unbilled: unbilled.timeEntryId };
}
