import { beforeAll, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import type { AccountType } from "@/lib/ledger/account";
import { createAccount } from "@/lib/ledger/create-account";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { newAccountInput } from "@/lib/ledger/inputs";
import { getAccount, listAccounts, listPostableAccounts } from "@/lib/ledger/queries";
import { activateAccount, deactivateAccount, updateAccount } from "@/lib/ledger/update-account";
import { as, sql, verdict } from "../../db/roles";
import { bookByHand, issued, newClient, pay } from "../../deeds";
import { type World, world } from "../../world";
import { balances, refused } from "./books";

let w: World;

beforeAll(async () => {
  w = await world();
});

const create = (code: string, name: string, type: AccountType = "expense") =>
  w.a.owner.work((work) => createAccount(work, newAccountInput.parse({ code, name, type })));

async function edit(
  accountId: AccountId,
  changes: { code?: string; name?: string; type?: AccountType; isBank?: boolean },
  revision?: number,
) {
  const { code, name, type, isBank, revision: current } = await getAccount(w.a.owner.scope(), accountId);
  return w.a.owner.work((work) =>
    updateAccount(work, { accountId, revision: revision ?? current, code, name, type, isBank, ...changes }),
  );
}

async function byCode(code: string) {
  const found = (await listAccounts(w.a.owner.scope(), {})).find((account) => account.code === code);
  if (!found) throw new Error(`no account ${code}`);
  return found;
}

test("codes and names are unique in a company, and each company has its own", async () => {
  await create("6200", "Software");
  expect(await refused(w.a.owner, () => create("6200", "Hardware"))).toMatchObject({
    code: "account_code_taken",
    fields: { code: expect.any(String) },
  });
  expect(await refused(w.a.owner, () => create("6201", "SOFTWARE"))).toMatchObject({ code: "name_taken" });
  await w.b.owner.work((work) =>
    createAccount(work, { code: "6200", name: "Software", type: "expense", isBank: false }),
  );
  expect((await listAccounts(w.b.owner.scope(), {})).filter((account) => account.code === "6200")).toHaveLength(1);
});

test("a system account keeps its code and type and stays in use; its name is free", async () => {
  const cash = await byCode("1000");
  expect(await refused(w.a.owner, () => edit(cash.id, { code: "1001" }))).toMatchObject({ code: "account_system" });
  expect(await refused(w.a.owner, () => edit(cash.id, { type: "expense" }))).toMatchObject({ code: "account_system" });
  expect(
    await refused(w.a.owner, () => w.a.owner.work((work) => deactivateAccount(work, { accountId: cash.id }))),
  ).toMatchObject({ code: "account_system" });
  await edit(cash.id, { name: "Checking" });
  expect(await byCode("1000")).toMatchObject({ name: "Checking", revision: cash.revision + 1 });
});

test("an account with postings keeps its type, but may get another code", async () => {
  const { accountId } = await create("6300", "Rent");
  await edit(accountId, { type: "asset" });
  await edit(accountId, { type: "expense" });
  expect((await getAccount(w.a.owner.scope(), accountId)).hasPostings).toBe(false);
  await bookByHand(w.a.owner, "6300", "1000", "900");
  expect((await getAccount(w.a.owner.scope(), accountId)).hasPostings).toBe(true);
  expect(await refused(w.a.owner, () => edit(accountId, { type: "asset" }))).toMatchObject({
    code: "account_used",
    fields: { type: expect.any(String) },
  });
  await edit(accountId, { code: "6310" });
  expect(await byCode("6310")).toMatchObject({ id: accountId, type: "expense" });
});

test("money is received into bank accounts alone, and one that holds some stays one, which the database says too", async () => {
  const company = w.a.owner.seat.company.id;
  const { accountId } = await create("1700", "Vehicles", "asset");
  const offered = async () => (await listDepositAccounts(w.a.owner.scope())).map((account) => account.code);
  expect(await offered()).not.toContain("1700");
  const invoiceId = await issued(w.a.owner, await newClient(w.a.owner));
  const putThere = () => pay(w.a.owner, invoiceId, "10", { depositAccountId: accountId });
  expect(await refused(w.a.owner, putThere)).toMatchObject({ code: "not_found" });

  await edit(accountId, { isBank: true });
  expect(await offered()).toContain("1700");
  await putThere();
  expect(await refused(w.a.owner, () => edit(accountId, { isBank: false }))).toMatchObject({
    code: "account_holds_money",
    fields: { isBank: expect.stringContaining("a payment") },
  });
  const byHand = sql`update accounts set is_bank = false where id = ${accountId}`;
  expect(await verdict("app", company, [byHand])).toBe("EZ002");
});

test("what an account is waits for whoever is naming it just now", async () => {
  const company = w.a.owner.seat.company.id;
  const { accountId } = await create("1800", "Deposits with others", "asset");
  await edit(accountId, { isBank: true });
  const change = sql`update accounts set is_bank = false where id = ${accountId}`;
  const impatient = () => verdict("app", company, ["set local lock_timeout = '200ms'", change]);
  await as("app", company, async (run) => {
    // as the foreign key of a payment holds it until the commit
    await run(sql`select 1 from accounts where id = ${accountId} for key share`);
    expect(await impatient()).toBe("55P03");
  });
  expect(await impatient()).toBeNull();
});

test("only an asset that no subledger keeps is a bank account", async () => {
  const { accountId } = await create("2400", "Loan", "liability");
  expect(await refused(w.a.owner, () => edit(accountId, { isBank: true }))).toMatchObject({
    code: "account_bank_asset",
    fields: { isBank: expect.any(String) },
  });
  const receivable = await byCode("1100");
  expect(await refused(w.a.owner, () => edit(receivable.id, { isBank: true }))).toMatchObject({
    code: "account_system",
  });
  const cash = await byCode("1000");
  for (const [id, flag] of [
    [accountId, true],
    [receivable.id, true],
    [cash.id, false],
  ] as const) {
    const byHand = sql`update accounts set is_bank = ${flag} where id = ${id}`;
    expect(await verdict("app", w.a.owner.seat.company.id, [byHand])).toBe("23514");
  }
});

test("a save over somebody else's save is a conflict and overwrites nothing", async () => {
  const { accountId } = await create("6400", "Travel");
  await edit(accountId, { name: "Travel and lodging" });
  expect(await refused(w.a.owner, () => edit(accountId, { name: "Trips" }, 0))).toMatchObject({ code: "stale" });
});

test("another company's account is not found", async () => {
  const theirs = (await listAccounts(w.b.owner.scope(), {}))[0];
  const accountId = theirs?.id as AccountId;
  await expect(getAccount(w.a.owner.scope(), accountId)).rejects.toMatchObject({ code: "not_found" });
  const deactivate = () => w.a.owner.work((work) => deactivateAccount(work, { accountId }));
  expect(await refused(w.a.owner, deactivate)).toMatchObject({ code: "not_found" });
});

test("deactivated and control accounts are not offered for posting by hand", async () => {
  const { accountId } = await create("6500", "Parking");
  await w.a.owner.work((work) => deactivateAccount(work, { accountId }));
  const offered = (await listPostableAccounts(w.a.owner.scope())).map((account) => account.code);
  for (const code of ["1000", "2100"]) expect(offered).toContain(code);
  for (const code of ["1100", "2200", "6500"]) expect(offered).not.toContain(code);
  const inactive = await listAccounts(w.a.owner.scope(), { status: "inactive" });
  expect(inactive.map((account) => account.code)).toEqual(["6500"]);
});

test("deactivated from two tabs an account stays deactivated, and so with activating", async () => {
  const { accountId } = await create("6600", "Tolls");
  const state = async () => (await getAccount(w.a.owner.scope(), accountId)).isActive;
  for (let tab = 0; tab < 2; tab++) await w.a.owner.work((work) => deactivateAccount(work, { accountId }));
  expect(await state()).toBe(false);
  for (let tab = 0; tab < 2; tab++) await w.a.owner.work((work) => activateAccount(work, { accountId }));
  expect(await state()).toBe(true);
});

test("a balance is that of today: what is dated later does not count yet", async () => {
  const before = (await balances(w.a.owner))["3000"] ?? 0;
  await bookByHand(w.a.owner, "1000", "3000", "50.00", plainDate("2026-11-18"));
  await bookByHand(w.a.owner, "1000", "3000", "7.00", plainDate("2026-11-19"));
  await bookByHand(w.a.owner, "1000", "3000", "9.00", plainDate("2027-01-01"));
  expect((await balances(w.a.owner))["3000"]).toBe(before - 5_000);
  const tomorrow = await listAccounts(w.a.owner.scope(new Date("2026-11-19T17:00:00Z")), { search: "3000" });
  expect(tomorrow[0]?.balanceCents).toBe(before - 5_700);
});

test("the chart is found by code, name, type and status", async () => {
  const codes = async (filters: Parameters<typeof listAccounts>[1]) =>
    (await listAccounts(w.a.owner.scope(), filters)).map((account) => account.code);
  expect(await codes({ search: "receiv" })).toEqual(["1100"]);
  expect(await codes({ type: "income" })).toEqual(["4000"]);
  expect(await codes({ type: "no such type" })).toEqual(await codes({}));
  expect(await codes({ search: "100%" })).toEqual([]);
});
