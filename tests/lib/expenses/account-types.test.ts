import { beforeEach, describe, expect, test } from "vitest";
import { createCategory } from "@/lib/expenses/save-category";
import { plainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import type { AccountType } from "@/lib/ledger/account";
import { createAccount } from "@/lib/ledger/create-account";
import { getAccount } from "@/lib/ledger/queries";
import { updateAccount } from "@/lib/ledger/update-account";
import { planPayment } from "@/lib/payments/plan-payment";
import { sql, verdict } from "../../db/roles";
import { dollars, newClient } from "../../deeds";
import { approveAs, billLine, draftedBill, newVendor, postIt, spentBy, submitted } from "../../expense-deeds";
import { type Firm, world } from "../../world";
import { committed } from "../reconciliation/plant";

/** Accounts that are named before anything is posted to them. */
let firm: Firm;
let accountId: AccountId;

beforeEach(async () => {
  firm = (await world()).a;
});

async function opened(type: AccountType) {
  const made = await firm.admin.work((work) =>
    createAccount(work, { code: "6990", name: "Odd", type, isBank: type === "asset" }),
  );
  accountId = made.accountId;
}

async function spentIn() {
  const input = { name: "Oddities", accountId };
  const { categoryId } = await firm.admin.work((work) => createCategory(work, input));
  const id = await spentBy(firm.manager, "10", { categoryId });
  await submitted(firm.manager, [id]);
  return id;
}

async function billedOn() {
  const lines = [await billLine(firm.manager, "50"), { ...(await billLine(firm.manager, "100")), accountId }];
  return draftedBill(firm.manager, await newVendor(firm.manager), { lines });
}

const naming: [string, AccountType, () => Promise<unknown>][] = [
  ["an expense category", "expense", () => spentIn()],
  ["a line of a bill", "expense", () => billedOn()],
  ["an expense", "asset", () => spentBy(firm.manager, "10", { paidFromAccountId: accountId })],
  [
    "an expected payment",
    "asset",
    async () => {
      const clientId = await newClient(firm.manager);
      const when = { receivedOn: plainDate("2026-12-01"), amount: dollars("10"), method: "check" as const };
      const words = { reference: "", note: "" };
      await firm.manager.work((work) =>
        planPayment(work, { clientId, depositAccountId: accountId, ...when, ...words }),
      );
    },
  ],
];

describe("the type of an account that is named by", () => {
  test.each(naming)("%s stays, which the refusal says, and so the database", async (what, type, name) => {
    await opened(type);
    await name();
    const { code, name: called, revision } = await getAccount(firm.admin.scope(), accountId);
    const change = { accountId, revision, code, name: called, type: "income" as const, isBank: false };
    await expect(firm.admin.work((work) => updateAccount(work, change))).rejects.toMatchObject({
      code: "account_named",
      fields: { type: expect.stringContaining(what) },
    });
    const byHand = sql`update accounts set type = 'income' where id = ${accountId}`;
    expect(await verdict("app", firm.admin.seat.company.id, [byHand])).toBe("EZ002");
  });
});

describe("an account that is for no expense any more", () => {
  const becomesIncome = () =>
    committed((client) => client.query("update accounts set type = 'income' where id = $1", [accountId]));

  test("is named by the refusal to approve an expense of its category", async () => {
    await opened("expense");
    const id = await spentIn();
    await becomesIncome();
    await expect(approveAs(firm.admin, [id])).rejects.toMatchObject({
      code: "account_no_expense",
      message: expect.stringMatching(/6990 Odd .*the category Oddities/),
    });
  });

  test("is named by the refusal to post a bill with it, with the line", async () => {
    await opened("expense");
    const id = await billedOn();
    await becomesIncome();
    await expect(postIt(firm.manager, id)).rejects.toMatchObject({
      code: "account_no_expense",
      message: expect.stringMatching(/6990 Odd .*line 2/),
    });
  });
});
