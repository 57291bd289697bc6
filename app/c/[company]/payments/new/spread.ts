import { formatCents, parseMoney } from "@/lib/kernel/decimal-text";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";

export type OpenInvoice = {
  id: string;
  number: string;
  dueOn: string;
  totalCents: number;
  openCents: number;
};

/** What is typed beside each invoice, by its id. */
export type Parts = Record<string, string>;

/** The amount put on the invoices in their order, each filled before the next gets anything. */
export function spread(amount: string, invoices: OpenInvoice[]): Parts {
  let left: number = amountOf(amount);
  return Object.fromEntries(
    invoices.map(({ id, openCents }) => {
      const part = Math.min(left, openCents);
      left -= part;
      return [id, part > 0 ? formatCents(part) : ""];
    }),
  );
}

/** Where the money goes as it is typed now; on no invoice more than is open, as the server will do it. */
export function goesWhere(amount: string, parts: Parts, invoices: OpenInvoice[]) {
  const came = amountOf(amount);
  const asked = sumCents(invoices.map(({ id }) => amountOf(parts[id] ?? "")));
  const placed = sumCents(invoices.map(({ id, openCents }) => Math.min(amountOf(parts[id] ?? ""), openCents)));
  return { placed, credit: cents(Math.max(came - placed, 0)), tooMuch: cents(Math.max(asked - came, 0)) };
}

/** The `placements` field: one for each invoice, in the order of the rows, so that a refusal finds its row. */
export function sentPlacements(parts: Parts, invoices: OpenInvoice[]): string {
  return JSON.stringify(invoices.map(({ id }) => ({ invoiceId: id, amount: parts[id]?.trim() || "0" })));
}

/** What cannot be read counts as zero until it can. */
function amountOf(text: string): Cents {
  const amount = parseMoney(text);
  return amount.ok && amount.value >= 0 ? amount.value : cents(0);
}

/** An amount as a field begins with it. */
export function startAmount(amount: number): string {
  return amount > 0 ? formatCents(amount) : "";
}
