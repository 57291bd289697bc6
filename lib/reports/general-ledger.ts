import { and, asc, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cursor, encodeCursor } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { type AccountType, isDebitNormal } from "@/lib/ledger/account";
import type { Range } from "./balances";
import { ledgerQuery } from "./ledger/ledger-query";
import { type LedgerLine, type LedgerRow, lineOf } from "./ledger/ledger-row";
import { type Place, placeAt, placeOf } from "./ledger/place";
import type { LineFilter } from "./line-filter";
import { newestEntryNumber } from "./newest-entry";

/** One account, all accounts of some types, or all that is cash: what a total of a report is the sum of. */
export type LedgerOf = { accountId: AccountId } | { types: readonly AccountType[] } | { cash: true };

/** With `newest`, entries of higher numbers count for nothing: pages that are read one after the other then fit together. */
export type LedgerPage = { after: Cursor | null; before: Cursor | null; limit: number; newest?: number };

/** `filter` narrows the lines, and with them the balances, to what one figure of a report counts. */
export type LedgerAsk = Range & { of: LedgerOf; filter?: LineFilter };

export type GeneralLedger = Range & {
  of: LedgerOf;
  /** Null where the ledger is of types. */
  account: { id: AccountId; code: string; name: string; type: AccountType } | null;
  /** Which side the balances below are positive on. */
  isDebitNormal: boolean;
  openingCents: Cents;
  closingCents: Cents;
  /** Closing less opening: the figure that a statement of the same range shows. */
  movementCents: Cents;
  lines: LedgerLine[];
  next: string | null;
  previous: string | null;
};

/**
 * One page of an account's lines, oldest first, each with the balance after it; opening and closing are those of the
 * whole range. One query, the last page as quick as the first. Refuses `not_found` for an account that is not there.
 */
export async function generalLedger(
  scope: Scope<"reports.read">,
  { of, from, to, filter = {}, ...page }: LedgerAsk & LedgerPage,
): Promise<GeneralLedger> {
  const backwards = page.before !== null && page.after === null;
  const place = placeOf(page.after ?? page.before);
  const slice = { place, backwards, limit: page.limit + 1 };
  const days = { from, to, newest: page.newest ?? null, filter };
  const chosen = and(owned(scope, accounts), chosenBy(of));
  const { rows } = await scope.read((db) => db.execute<LedgerRow>(ledgerQuery(scope, chosen, days, slice)));
  const head = present(rows[0], "the head of the ledger");
  if ("accountId" in of && head.account === null) throw new Refusal("not_found");

  const account = "accountId" in of ? head.account : null;
  const debitNormal = account ? isDebitNormal(account.type) : !("types" in of) || of.types.every(isDebitNormal);
  const sign = debitNormal ? 1 : -1;
  const found = rows.filter((row) => row.entryId !== null);
  const more = found.length > page.limit;
  const kept = more ? (backwards ? found.slice(1) : found.slice(0, -1)) : found;
  const lines = kept.map((row) => lineOf(row, sign));
  const [openingCents, closingCents] = [cents(sign * Number(head.opening)), cents(sign * Number(head.closing))];
  return {
    ...{ of, from, to, account, isDebitNormal: debitNormal, openingCents, closingCents, lines },
    movementCents: cents(closingCents - openingCents),
    next: (backwards ? place !== null : more) ? cursorOf(lines.at(-1)) : null,
    previous: (backwards ? more : place !== null) ? cursorOf(lines.at(0)) : null,
  };
}

export type WholeLedger = { head: GeneralLedger; batches: AsyncIterable<LedgerLine[]> };

/**
 * The ledger of a range with every line of it in order, a batch at a time, for exports of any length. Opening, lines and
 * closing agree: what is posted while it is read is left out of all three.
 */
export async function wholeLedger(scope: Scope<"reports.read">, range: LedgerAsk, batch = 2_000): Promise<WholeLedger> {
  const pinned = { ...range, newest: await newestEntryNumber(scope) };
  const head = await generalLedger(scope, { ...pinned, after: null, before: null, limit: 1 });
  return { head, batches: ledgerLines(scope, pinned, batch) };
}

async function* ledgerLines(
  scope: Scope<"reports.read">,
  pinned: LedgerAsk & { newest: number },
  batch: number,
): AsyncGenerator<LedgerLine[]> {
  let after: Cursor | null = null;
  do {
    const page: GeneralLedger = await generalLedger(scope, { ...pinned, after, before: null, limit: batch });
    yield page.lines;
    const last = page.lines.at(-1);
    after = page.next && last ? placeAt(last) : null;
  } while (after);
}

/** For the picker: the chart by code. */
export function listLedgerAccounts(scope: Scope<"reports.read">) {
  return scope.read((db) =>
    db
      .select({ id: accounts.id, code: accounts.code, name: accounts.name, type: accounts.type })
      .from(accounts)
      .where(owned(scope, accounts))
      .orderBy(asc(accounts.code)),
  );
}

function chosenBy(of: LedgerOf) {
  if ("cash" in of) return eq(accounts.isBank, true);
  return "accountId" in of ? eq(accounts.id, of.accountId) : inArray(accounts.type, [...of.types]);
}

function cursorOf(line: Place | undefined): string | null {
  return line ? encodeCursor(placeAt(line)) : null;
}
