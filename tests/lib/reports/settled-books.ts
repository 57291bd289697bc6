import { plainDate } from "@/lib/kernel/dates";
import { dollars, draft, issue, line, newClient, newProject, pay, percent } from "../../deeds";
import {
  approvedExpense,
  billLine,
  newVendor,
  payVendor,
  postedBill,
  reimbursed,
  takeBackBill,
  takeBackBillPayment,
  takeBackExpense,
} from "../../expense-deeds";
import {
  adjust,
  apply,
  credited,
  deposit,
  giveUp,
  payMany,
  payOut,
  refund,
  spendDeposit,
  takeBackNote,
  undo,
} from "../../settlement-deeds";
import type { Firm } from "../../world";

const day = (text: string) => plainDate(`2026-${text}`);

/** An autumn in which all happens that is settled without a plain payment: each kind done, and one of each undone. */
export async function settledAutumn(firm: Firm) {
  const { owner } = firm;
  const client = await newClient(owner);
  const project = await newProject(owner, client);
  const bill = async (amount: string, on: string, taxPercent = "0") => {
    const lines = [line(amount, { isTaxable: true })];
    const rest = { lines, issuedOn: day(on), taxPercent: percent(taxPercent), projectId: project };
    const invoiceId = await draft(owner, client, rest);
    await issue(owner, invoiceId);
    return invoiceId;
  };

  // paid in full, then a part is credited: $212.50 become client credit, of which a part is used and a part paid out
  const full = await bill("1000", "08-03", "6.25");
  const fullPayment = await pay(owner, full, "1062.50", { receivedOn: day("08-10") });
  await credited(owner, full, "200", "12.50", day("09-05"));
  const second = await bill("500", "09-10");
  await apply(owner, second, "100", day("09-20"));
  await payOut(owner, client, "50", day("10-02"));
  await undo(owner, await payOut(owner, client, "10", day("10-03")), day("10-05"));
  await undo(owner, await apply(owner, second, "5", day("10-04")), day("10-06"));
  await refund(owner, fullPayment, "100", day("10-12"));
  await undo(owner, await refund(owner, fullPayment, "33.33", day("10-13")), day("11-02"));

  // credited and given up while it is open; what is paid then carries its own share
  const third = await bill("300", "09-01", "6.25");
  await credited(owner, third, "100", "6.25", day("09-12"));
  await pay(owner, third, "106.25", { receivedOn: day("09-14"), method: "card" });
  await giveUp(owner, third, "50", day("10-20"));
  await undo(owner, await giveUp(owner, third, "1", day("10-21")), day("10-22"));
  await takeBackNote(owner, await credited(owner, third, "10", null, day("10-23")), day("10-25"));

  // a deposit, used in part; credit as a courtesy, and of what was paid too much
  const held = await deposit(owner, client, "400", day("08-15"));
  await pay(owner, held, "400", { receivedOn: day("08-20"), method: "ach" });
  const fourth = await bill("600", "09-25", "6.25");
  await spendDeposit(owner, fourth, held, "250", day("09-28"));
  await undo(owner, await spendDeposit(owner, fourth, held, "25", day("10-01")), day("10-09"));
  await adjust(owner, client, "grant", "40", day("10-10"));
  await adjust(owner, client, "reduce", "15", day("10-11"));
  await payMany(owner, client, "120", [[fourth, "100"]], day("10-15"));
  await apply(owner, fourth, "30", day("11-01"));
  return { client, project, full, second, third, fourth, held, ...(await costs(firm, project)) };
}

/** Bills paid in parts and not, expenses of the company and of a member, and one of each taken back. */
async function costs(firm: Firm, projectId: Awaited<ReturnType<typeof newProject>>) {
  const { owner } = firm;
  const vendor = await newVendor(owner);
  const lines = [
    { ...(await billLine(owner, "33.33")), projectId },
    await billLine(owner, "33.33"),
    { ...(await billLine(owner, "0.01")), projectId },
  ];
  const billId = await postedBill(owner, vendor, { lines, tax: dollars("7.77"), billedOn: day("08-05") });
  for (const [amount, on] of [
    ["11.11", "08-20"],
    ["0.01", "09-02"],
    ["22.22", "09-30"],
    ["41.10", "11-03"],
  ] as const)
    await payVendor(owner, vendor, [[billId, amount]], { paidOn: day(on) });
  const open = await postedBill(owner, vendor, { billedOn: day("10-01"), dueOn: day("10-08") });
  const paid = await payVendor(owner, vendor, [[open, "60"]], { paidOn: day("10-07") });
  await takeBackBillPayment(owner, paid, day("11-04"));
  const late = await newVendor(owner);
  await postedBill(owner, late, { billedOn: day("07-01"), dueOn: day("07-15") });
  await takeBackBill(owner, await postedBill(owner, late, { billedOn: day("09-01") }), day("09-15"));

  await approvedExpense(firm, "80", { spentOn: day("09-03") });
  await takeBackExpense(owner, await approvedExpense(firm, "12", { spentOn: day("09-04") }), day("10-02"));
  const own = { paidBy: "member" as const };
  await reimbursed(owner, await approvedExpense(firm, "45", { ...own, spentOn: day("08-28") }), day("10-14"));
  const wrong = await approvedExpense(firm, "9", { ...own, spentOn: day("09-06") });
  await reimbursed(owner, wrong, day("09-16"));
  await takeBackExpense(owner, wrong, day("10-16"));
  await approvedExpense(firm, "7", { ...own, spentOn: day("10-30") });
  return { vendor, billId };
}
