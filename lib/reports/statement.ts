import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { type AccountType, onNormalSide } from "@/lib/ledger/account";
import type { AccountMovement, Range } from "./balances";
import type { Columns } from "./columns";
import { type Lines, money, type SheetRow } from "./sheet";

/** One account on a statement, positive on its normal side; an amount for each range. */
export type StatementLine = { accountId: AccountId; code: string; name: string; amounts: Cents[] };

export type StatementSection = { type: AccountType; lines: StatementLine[]; totals: Cents[] };

/** The accounts of one type that are not at zero in every range, with their sums. */
export function sectionOf(type: AccountType, movements: AccountMovement[], ranges: number): StatementSection {
  const lines = movements
    .filter((account) => account.type === type && account.amounts.some((amount) => amount !== 0))
    .map(({ accountId, code, name, amounts }) => ({
      ...{ accountId, code, name },
      amounts: amounts.map((amount) => cents(onNormalSide(type, amount))),
    }));
  return { type, lines, totals: sumsBy(ranges, (n) => lines.map((line) => line.amounts[n] ?? 0)) };
}

export function sumsBy(ranges: number, amountsOf: (range: number) => number[]): Cents[] {
  return Array.from({ length: ranges }, (_, n) => sumCents(amountsOf(n)));
}

/** A row whose figures lead to their lines. */
export function figures(
  row: Omit<SheetRow, "cells">,
  amounts: Cents[],
  { cells }: Columns,
  linesOf: ((range: Range) => Lines | null) | null,
): SheetRow {
  return { ...row, cells: cells(amounts, (amount, range) => money(amount, linesOf?.(range) ?? null)) };
}

/** Heading, accounts, total. */
export function sectionRows(
  title: string,
  section: StatementSection,
  columns: Columns,
  links: {
    ofAccount: (accountId: AccountId, range: Range) => Lines | null;
    ofTotal: (range: Range) => Lines | null;
    more?: SheetRow[];
  },
): SheetRow[] {
  return [
    { key: title, style: "heading", label: title, cells: [] },
    ...section.lines.map(({ accountId, code, name, amounts }) =>
      figures({ key: accountId, style: "line", code, label: name }, amounts, columns, (range) =>
        links.ofAccount(accountId, range),
      ),
    ),
    ...(links.more ?? []),
    figures(
      { key: `${title} total`, style: "sum", label: `Total ${title.toLowerCase()}` },
      section.totals,
      columns,
      links.ofTotal,
    ),
  ];
}
