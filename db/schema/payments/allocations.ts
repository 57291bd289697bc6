import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { cents, companyId, id, instant, plainDate } from "../../columns";
import { clients } from "../clients";
import { companies } from "../companies";
import { invoices } from "../invoicing/invoices";
import { payments } from "./payments";
import { creditNotes, settlements } from "./settlements";

/**
 * What lowered an invoice's balance, signed and dated; append-only. It comes of a payment, of a credit note, or of another
 * settlement; voiding that adds the opposite row.
 */
export const allocations = pgTable(
  "allocations",
  {
    companyId: companyId().references(() => companies.id),
    id: id("allocation").notNull(),
    invoiceId: id("invoice", "invoice_id").notNull(),
    paymentId: id("payment", "payment_id"),
    settlementId: id("settlement", "settlement_id"),
    creditNoteId: id("creditNote", "credit_note_id"),
    amountCents: cents("amount_cents").notNull(),
    allocatedOn: plainDate("allocated_on").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "allocations_pkey", columns: [t.companyId, t.id] }),
    index("allocations_invoice_idx").on(t.companyId, t.invoiceId, t.allocatedOn, t.amountCents),
    index("allocations_payment_idx").on(t.companyId, t.paymentId),
    index("allocations_settlement_idx").on(t.companyId, t.settlementId).where(sql`settlement_id is not null`),
    index("allocations_credit_note_idx").on(t.companyId, t.creditNoteId).where(sql`credit_note_id is not null`),
    foreignKey({
      name: "allocations_invoice_fkey",
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "allocations_payment_fkey",
      columns: [t.companyId, t.paymentId],
      foreignColumns: [payments.companyId, payments.id],
    }),
    foreignKey({
      name: "allocations_settlement_fkey",
      columns: [t.companyId, t.settlementId],
      foreignColumns: [settlements.companyId, settlements.id],
    }),
    foreignKey({
      name: "allocations_credit_note_fkey",
      columns: [t.companyId, t.creditNoteId],
      foreignColumns: [creditNotes.companyId, creditNotes.id],
    }),
    check("allocations_source_check", sql`num_nonnulls(${t.paymentId}, ${t.settlementId}, ${t.creditNoteId}) = 1`),
    check("allocations_amount_check", sql`${t.amountCents} <> 0`),
  ],
);

/** The client credit ledger: signed rows, append-only; a client's credit is their sum and never below zero. */
export const creditEntries = pgTable(
  "credit_entries",
  {
    companyId: companyId().references(() => companies.id),
    id: id("creditEntry").notNull(),
    clientId: id("client", "client_id").notNull(),
    paymentId: id("payment", "payment_id"),
    settlementId: id("settlement", "settlement_id"),
    creditNoteId: id("creditNote", "credit_note_id"),
    amountCents: cents("amount_cents").notNull(),
    enteredOn: plainDate("entered_on").notNull(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "credit_entries_pkey", columns: [t.companyId, t.id] }),
    index("credit_entries_client_idx").on(t.companyId, t.clientId, t.enteredOn, t.amountCents),
    index("credit_entries_payment_idx").on(t.companyId, t.paymentId),
    index("credit_entries_settlement_idx").on(t.companyId, t.settlementId).where(sql`settlement_id is not null`),
    index("credit_entries_credit_note_idx").on(t.companyId, t.creditNoteId).where(sql`credit_note_id is not null`),
    foreignKey({
      name: "credit_entries_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "credit_entries_payment_fkey",
      columns: [t.companyId, t.paymentId],
      foreignColumns: [payments.companyId, payments.id],
    }),
    foreignKey({
      name: "credit_entries_settlement_fkey",
      columns: [t.companyId, t.settlementId],
      foreignColumns: [settlements.companyId, settlements.id],
    }),
    foreignKey({
      name: "credit_entries_credit_note_fkey",
      columns: [t.companyId, t.creditNoteId],
      foreignColumns: [creditNotes.companyId, creditNotes.id],
    }),
    check("credit_entries_source_check", sql`num_nonnulls(${t.paymentId}, ${t.settlementId}, ${t.creditNoteId}) = 1`),
    check("credit_entries_amount_check", sql`${t.amountCents} <> 0`),
  ],
);
