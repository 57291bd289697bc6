import { beforeAll, describe, expect, test } from "vitest";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { updateTimeSettings } from "@/lib/companies/update-company";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { getExpense, listExpenses } from "@/lib/expenses/queries";
import { deleteExpense } from "@/lib/expenses/update-expense";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { getInvoice } from "@/lib/invoicing/queries";
import type { ClientId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { trialBalance } from "@/lib/reports/trial-balance";
import { issue, newClient, newProject, percent, takeBackInvoice } from "../../deeds";
import { brokenInvariants } from "../../evidence";
import {
  approveAs,
  approvedExpense,
  chargedTo,
  reimbursed,
  spentBy,
  submitted,
  takeBackExpense,
} from "../../expense-deeds";
import { today, type World, world } from "../../world";

let w: World;
let clientId: ClientId;

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager);
});

const codeOf = (deed: Promise<unknown>) =>
  deed.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

const balances = async () => (await trialBalance(w.a.owner.scope(), { asOf: today })).lines;

describe("an expense", () => {
  test("is numbered and posted by the approval alone, and nobody approves his own where another can", async () => {
    const before = await balances();
    const id = await spentBy(w.a.manager, "12");
    await submitted(w.a.manager, [id]);
    expect(await balances()).toEqual(before);
    expect(await codeOf(approveAs(w.a.manager, [id]))).toBe("expense_own_approval");
    await approveAs(w.a.admin, [id]);
    const { expense } = await getExpense(w.a.manager.scope(), id);
    expect(expense.number).toMatch(/^EXP-\d{5}$/);
    expect(await codeOf(w.a.manager.work((work) => deleteExpense(work, { expenseId: id })))).toBe("expense_locked");
  });

  test("is not approved by whoever entered it in another's name, but where one may approve one's own", async () => {
    const { a } = await world();
    const inStaffsName = { memberId: a.staff.seat.member.id, paidBy: "member" } as const;
    const id = await spentBy(a.manager, "500", inStaffsName);
    await submitted(a.staff, [id]);
    expect(await codeOf(approveAs(a.manager, [id]))).toBe("expense_own_approval");
    await approveAs(a.admin, [id]);
    const { revision } = await getTimeSettings(a.admin.scope());
    const asBefore = { timeRounding: "none", timeRoundingMinutes: 15, timeMinimumMinutes: 0 } as const;
    const policy = { ...asBefore, timeNeedsApproval: true, timeOwnApproval: true, revision };
    await a.admin.work((work) => updateTimeSettings(work, policy));
    const other = await spentBy(a.manager, "500", inStaffsName);
    await submitted(a.manager, [other]);
    expect(await codeOf(approveAs(a.manager, [other]))).toBe("done");
  });

  test("of a member, reimbursed and voided, leaves every balance as before", async () => {
    const before = await balances();
    const id = await approvedExpense(w.a, "80", { paidBy: "member" });
    await reimbursed(w.a.manager, id);
    await takeBackExpense(w.a.manager, id);
    expect(await balances()).toEqual(before);
    expect(await brokenInvariants(w.a.owner)).toEqual([]);
  });

  test("that the company paid is not reimbursed", async () => {
    const id = await approvedExpense(w.a, "8");
    expect(await codeOf(reimbursed(w.a.manager, id))).toBe("expense_not_owed");
  });

  test("of somebody else is not found by staff, nor one of another company by anybody", async () => {
    const id = await spentBy(w.a.manager, "5");
    expect(await codeOf(getExpense(w.a.staff.scope(), id))).toBe("not_found");
    expect(await codeOf(submitted(w.a.staff, [id]))).toBe("not_found");
    expect(await codeOf(submitted(w.b.owner, [id]))).toBe("not_found");
    const own = await spentBy(w.a.staff, "6");
    const request = listRequest({}, { sorts: ["day"], defaultSort: "day", filters: [] });
    const seen = await listExpenses(w.a.staff.scope(), request as Parameters<typeof listExpenses>[1]);
    expect(seen.rows.map((row) => row.id)).toEqual([own]);
  });

  test("is told to staff on its own page alone, and to whoever approves it on its project's history too", async () => {
    const projectId = await newProject(w.a.manager, clientId, { memberIds: [w.a.staff.seat.member.id] });
    await approvedExpense(w.a, "45", { projectId, merchant: "Secret dinner" });
    const own = await spentBy(w.a.staff, "6", { projectId });
    const told = async (desk: Desk, about: Parameters<typeof listTimeline>[1]) =>
      (await listTimeline(desk.scope(), about)).map(({ type }) => type);
    expect(await told(w.a.staff, { projectId })).toEqual(["project.created"]);
    expect(await told(w.a.staff, { clientId })).not.toContain("expense.created");
    expect(await told(w.a.staff, { subjectId: own })).toEqual(["expense.created"]);
    expect(await told(w.a.manager, { projectId })).toEqual(
      expect.arrayContaining(["expense.created", "expense.submitted", "expense.approved"]),
    );
  });
});

describe("a billable expense", () => {
  const billable = () => approvedExpense(w.a, "33.35", { clientId, isBillable: true, markup: percent("10") });

  test("is charged with its markup, rounded half up, and follows the client of its project", async () => {
    const projectId = await newProject(w.a.manager, clientId);
    const id = await approvedExpense(w.a, "33.35", { projectId, isBillable: true, markup: percent("10") });
    const { invoice } = await getInvoice(w.a.manager.scope(), await chargedTo(w.a.manager, clientId, [id]));
    expect([invoice.totalCents, invoice.projectId]).toEqual([3_669, projectId]);
  });

  test("goes on one invoice, however many ask at once", async () => {
    const id = await billable();
    const charge = () => codeOf(chargedTo(w.a.manager, clientId, [id]));
    expect((await Promise.all([charge(), charge()])).toSorted()).toEqual(["done", "expense_not_billable"]);
  });

  test("is free again when its draft is deleted or its invoice void, and not voided while it is charged", async () => {
    const id = await billable();
    const draft = await chargedTo(w.a.manager, clientId, [id]);
    expect(await codeOf(takeBackExpense(w.a.manager, id))).toBe("expense_billed");
    await w.a.manager.work((work) => deleteInvoice(work, { invoiceId: draft, revision: 0 }));
    const again = await chargedTo(w.a.manager, clientId, [id]);
    await issue(w.a.manager, again);
    await takeBackInvoice(w.a.manager, again);
    await takeBackExpense(w.a.manager, id);
    expect(await brokenInvariants(w.a.owner)).toEqual([]);
  });

  test("of another client is refused", async () => {
    const other = await newClient(w.a.manager);
    expect(await codeOf(chargedTo(w.a.manager, other, [await billable()]))).toBe("expense_not_billable");
  });
});
