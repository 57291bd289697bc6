import { type Entries, type MovedRow, MovedTable } from "../moved-table";
import type { PaymentRecord } from "./payment-facts";

/** Where each cent went: to invoices, the rest to the client's credit, and what refunds took from both again. */
export function Placement({ home, record, entries }: { home: string; record: PaymentRecord; entries: Entries }) {
  const isWhole = record.payment.status === "received" && record.refunds.length === 0;
  return (
    <MovedTable
      home={home}
      title="Where each cent went"
      rows={rowsOf(home, record)}
      sum={isWhole ? "The whole payment" : "Left of it"}
      entries={entries}
    />
  );
}

function rowsOf(home: string, { payment, placed, credit }: PaymentRecord): MovedRow[] {
  return [
    ...placed.map((row) => ({
      id: row.id,
      text: `Invoice ${row.invoiceNumber ?? ""}`,
      why: whyPlaced(row),
      href: `${home}/invoices/${row.invoiceId}`,
      day: row.allocatedOn,
      cents: row.amountCents,
    })),
    ...credit.map((row) => ({
      id: row.id,
      text: "Client credit",
      why: row.reason,
      href: `${home}/credits?client=${payment.clientId}`,
      day: row.enteredOn,
      cents: row.amountCents,
    })),
  ];
}

function whyPlaced({ isRefund, amountCents }: PaymentRecord["placed"][number]): string {
  if (isRefund) return amountCents < 0 ? "Refunded" : "Refund undone";
  return amountCents < 0 ? "Taken back by the void" : "";
}
