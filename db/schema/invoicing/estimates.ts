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
} from "drizzle-orm/pg-core";
import type { Acceptance, EstimateKind, EstimateStatus } from "@/lib/invoicing/estimate";
import type { BilledToParty, IssuedByParty } from "@/lib/invoicing/party";
import { cents, companyId, id, instant, plainDate, quantity, ratePpm, revision } from "../../columns";
import { catalogItems } from "../catalog";
import { clients } from "../clients";
import { companies, members } from "../companies";
import { projects } from "../projects";

/**
 * Estimates and proposals: draft, then sent (numbered, locked), then accepted, declined or withdrawn. Expired is
 * derived, never stored. Nothing of them is in the journal.
 */
export const estimates = pgTable(
  "estimates",
  {
    companyId: companyId().references(() => companies.id),
    id: id("estimate").notNull(),
    kind: text("kind").$type<EstimateKind>().notNull(),
    clientId: id("client", "client_id").notNull(),
    projectId: id("project", "project_id"),
    status: text("status").$type<EstimateStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    issuedOn: plainDate("issued_on").notNull(),
    /** The last day on which it can be accepted. */
    validUntil: plainDate("valid_until").notNull(),
    reference: text("reference").notNull().default(""),
    headerText: text("header_text").notNull().default(""),
    footerText: text("footer_text").notNull().default(""),
    terms: text("terms").notNull().default(""),
    notes: text("notes").notNull().default(""),
    taxPpm: ratePpm("tax_ppm").notNull(),
    discountPpm: ratePpm("discount_ppm").notNull().default(sql`0`),
    discountCents: cents("discount_cents").notNull().default(sql`0`),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
    totalCents: cents("total_cents").notNull(),
    /** Asked for at acceptance, of the total; at 0 % the sum was typed. */
    depositPpm: ratePpm("deposit_ppm").notNull().default(sql`0`),
    depositCents: cents("deposit_cents").notNull().default(sql`0`),
    issuedByParty: jsonb("issued_by_party").$type<IssuedByParty>(),
    billedToParty: jsonb("billed_to_party").$type<BilledToParty>(),
    sentAt: instant("sent_at"),
    sentBy: id("member", "sent_by"),
    /** The day on which it was accepted, declined or withdrawn. */
    decidedOn: plainDate("decided_on"),
    acceptance: jsonb("acceptance").$type<Acceptance>(),
    /** Why it was declined or withdrawn. */
    reason: text("reason").notNull().default(""),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "estimates_pkey", columns: [t.companyId, t.id] }),
    unique("estimates_client_key").on(t.companyId, t.id, t.clientId),
    unique("estimates_number_key").on(t.companyId, t.kind, t.number),
    unique("estimates_sequence_key").on(t.companyId, t.kind, t.sequence),
    index("estimates_day_idx").on(t.companyId, t.kind, t.issuedOn, t.id),
    index("estimates_valid_idx").on(t.companyId, t.kind, t.validUntil, t.id),
    index("estimates_total_idx").on(t.companyId, t.kind, t.totalCents, t.id),
    index("estimates_client_idx").on(t.companyId, t.clientId, t.issuedOn),
    index("estimates_project_idx").on(t.companyId, t.projectId).where(sql`project_id is not null`),
    foreignKey({
      name: "estimates_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "estimates_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    foreignKey({
      name: "estimates_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "estimates_sender_fkey",
      columns: [t.companyId, t.sentBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("estimates_kind_check", sql`${t.kind} in ('estimate', 'proposal')`),
    check("estimates_status_check", sql`${t.status} in ('draft', 'sent', 'accepted', 'declined', 'withdrawn')`),
    check(
      "estimates_number_check",
      sql`num_nonnulls(${t.number}, ${t.sequence}) = case ${t.status} when 'draft' then 0 else 2 end`,
    ),
    check(
      "estimates_sent_check",
      sql`num_nonnulls(${t.sentAt}, ${t.sentBy}, ${t.issuedByParty}, ${t.billedToParty}) = case ${t.status} when 'draft' then 0 else 4 end`,
    ),
    check(
      "estimates_decided_check",
      sql`(${t.status} in ('draft', 'sent')) = (${t.decidedOn} is null) and (${t.status} = 'accepted') = (${t.acceptance} is not null)
        and (${t.status} in ('declined', 'withdrawn')) = (${t.reason} <> '')`,
    ),
    check("estimates_valid_check", sql`${t.validUntil} >= ${t.issuedOn}`),
    check("estimates_total_check", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check(
      "estimates_amounts_check",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.totalCents} <= 9999999999999`,
    ),
    check("estimates_discount_check", sql`${t.discountPpm} between 0 and 1000000 and ${t.discountCents} >= 0`),
    check("estimates_tax_check", sql`${t.taxPpm} between 0 and 1000000`),
    check(
      "estimates_deposit_check",
      sql`${t.depositPpm} between 0 and 1000000 and ${t.depositCents} between 0 and ${t.totalCents}
        and (${t.depositPpm} = 0 or ${t.depositCents} = round(${t.totalCents}::numeric * ${t.depositPpm} / 1000000.0))`,
    ),
  ],
);

/** As an invoice's lines, to which an accepted document is copied. */
export const estimateLines = pgTable(
  "estimate_lines",
  {
    companyId: companyId().references(() => companies.id),
    id: id("estimateLine").notNull(),
    estimateId: id("estimate", "estimate_id").notNull(),
    position: integer("position").notNull(),
    itemId: id("catalogItem", "item_id"),
    description: text("description").notNull(),
    quantity: quantity("quantity").notNull(),
    unitPriceCents: cents("unit_price_cents").notNull(),
    isTaxable: boolean("is_taxable").notNull(),
    discountPpm: ratePpm("discount_ppm").notNull().default(sql`0`),
    discountCents: cents("discount_cents").notNull().default(sql`0`),
    documentDiscountCents: cents("document_discount_cents").notNull().default(sql`0`),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
  },
  (t) => [
    primaryKey({ name: "estimate_lines_pkey", columns: [t.companyId, t.id] }),
    index("estimate_lines_estimate_idx").on(t.companyId, t.estimateId, t.position),
    foreignKey({
      name: "estimate_lines_estimate_fkey",
      columns: [t.companyId, t.estimateId],
      foreignColumns: [estimates.companyId, estimates.id],
    }),
    foreignKey({
      name: "estimate_lines_item_fkey",
      columns: [t.companyId, t.itemId],
      foreignColumns: [catalogItems.companyId, catalogItems.id],
    }),
    check("estimate_lines_quantity_check", sql`${t.quantity} >= 0`),
    check("estimate_lines_price_check", sql`${t.unitPriceCents} >= 0`),
    check(
      "estimate_lines_subtotal_check",
      sql`${t.subtotalCents} = round(${t.quantity} * ${t.unitPriceCents}) - ${t.discountCents} - ${t.documentDiscountCents}`,
    ),
    check(
      "estimate_lines_discount_check",
      sql`${t.discountPpm} between 0 and 1000000 and ${t.discountCents} >= 0 and ${t.documentDiscountCents} >= 0 and ${t.subtotalCents} >= 0
        and (${t.discountPpm} = 0 or ${t.discountCents} = round(round(${t.quantity} * ${t.unitPriceCents}) * ${t.discountPpm} / 1000000.0))`,
    ),
    check("estimate_lines_tax_check", sql`${t.taxCents} >= 0 and (${t.isTaxable} or ${t.taxCents} = 0)`),
  ],
);
