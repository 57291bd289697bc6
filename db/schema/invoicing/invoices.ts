import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { InvoiceKind, InvoiceStatus } from "@/lib/invoicing/invoice";
import type { BilledToParty, IssuedByParty } from "@/lib/invoicing/party";
import { cents, companyId, id, instant, plainDate, quantity, ratePpm, revision } from "../../columns";
import { catalogItems } from "../catalog";
import { clients } from "../clients";
import { companies, members } from "../companies";
import { projects } from "../projects";
import { recurringOccurrences } from "../recurring";
import { estimates } from "./estimates";

/** Draft, then issued (numbered, posted, locked), then perhaps void. Paid and overdue are derived, never stored. */
export const invoices = pgTable(
  "invoices",
  {
    companyId: companyId().references(() => companies.id),
    id: id("invoice").notNull(),
    clientId: id("client", "client_id").notNull(),
    projectId: id("project", "project_id"),
    /** A deposit invoice is owed like any other, but what it asks for is held for the client until it is earned. */
    kind: text("kind").$type<InvoiceKind>().notNull().default("standard"),
    /** Its number is the project's and a count within it. */
    useProjectNumbers: boolean("use_project_numbers").notNull().default(false),
    recurringPlanId: id("recurringPlan", "recurring_plan_id"),
    occurrenceOn: plainDate("occurrence_on"),
    status: text("status").$type<InvoiceStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    /** On a draft the planned day. */
    issuedOn: plainDate("issued_on").notNull(),
    dueOn: plainDate("due_on").notNull(),
    reference: text("reference").notNull().default(""),
    notes: text("notes").notNull().default(""),
    headerText: text("header_text").notNull().default(""),
    footerText: text("footer_text").notNull().default(""),
    terms: text("terms").notNull().default(""),
    /** Who and whom, as they were at the issue; the paper of an older invoice draws them as they are. */
    issuedByParty: jsonb("issued_by_party").$type<IssuedByParty>(),
    billedToParty: jsonb("billed_to_party").$type<BilledToParty>(),
    /** The accepted estimate or proposal of which it bills all, a part, or the deposit. */
    estimateId: id("estimate", "estimate_id"),
    taxPpm: ratePpm("tax_ppm").notNull(),
    /** Of the whole document; at 0 % the sum was typed. Rounded once, and spread over the lines. */
    discountPpm: ratePpm("discount_ppm").notNull().default(sql`0`),
    discountCents: cents("discount_cents").notNull().default(sql`0`),
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
    unique("invoices_occurrence_key").on(t.companyId, t.recurringPlanId, t.occurrenceOn),
    index("invoices_day_idx").on(t.companyId, t.issuedOn, t.id),
    index("invoices_due_idx").on(t.companyId, t.dueOn, t.id),
    index("invoices_total_idx").on(t.companyId, t.totalCents, t.id),
    index("invoices_client_idx").on(t.companyId, t.clientId, t.issuedOn),
    index("invoices_project_idx").on(t.companyId, t.projectId).where(sql`project_id is not null`),
    index("invoices_deposit_idx").on(t.companyId, t.clientId).where(sql`kind = 'deposit'`),
    index("invoices_draft_idx").on(t.companyId, t.issuedOn).where(sql`status = 'draft'`),
    uniqueIndex("invoices_estimate_deposit_key")
      .on(t.companyId, t.estimateId)
      .where(sql`estimate_id is not null and kind = 'deposit' and status <> 'void'`),
    index("invoices_estimate_idx").on(t.companyId, t.estimateId).where(sql`estimate_id is not null`),
    foreignKey({
      name: "invoices_estimate_fkey",
      columns: [t.companyId, t.estimateId, t.clientId],
      foreignColumns: [estimates.companyId, estimates.id, estimates.clientId],
    }),
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
      name: "invoices_occurrence_fkey",
      columns: [t.companyId, t.recurringPlanId, t.occurrenceOn],
      foreignColumns: [recurringOccurrences.companyId, recurringOccurrences.planId, recurringOccurrences.occurrenceOn],
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
    check("invoices_kind_check", sql`${t.kind} = 'standard' or ${t.kind} = 'deposit' and ${t.taxCents} = 0`),
    check("invoices_status_check", sql`${t.status} in ('draft', 'issued', 'void')`),
    check("invoices_number_check", sql`(${t.status} = 'draft') = (${t.number} is null and ${t.sequence} is null)`),
    check("invoices_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("invoices_project_numbers_check", sql`not ${t.useProjectNumbers} or ${t.projectId} is not null`),
    check("invoices_occurrence_check", sql`(${t.recurringPlanId} is null) = (${t.occurrenceOn} is null)`),
    check("invoices_due_check", sql`${t.dueOn} >= ${t.issuedOn}`),
    check("invoices_total_check", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check(
      "invoices_amounts_check",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.totalCents} <= 9999999999999`,
    ),
    check("invoices_discount_check", sql`${t.discountPpm} between 0 and 1000000 and ${t.discountCents} >= 0`),
    check(
      "invoices_parties_check",
      sql`(${t.issuedByParty} is null) = (${t.billedToParty} is null) and (${t.status} <> 'draft' or ${t.issuedByParty} is null)`,
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
    /** Its own; at 0 % the sum was typed. */
    discountPpm: ratePpm("discount_ppm").notNull().default(sql`0`),
    discountCents: cents("discount_cents").notNull().default(sql`0`),
    /** Its share of the document's discount. */
    documentDiscountCents: cents("document_discount_cents").notNull().default(sql`0`),
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
    check(
      "invoice_lines_subtotal_check",
      sql`${t.subtotalCents} = round(${t.quantity} * ${t.unitPriceCents}) - ${t.discountCents} - ${t.documentDiscountCents}`,
    ),
    check(
      "invoice_lines_discount_check",
      sql`${t.discountPpm} between 0 and 1000000 and ${t.discountCents} >= 0 and ${t.documentDiscountCents} >= 0 and ${t.subtotalCents} >= 0
        and (${t.discountPpm} = 0 or ${t.discountCents} = round(round(${t.quantity} * ${t.unitPriceCents}) * ${t.discountPpm} / 1000000.0))`,
    ),
    check("invoice_lines_tax_check", sql`${t.taxCents} >= 0 and (${t.isTaxable} or ${t.taxCents} = 0)`),
  ],
);
