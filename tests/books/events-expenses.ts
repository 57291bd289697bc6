import { plainDate } from "@/lib/kernel/dates";
import { dollars, issue, newClient, newProject, percent } from "../deeds";
import {
  approvedExpense,
  billLine,
  chargedTo,
  newVendor,
  payVendor,
  postedBill,
  reimbursed,
  spentBy,
  submitted,
  takeBackBill,
  takeBackBillPayment,
  takeBackExpense,
} from "../expense-deeds";
import type { Firm } from "../world";
import type { Event } from "./scribe";

export async function playExpenses(firm: Firm, event: Event): Promise<void> {
  const { manager } = firm;
  const clientId = await newClient(manager, "Birch Lane Homes");
  const projectId = await newProject(manager, clientId, { name: "Boundary" });
  const on = (day: string) => ({ spentOn: plainDate(day) });
  await event(
    "Expense submitted",
    "A claim is no cost yet: only the approval says that the firm stands by it.",
    async () => {
      await submitted(manager, [await spentBy(manager, "9.00", on("2026-11-12"))]);
    },
  );
  const fuel = await event(
    "Expense approved, paid with company money",
    "A cost of the day on which it was spent, whenever it was approved; the tax in it is part of what it cost. The money left the account that paid.",
    () => approvedExpense(firm, "45.10", { ...on("2026-11-12"), merchant: "Fuel stop", tax: dollars("2.55") }),
  );
  const own = await event(
    "Expense approved, paid by a member",
    "The same cost; the firm owes it to the member until it is paid back.",
    () => approvedExpense(firm, "80.00", { ...on("2026-11-13"), paidBy: "member", merchant: "Print shop" }),
  );
  await event("Expense reimbursed", "What was owed to the member leaves the account, on the day it did.", () =>
    reimbursed(manager, own, plainDate("2026-11-16")),
  );
  await event("Expense voided", "The mirror of its entry, on the day of the void.", () =>
    takeBackExpense(manager, fuel, plainDate("2026-11-17")),
  );
  await event(
    "Reimbursed expense voided",
    "Both of its entries are turned round: the member gives the money back, and the cost is gone.",
    () => takeBackExpense(manager, own, plainDate("2026-11-17")),
  );
  const passed = await event(
    "Billable expense approved, for a project",
    "A cost of its project and client; what the client is charged comes with the invoice.",
    () => approvedExpense(firm, "33.35", { ...on("2026-11-13"), projectId, isBillable: true, markup: percent("10") }),
  );
  await event(
    "Invoice from expenses issued",
    "$33.35 and 10 % of it, rounded half up: $36.69. Charging it is revenue; the cost stays a cost.",
    async () => {
      await issue(manager, await chargedTo(manager, clientId, [passed]));
    },
  );
}

export async function playBills(firm: Firm, event: Event): Promise<void> {
  const { manager } = firm;
  const vendorId = await newVendor(manager, "Summit Supply");
  const lines = [await billLine(manager, "33.33", "3"), await billLine(manager, "0.01"), await billLine(manager, "50")];
  const first = await event(
    "Bill posted, with sales tax",
    "3 × $33.33, $0.01 and $50.00 with $9.38 of tax. Tax that is paid is part of the cost: it is spread over the lines by their amounts, odd cents to the first ones. The vendor is owed the total.",
    () => postedBill(manager, vendorId, { billedOn: plainDate("2026-11-10"), lines, tax: dollars("9.38") }),
  );
  const second = await event("Bill posted, without tax", "The cost of its day, whenever it is paid.", () =>
    postedBill(manager, vendorId, { billedOn: plainDate("2026-11-11") }),
  );
  const payment = await event(
    "Two bills paid with one payment",
    "One payment, each bill with its part: the first wholly, the second by half.",
    () =>
      payVendor(
        manager,
        vendorId,
        [
          [first, "159.38"],
          [second, "50"],
        ],
        { paidOn: plainDate("2026-11-12") },
      ),
  );
  await event(
    "Bill payment voided",
    "The mirror of its entry, on the day of the void; both bills are owed again.",
    () => takeBackBillPayment(manager, payment, plainDate("2026-11-13")),
  );
  await event("Bill voided", "Its number stays. The mirror of its entry, on the day of the void.", () =>
    takeBackBill(manager, second, plainDate("2026-11-16")),
  );
}
