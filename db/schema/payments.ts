import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { PaymentMethod, PaymentStatus } from "@/lib/payments/payment";
import { cents, companyId, id, instant, plainDate } from "../columns";
import { clients } from "./clients";
import { companies, members } from "./companies";
import { invoices } from "./invoicing";
import { accounts } from "./ledger";

/** Money that came in. Nothing about it changes but that it may be voided. */
export const payments = pgTable(
  "payments",
  {
    companyId: companyId().references(() => companies.id),
    id: id("payment").notNull(),
    clientId: id("client", "client_id").notNull(),
    number: text("number").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    receivedOn: plainDate("received_on").notNull(),
    method: text("method").$type<PaymentMethod>().notNull(),
    reference: text("reference").notNull().default(""),
    note: text("note").notNull().default(""),
    amountCents: cents("amount_cents").notNull(),
    depositAccountId: id("account", "deposit_account_id").notNull(),
    status: text("status").$type<PaymentStatus>().notNull().default("received"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "payments_pkey", columns: [t.companyId, t.id] }),
    unique("payments_number_key").on(t.companyId, t.number),
    unique("payments_sequence_key").on(t.companyId, t.sequence),
    index("payments_day_idx").on(t.companyId, t.receivedOn, t.id),
    index("payments_client_idx").on(t.companyId, t.clientId, t.receivedOn),
    foreignKey({
      name: "payments_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "payments_account_fkey",
      columns: [t.companyId, t.depositAccountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "payments_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("payments_method_check", sql`${t.method} in ('check', 'cash', 'ach', 'card', 'other')`),
    check("payments_status_check", sql`${t.status} in ('received', 'void')`),
    check("payments_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("payments_amount_check", sql`${t.amountCents} > 0 and ${t.amountCents} <= 9999999999999`),
  ],
);

/** What lowered an invoice's balance, signed and dated; append-only. Voiding a payment adds the opposite row. */
export const allocations = pgTable(
  "allocations",
  {
    companyId: companyId().references(() => companies.id),
    id: id("allocation").notNull(),
    invoiceId: id("invoice", "invoice_id").notNull(),
    paymentId: id("payment", "payment_id").notNull(),
    amountCents: cents("amount_cents").notNull(),
    allocatedOn: plainDate("allocated_on").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "allocations_pkey", columns: [t.companyId, t.id] }),
    index("allocations_invoice_idx").on(t.companyId, t.invoiceId, t.allocatedOn, t.amountCents),
    index("allocations_payment_idx").on(t.companyId, t.paymentId),
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
    paymentId: id("payment", "payment_id").notNull(),
    amountCents: cents("amount_cents").notNull(),
    enteredOn: plainDate("entered_on").notNull(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "credit_entries_pkey", columns: [t.companyId, t.id] }),
    index("credit_entries_client_idx").on(t.companyId, t.clientId, t.enteredOn, t.amountCents),
    index("credit_entries_payment_idx").on(t.companyId, t.paymentId),
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
    check("credit_entries_amount_check", sql`${t.amountCents} <> 0`),
  ],
);
