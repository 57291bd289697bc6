import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { AccountType } from "@/lib/ledger/account";
import type { ExportAccount, ExportEntry, ExportLine } from "./journal-export";

const roots: Record<AccountType, { name: string; type: string }> = {
  asset: { name: "assets", type: "Asset" },
  liability: { name: "liabilities", type: "Liability" },
  equity: { name: "equity", type: "Equity" },
  income: { name: "income", type: "Revenue" },
  expense: { name: "expenses", type: "Expense" },
};

/**
 * The journal in the plain text of hledger (https://hledger.org/hledger.html): every account and the commodity declared,
 * so that `hledger check --strict` holds it to them. Read by another program, it must give the same balances.
 */
export async function* journalHledger(
  title: string,
  accounts: ExportAccount[],
  batches: AsyncIterable<ExportEntry[]>,
): AsyncGenerator<string> {
  yield `; ${plain(title)}\n\ncommodity $1,000.00\n\n${accounts.map(declaration).join("")}\n`;
  for await (const entries of batches) yield entries.map(transaction).join("");
}

function declaration(account: ExportAccount): string {
  return `account ${accountName(account)}\n  ; type: ${roots[account.type].type}\n`;
}

function transaction({ entryOn, number, memo, lines }: ExportEntry): string {
  return `${entryOn} (${number}) ${plain(memo)}\n${lines.map(posting).join("")}\n`;
}

function posting(line: ExportLine): string {
  const amount = `${line.amountCents < 0 ? "-" : ""}$${decimalOfCents(Math.abs(line.amountCents))}`;
  const said = [line.client, line.project, line.memo].filter(Boolean).join(" - ");
  return `    ${accountName(line)}  ${amount}${said ? `  ; ${comment(said)}` : ""}\n`;
}

/** Two spaces would end the name, a colon would make a deeper account, a semicolon a comment. */
function accountName({ code, name, type }: Pick<ExportAccount, "code" | "name" | "type">): string {
  return `${roots[type].name}:${plain(`${code} ${name}`).replaceAll(":", "-")}`;
}

/** In comments a word with a colon is a tag, and `[2026-01-31]` a date: neither is meant. */
function comment(text: string): string {
  return plain(text).replaceAll(":", " -").replaceAll("[", "(").replaceAll("]", ")");
}

/** One line, single spaces, nothing that begins a comment. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replaceAll(";", ",")
    .replace(/\s+/gu, " ")
    .trim();
}
