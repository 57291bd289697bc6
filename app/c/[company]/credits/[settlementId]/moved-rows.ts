import type { MovedRow } from "../../payments/moved-table";
import type { SettlementRecord } from "./settlement-facts";

/** What it put on invoices and into credit, below zero what it took, and what its undoing moved back. */
export function movedRows(home: string, { settlement, placed, credit }: SettlementRecord): MovedRow[] {
  const isUndone = settlement.status === "void";
  return [
    ...placed.map((row, i) => ({
      id: row.id,
      text: `Invoice ${row.invoiceNumber ?? ""}`,
      why: isUndone && i >= placed.length / 2 ? "Moved back" : "",
      href: `${home}/invoices/${row.invoiceId}`,
      day: row.allocatedOn,
      cents: row.amountCents,
    })),
    ...credit.map((row) => ({
      id: row.id,
      text: "Client credit",
      why: row.reason,
      href: `${home}/credits?client=${settlement.clientId}`,
      day: row.enteredOn,
      cents: row.amountCents,
    })),
  ];
}
