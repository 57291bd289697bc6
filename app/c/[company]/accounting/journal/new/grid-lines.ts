import { decimalOfCents, parseMoney } from "@/lib/kernel/decimal-text";

/** A line as it is typed: text, until it is summed or sent. */
export type GridLine = { accountId: string; debit: string; credit: string; memo: string };

export const emptyLine: GridLine = { accountId: "", debit: "", credit: "", memo: "" };

/** A line in which nothing was typed is no line, and is not sent. */
function isBlank(line: GridLine): boolean {
  return Object.values(line).every((text) => text.trim() === "");
}

/** The place of each line among those that are sent, which is how a refusal names it; null for a blank one. */
export function placesOf(lines: GridLine[]): (number | null)[] {
  let place = 0;
  return lines.map((line) => (isBlank(line) ? null : place++));
}

/** The `lines` field: what lib/ledger/inputs.ts reads. */
export function sentLines(lines: GridLine[]): string {
  return JSON.stringify(lines.filter((line) => !isBlank(line)));
}

export type GridTotals = { debitCents: number; creditCents: number; differenceCents: number };

/** What can't be read as an amount counts as zero until it can. A difference above zero: more debits than credits. */
export function totalsOf(lines: GridLine[]): GridTotals {
  const debitCents = lines.reduce((sum, line) => sum + centsIn(line.debit), 0);
  const creditCents = lines.reduce((sum, line) => sum + centsIn(line.credit), 0);
  return { debitCents, creditCents, differenceCents: debitCents - creditCents };
}

/** Debit and credit with which this line balances all the others. */
export function balancing(lines: GridLine[], index: number): Pick<GridLine, "debit" | "credit"> {
  const { differenceCents } = totalsOf(lines.filter((_, other) => other !== index));
  if (differenceCents === 0) return { debit: "", credit: "" };
  const amount = decimalOfCents(Math.abs(differenceCents));
  return differenceCents < 0 ? { debit: amount, credit: "" } : { debit: "", credit: amount };
}

function centsIn(text: string): number {
  const parsed = parseMoney(text);
  return parsed.ok ? Math.max(parsed.value, 0) : 0;
}
