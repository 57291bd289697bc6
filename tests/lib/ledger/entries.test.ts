import { beforeAll, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { type AccountId, type JournalEntryId, newId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { createAccount } from "@/lib/ledger/create-account";
import { journalEntryInput } from "@/lib/ledger/inputs";
import { post } from "@/lib/ledger/post";
import { entryFilters, entrySorts, getEntry, listEntries, listEntriesOfSource } from "@/lib/ledger/queries";
import { deactivateAccount } from "@/lib/ledger/update-account";
import { accountByCode, bookByHand, issued, newClient, pay } from "../../deeds";
import { type World, world } from "../../world";
import { balances, postLines, refused, reverseBy } from "./books";

let w: World;
let account: (code: string) => AccountId;

beforeAll(async () => {
  w = await world();
  account = await accountByCode(w.a.owner);
});

const list = (params: Record<string, string>) =>
  listEntries(
    w.a.owner.scope(),
    listRequest(params, { sorts: entrySorts, defaultSort: "-date", filters: entryFilters }),
  );

test("an entry whose sides differ is refused with the difference, and leaves nothing behind", async () => {
  const refusal = await refused(w.a.owner, () =>
    postLines(w.a.owner, [
      [account("1000"), "100.00", "0"],
      [account("3000"), "0", "90.50"],
    ]),
  );
  expect(refusal).toMatchObject({ code: "entry_unbalanced", details: { amount: "$9.50" } });
});

test("one line is no entry, nor are lines of zero", async () => {
  const one = await refused(w.a.owner, () =>
    w.a.owner.work((work) =>
      post(work, {
        entryOn: plainDate("2026-11-01"),
        memo: "Nothing",
        sourceType: "manual",
        sourceId: newId("journalEntry"),
        lines: [
          { account: { role: "cash" }, amountCents: cents(0) },
          { account: { role: "equity" }, amountCents: cents(0) },
        ],
      }),
    ),
  );
  expect(one).toMatchObject({ code: "entry_too_short" });
  const typed = journalEntryInput.safeParse({
    entryOn: "2026-11-01",
    memo: "Half",
    lines: JSON.stringify([{ accountId: account("1000"), debit: "5", credit: "", memo: "" }]),
  });
  expect(typed.error?.issues[0]).toMatchObject({ path: ["lines"], message: "An entry needs at least two lines." });
});

test("what is wrong with a line is said at that line", () => {
  const typed = journalEntryInput.safeParse({
    entryOn: "2026-11-01",
    memo: "Typed",
    lines: JSON.stringify([
      { accountId: account("1000"), debit: "5", credit: "5", memo: "" },
      { accountId: "", debit: "", credit: "1.005", memo: "" },
    ]),
  });
  const paths = typed.error?.issues.map((issue) => issue.path.join("."));
  expect(paths).toEqual(["lines.0.debit", "lines.1.accountId", "lines.1.credit"]);
});

test("a control account takes no posting by hand, and the refusal names the line", async () => {
  for (const code of ["1100", "2200"]) {
    const refusal = await refused(w.a.owner, () =>
      postLines(w.a.owner, [
        [account("1000"), "1", "0"],
        [account(code), "0", "1"],
      ]),
    );
    expect(refusal).toMatchObject({ code: "account_control", fields: { "lines.1.accountId": expect.any(String) } });
  }
});

test("a deactivated account takes no posting, but takes the reversal of an older one", async () => {
  const { accountId } = await w.a.owner.work((work) =>
    createAccount(work, { code: "6150", name: "Postage", type: "expense", isBank: false }),
  );
  const { entryId } = await postLines(w.a.owner, [
    [accountId, "12.34", "0"],
    [account("1000"), "0", "12.34"],
  ]);
  await w.a.owner.work((work) => deactivateAccount(work, { accountId }));
  const refusal = await refused(w.a.owner, () =>
    postLines(w.a.owner, [
      [accountId, "1", "0"],
      [account("1000"), "0", "1"],
    ]),
  );
  expect(refusal).toMatchObject({ code: "account_inactive", fields: { "lines.0.accountId": expect.any(String) } });
  await reverseBy(w.a.owner, entryId);
  expect(await balances(w.a.owner)).not.toHaveProperty("6150");
});

test("a reversal mirrors its entry line by line, links both ways, and is made once", async () => {
  const before = await balances(w.a.owner);
  const entryId = await bookByHand(w.a.owner, "6000", "1000", "250.00", plainDate("2026-11-03"));
  const { entryId: reversalId } = await reverseBy(w.a.owner, entryId);
  expect(await balances(w.a.owner)).toEqual(before);

  const [entry, reversal] = await Promise.all(
    [entryId, reversalId].map((id) => getEntry(w.a.manager.scope(), id as JournalEntryId)),
  );
  expect(reversal?.lines.map((line) => [line.code, line.amountCents])).toEqual(
    entry?.lines.map((line) => [line.code, 0 - line.amountCents]),
  );
  expect(entry?.reversedBy?.id).toBe(reversalId);
  expect(reversal?.reverses?.id).toBe(entryId);
  expect(await refused(w.a.owner, () => reverseBy(w.a.owner, entryId))).toMatchObject({ code: "entry_reversed" });
});

test("two people who reverse the same entry at once make one reversal", async () => {
  const entryId = await bookByHand(w.a.owner, "6000", "1000", "10.00");
  const tries = await Promise.allSettled([w.a.owner, w.a.admin, w.a.owner].map((desk) => reverseBy(desk, entryId)));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const reasons = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(reasons).toEqual(["entry_reversed", "entry_reversed"]);
});

test("a reversal is not dated before its entry", async () => {
  const entryId = await bookByHand(w.a.owner, "6000", "1000", "10.00", plainDate("2026-11-10"));
  const refusal = await refused(w.a.owner, () => reverseBy(w.a.owner, entryId, plainDate("2026-11-09")));
  expect(refusal).toMatchObject({ code: "void_before", details: { day: "Nov 10, 2026" } });
});

test("the entry of a document is corrected through its document, never by a reversal", async () => {
  const clientId = await newClient(w.a.owner);
  const invoiceId = await issued(w.a.owner, clientId);
  const paymentId = await pay(w.a.owner, invoiceId, "40");
  for (const source of [
    { sourceTypes: ["invoice" as const], sourceId: invoiceId },
    { sourceTypes: ["payment" as const], sourceId: paymentId },
  ]) {
    const [entry] = await listEntriesOfSource(w.a.manager.scope(), source);
    const refusal = await refused(w.a.owner, () => reverseBy(w.a.owner, entry?.id as JournalEntryId));
    expect(refusal).toMatchObject({ code: "entry_has_source" });
  }
  const byHand = await bookByHand(w.a.owner, "6000", "1000", "10.00");
  const { entryId } = await reverseBy(w.a.owner, byHand);
  expect(await refused(w.a.owner, () => reverseBy(w.a.owner, entryId))).toMatchObject({ code: "entry_has_source" });
});

test("another company's entries and accounts are not found", async () => {
  const theirs = await accountByCode(w.b.owner);
  const entryId = await bookByHand(w.b.owner, "6000", "1000", "10.00");
  await expect(getEntry(w.a.owner.scope(), entryId)).rejects.toMatchObject({ code: "not_found" });
  expect(await refused(w.a.owner, () => reverseBy(w.a.owner, entryId))).toMatchObject({ code: "not_found" });
  const mixed = await refused(w.a.owner, () =>
    postLines(w.a.owner, [
      [account("1000"), "1", "0"],
      [theirs("3000"), "0", "1"],
    ]),
  );
  expect(mixed).toMatchObject({ code: "not_found" });
});

test("the journal is found by number, memo, amount, source, account and days", async () => {
  const entryId = await bookByHand(w.a.owner, "1000", "3000", "7,654.32", plainDate("2026-10-05"));
  const { entry } = await getEntry(w.a.owner.scope(), entryId);
  const ids = async (params: Record<string, string>) => (await list(params)).rows.map((row) => row.id);
  expect(await ids({ q: "$7,654.32" })).toEqual([entryId]);
  expect(await ids({ q: String(entry.number) })).toContain(entryId);
  expect(await ids({ from: "2026-10-01", to: "2026-10-31" })).toEqual([entryId]);
  expect(await ids({ account: account("3000") })).toEqual([entryId]);
  expect(await ids({ source: "manual", q: "by HAND" })).toContain(entryId);
  expect((await list({ source: "no such source", account: "nonsense", from: "yesterday" })).total).toBeGreaterThan(5);
});

test("entries are numbered without a gap, also where some were refused", async () => {
  const { rows } = await list({ sort: "number" });
  const numbers = rows.map((row) => row.number);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
});
