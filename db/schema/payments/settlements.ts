import { sql } from "drizzle-orm";
import { bigint, boolean, check, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { CreditNoteStatus } from "@/lib/payments/credit-note";
import type { SettlementKind, SettlementStatus } from "@/lib/payments/settlement";
import { cents, companyId, id, instant, plainDate, revision } from "../../columns";
import { clients } from "../clients";
import { companies, members } from "../companies";
import { invoices } from "../invoicing/invoices";
import { accounts } from "../ledger";
import { payments } from "./payments";

/** What takes back a part of an issued invoice. A draft may change; a posted one is numbered and locked. */
export const creditNotes = pgTable(
  "credit_notes",
  {
    companyId: companyId().references(() => companies.id),
    id: id("creditNote").notNull(),
    invoiceId: id("invoice", "invoice_id").notNull(),
    clientId: id("client", "client_id").notNull(),
    status: text("status").$type<CreditNoteStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    /** On a draft the planned day. */
    notedOn: plainDate("noted_on").notNull(),
    reason: text("reason").notNull(),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
    totalCents: cents("total_cents").notNull(),
    postedAt: instant("posted_at"),
    postedBy: id("member", "posted_by"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "credit_notes_pkey", columns: [t.companyId, t.id] }),
    unique("credit_notes_number_key").on(t.companyId, t.number),
    unique("credit_notes_sequence_key").on(t.companyId, t.sequence),
    index("credit_notes_day_idx").on(t.companyId, t.notedOn, t.id),
    index("credit_notes_invoice_idx").on(t.companyId, t.invoiceId),
    index("credit_notes_client_idx").on(t.companyId, t.clientId, t.notedOn),
    foreignKey({
      name: "credit_notes_invoice_fkey",
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "credit_notes_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "credit_notes_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "credit_notes_poster_fkey",
      columns: [t.companyId, t.postedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("credit_notes_status_check", sql`${t.status} in ('draft', 'posted', 'void')`),
    check("credit_notes_number_check", sql`(${t.status} = 'draft') = (${t.number} is null and ${t.sequence} is null)`),
    check("credit_notes_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check(
      "credit_notes_amounts_check",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.totalCents} > 0 and ${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`,
    ),
  ],
);

/**
 * What is settled with a client besides payments and credit notes: a refund, client credit put on an invoice, granted,
 * reduced or paid out, a write-off, a deposit put on an invoice. Nothing about it changes but that it may be voided.
 */
export const settlements = pgTable(
  "settlements",
  {
    companyId: companyId().references(() => companies.id),
    id: id("settlement").notNull(),
    kind: text("kind").$type<SettlementKind>().notNull(),
    clientId: id("client", "client_id").notNull(),
    /** What it is put on. */
    invoiceId: id("invoice", "invoice_id"),
    /** What it gives back. */
    paymentId: id("payment", "payment_id"),
    /** What it is taken from. */
    depositInvoiceId: id("invoice", "deposit_invoice_id"),
    /** Where the money went, or what bears the cost. */
    accountId: id("account", "account_id"),
    amountCents: cents("amount_cents").notNull(),
    settledOn: plainDate("settled_on").notNull(),
    reason: text("reason").notNull().default(""),
    /** By the company's rule, not by a person's hand. */
    isAutomatic: boolean("is_automatic").notNull().default(false),
    status: text("status").$type<SettlementStatus>().notNull().default("standing"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "settlements_pkey", columns: [t.companyId, t.id] }),
    index("settlements_client_idx").on(t.companyId, t.clientId, t.settledOn),
    index("settlements_invoice_idx").on(t.companyId, t.invoiceId).where(sql`invoice_id is not null`),
    index("settlements_payment_idx").on(t.companyId, t.paymentId).where(sql`payment_id is not null`),
    index("settlements_deposit_idx").on(t.companyId, t.depositInvoiceId).where(sql`deposit_invoice_id is not null`),
    foreignKey({
      name: "settlements_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "settlements_invoice_fkey",
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "settlements_payment_fkey",
      columns: [t.companyId, t.paymentId],
      foreignColumns: [payments.companyId, payments.id],
    }),
    foreignKey({
      name: "settlements_deposit_fkey",
      columns: [t.companyId, t.depositInvoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "settlements_account_fkey",
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "settlements_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("settlements_amount_check", sql`${t.amountCents} > 0 and ${t.amountCents} <= 9999999999999`),
    check("settlements_status_check", sql`${t.status} in ('standing', 'void')`),
    check("settlements_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check(
      "settlements_kind_check",
      sql`case ${t.kind}
        when 'refund' then num_nonnulls(${t.paymentId}, ${t.accountId}) = 2 and num_nonnulls(${t.invoiceId}, ${t.depositInvoiceId}) = 0
        when 'credit_application' then ${t.invoiceId} is not null and num_nonnulls(${t.paymentId}, ${t.accountId}, ${t.depositInvoiceId}) = 0
        when 'credit_grant' then ${t.accountId} is not null and num_nonnulls(${t.paymentId}, ${t.invoiceId}, ${t.depositInvoiceId}) = 0
        when 'credit_reduction' then ${t.accountId} is not null and num_nonnulls(${t.paymentId}, ${t.invoiceId}, ${t.depositInvoiceId}) = 0
        when 'credit_payout' then ${t.accountId} is not null and num_nonnulls(${t.paymentId}, ${t.invoiceId}, ${t.depositInvoiceId}) = 0
        when 'write_off' then num_nonnulls(${t.invoiceId}, ${t.accountId}) = 2 and num_nonnulls(${t.paymentId}, ${t.depositInvoiceId}) = 0
        when 'deposit_application' then num_nonnulls(${t.invoiceId}, ${t.depositInvoiceId}) = 2 and num_nonnulls(${t.paymentId}, ${t.accountId}) = 0
        else false end`,
    ),
  ],
);
