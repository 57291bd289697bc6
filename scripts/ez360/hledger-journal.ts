import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { AccountType } from "@/lib/ledger/account";
import type { JournalAccount, JournalRow } from "@/lib/reports/journal-export";

/** hledger's five roots and the letters of its `type:` tag. */
const roots: Record<AccountType, [root: string, letter: string]> = {
  asset: ["assets", "A"],
  liability: ["liabilities", "L"],
  equity: ["equity", "E"],
  income: ["income", "R"],
  expense: ["expenses", "X"],
};

/** A journal that `hledger check --strict` takes: commodity and accounts declared first, entries by date. */
export async function* hledgerJournal(
  accounts: JournalAccount[],
  batches: AsyncIterable<JournalRow[]>,
): AsyncGenerator<string> {
  yield "commodity $1,000.00\n\n";
  yield accounts.map((account) => `account ${nameOf(account)}  ; type:${roots[account.type][1]}\n`).join("");
  let current = "";
  for await (const rows of batches) {
    let text = "";
    for (const row of rows) {
      if (row.entryId !== current) text += `\n${row.entryOn} (${row.number}) ${plain(row.memo) || "Entry"}\n`;
      current = row.entryId;
      text += `    ${nameOf(row)}  $${decimalOfCents(row.amountCents)}${remarkOf(row)}\n`;
    }
    yield text;
  }
}

/** Two blanks end an account's name and a colon makes a child of it, so names have neither. */
function nameOf({ type, code, name }: { type: AccountType; code: string; name: string }): string {
  return `${roots[type][0]}:${plain(`${code} ${name}`).replaceAll(":", "-")}`;
}

/** In a remark a word with a colon is a tag, and a date in brackets moves the line to that day: neither is meant. */
function remarkOf(row: JournalRow): string {
  const words = plain([row.client, row.project, row.lineMemo].filter(Boolean).join(", "));
  return words ? `  ; ${words.replaceAll(":", " ").replace(/[[\]]/g, "")}` : "";
}

/** One line without what hledger reads as a remark or a second field. */
function plain(text: string): string {
  return text.replace(/[;|\s\p{Cc}]+/gu, " ").trim();
}
