import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { InvoiceStatus } from "@/lib/invoicing/invoice";
import { cents, companyId, id, instant, plainDate, quantity, ratePpm, revision } from "../columns";
import { catalogItems } from "./catalog";
import { clients } from "./clients";
import { companies, members } from "./companies";
import { projects } from "./projects";

/** Draft, then issued (numbered, posted, locked), then perhaps void. Paid and overdue are derived, never stored. */
export const invoices = pgTable(
  "invoices",
  {
    companyId: companyId().references(() => companies.id),
    id: id("invoice").notNull(),
    clientId: id("client", "client_id").notNull(),
    projectId: id("project", "project_id"),
    status: text("status").$type<InvoiceStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    /** On a draft the planned day. */
    issuedOn: plainDate("issued_on").notNull(),
    dueOn: plainDate("due_on").notNull(),
    reference: text("reference").notNull().default(""),
    notes: text("notes").notNull().default(""),
    taxPpm: ratePpm("tax_ppm").notNull(),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
    totalCents: cents("total_cents").notNull(),
    issuedAt: instant("issued_at"),
    issuedBy: id("member", "issued_by"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "invoices_pkey", columns: [t.companyId, t.id] }),
    unique("invoices_number_key").on(t.companyId, t.number),
    unique("invoices_sequence_key").on(t.companyId, t.sequence),
    index("invoices_day_idx").on(t.companyId, t.issuedOn, t.id),
    index("invoices_due_idx").on(t.companyId, t.dueOn, t.id),
    index("invoices_total_idx").on(t.companyId, t.totalCents, t.id),
    index("invoices_client_idx").on(t.companyId, t.clientId, t.issuedOn),
    index("invoices_project_idx").on(t.companyId, t.projectId).where(sql`project_id is not null`),
    index("invoices_draft_idx").on(t.companyId, t.issuedOn).where(sql`status = 'draft'`),
    foreignKey({
      name: "invoices_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "invoices_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    foreignKey({
      name: "invoices_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "invoices_issuer_fkey",
      columns: [t.companyId, t.issuedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("invoices_status_check", sql`${t.status} in ('draft', 'issued', 'void')`),
    check("invoices_number_check", sql`(${t.status} = 'draft') = (${t.number} is null and ${t.sequence} is null)`),
    check("invoices_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("invoices_due_check", sql`${t.dueOn} >= ${t.issuedOn}`),
    check("invoices_total_check", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check(
      "invoices_amounts_check",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.totalCents} <= 9999999999999`,
    ),
    check("invoices_tax_check", sql`${t.taxPpm} between 0 and 1000000`),
  ],
);

export const invoiceLines = pgTable(
  "invoice_lines",
  {
    companyId: companyId().references(() => companies.id),
    id: id("invoiceLine").notNull(),
    invoiceId: id("invoice", "invoice_id").notNull(),
    position: integer("position").notNull(),
    itemId: id("catalogItem", "item_id"),
    description: text("description").notNull(),
    quantity: quantity("quantity").notNull(),
    unitPriceCents: cents("unit_price_cents").notNull(),
    isTaxable: boolean("is_taxable").notNull(),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
  },
  (t) => [
    primaryKey({ name: "invoice_lines_pkey", columns: [t.companyId, t.id] }),
    index("invoice_lines_invoice_idx").on(t.companyId, t.invoiceId, t.position),
    foreignKey({
      name: "invoice_lines_invoice_fkey",
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "invoice_lines_item_fkey",
      columns: [t.companyId, t.itemId],
      foreignColumns: [catalogItems.companyId, catalogItems.id],
    }),
    check("invoice_lines_quantity_check", sql`${t.quantity} >= 0`),
    check("invoice_lines_price_check", sql`${t.unitPriceCents} >= 0`),
    // numeric round() is half away from zero, the same rule as kernel/money.ts
    check("invoice_lines_subtotal_check", sql`${t.subtotalCents} = round(${t.quantity} * ${t.unitPriceCents})`),
    check("invoice_lines_tax_check", sql`${t.taxCents} >= 0 and (${t.isTaxable} or ${t.taxCents} = 0)`),
  ],
);
