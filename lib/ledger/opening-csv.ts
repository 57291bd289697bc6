import { decimalOfCents, parseMoney } from "@/lib/kernel/decimal-text";

export type StatedBalance = { code: string; debit: string; credit: string };
export type ReadCsv = { rows: StatedBalance[]; troubles: string[] };

/**
 * A trial balance as text: columns code, debit and credit by their heads, in any order, with others between them; comma,
 * semicolon or tab. The export of our own trial balance is one such. The line of totals has no code and is left out.
 */
export function readOpeningCsv(text: string): ReadCsv {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "");
  const separator = [",", ";", "\t"].find((one) => (lines[0] ?? "").includes(one)) ?? ",";
  const [head = [], ...body] = lines.map((line) => cellsOf(line, separator));
  const place = (name: string) => head.findIndex((cell) => cell.toLowerCase() === name);
  const [code, debit, credit] = [place("code"), place("debit"), place("credit")];
  if (code < 0 || debit < 0 || credit < 0)
    return { rows: [], troubles: ["The first line must name the columns code, debit and credit."] };
  const troubles: string[] = [];
  const amount = (text: string, row: string) => {
    if (text === "") return "";
    const parsed = parseMoney(text);
    if (parsed.ok && parsed.value >= 0) return parsed.value === 0 ? "" : decimalOfCents(parsed.value);
    troubles.push(`${row}: “${text}” is no amount of zero or more.`);
    return "";
  };
  const rows = body
    .map((cells) => ({ code: plain(cells[code] ?? ""), debit: cells[debit] ?? "", credit: cells[credit] ?? "" }))
    .filter((row) => row.code !== "")
    .map((row) => ({ ...row, debit: amount(row.debit, row.code), credit: amount(row.credit, row.code) }));
  return { rows, troubles };
}

/** An export makes text harmless for spreadsheets with an apostrophe; here it goes again. */
function plain(cell: string): string {
  return cell.replace(/^'/, "");
}

/** RFC 4180 within one line: cells in quotes, a quote doubled. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (char === '"' && isQuoted && line[i + 1] === '"') cell += line[++i];
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += char;
  }
  return [...cells, cell.trim()];
}
