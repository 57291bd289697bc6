import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Frequency } from "@/lib/recurring/plan";
import { cents, companyId, id, instant, plainDate, quantity, ratePpm, revision } from "../columns";
import { catalogItems } from "./catalog";
import { clients } from "./clients";
import { companies, members } from "./companies";
import { projects } from "./projects";

/** From which invoices are made again and again: on which days, and what stands on them. */
export const recurringPlans = pgTable(
  "recurring_plans",
  {
    companyId: companyId().references(() => companies.id),
    id: id("recurringPlan").notNull(),
    clientId: id("client", "client_id").notNull(),
    projectId: id("project", "project_id"),
    name: text("name").notNull(),
    isActive: boolean("is_active").notNull().default(true),
    frequency: text("frequency").$type<Frequency>().notNull(),
    /** Every so many weeks, months, quarters or years. */
    interval: integer("interval").notNull(),
    startsOn: plainDate("starts_on").notNull(),
    /** Clamped to the month's length; null where it is by weeks. */
    dayOfMonth: integer("day_of_month"),
    endsOn: plainDate("ends_on"),
    occurrences: integer("occurrences"),
    /** The first day that counts since the days were changed in mid-life; null where they never were. */
    resumesOn: plainDate("resumes_on"),
    dueDays: integer("due_days").notNull(),
    issuesAutomatically: boolean("issues_automatically").notNull(),
    useProjectNumbers: boolean("use_project_numbers").notNull().default(false),
    reference: text("reference").notNull().default(""),
    notes: text("notes").notNull().default(""),
    taxPpm: ratePpm("tax_ppm").notNull(),
    discountPpm: ratePpm("discount_ppm").notNull().default(sql`0`),
    discountCents: cents("discount_cents").notNull().default(sql`0`),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "recurring_plans_pkey", columns: [t.companyId, t.id] }),
    index("recurring_plans_client_idx").on(t.companyId, t.clientId),
    index("recurring_plans_active_idx").on(t.companyId, t.id).where(sql`is_active`),
    foreignKey({
      name: "recurring_plans_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "recurring_plans_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    foreignKey({
      name: "recurring_plans_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("recurring_plans_frequency_check", sql`${t.frequency} in ('weekly', 'monthly', 'quarterly', 'yearly')`),
    check("recurring_plans_interval_check", sql`${t.interval} between 1 and 99`),
    check(
      "recurring_plans_day_check",
      sql`(${t.frequency} = 'weekly') = (${t.dayOfMonth} is null) and ${t.dayOfMonth} between 1 and 31`,
    ),
    check("recurring_plans_end_check", sql`${t.endsOn} >= ${t.startsOn} and ${t.occurrences} between 1 and 999`),
    check("recurring_plans_one_end_check", sql`${t.endsOn} is null or ${t.occurrences} is null`),
    check("recurring_plans_due_check", sql`${t.dueDays} between 0 and 365`),
    check(
      "recurring_plans_amounts_check",
      sql`${t.taxPpm} between 0 and 1000000 and ${t.discountPpm} between 0 and 1000000 and ${t.discountCents} >= 0`,
    ),
    check("recurring_plans_project_check", sql`not ${t.useProjectNumbers} or ${t.projectId} is not null`),
  ],
);

/** As the lines of an invoice, without what only an invoice can say of them. */
export const recurringPlanLines = pgTable(
  "recurring_plan_lines",
  {
    companyId: companyId().references(() => companies.id),
    planId: id("recurringPlan", "plan_id").notNull(),
    position: integer("position").notNull(),
    itemId: id("catalogItem", "item_id"),
    description: text("description").notNull(),
    quantity: quantity("quantity").notNull(),
    unitPriceCents: cents("unit_price_cents").notNull(),
    isTaxable: boolean("is_taxable").notNull(),
    discountPpm: ratePpm("discount_ppm").notNull(),
    discountCents: cents("discount_cents").notNull(),
    /** Typed by hand; counts only where the plan has no percentage. */
    typedTaxCents: cents("typed_tax_cents"),
  },
  (t) => [
    primaryKey({ name: "recurring_plan_lines_pkey", columns: [t.companyId, t.planId, t.position] }),
    foreignKey({
      name: "recurring_plan_lines_plan_fkey",
      columns: [t.companyId, t.planId],
      foreignColumns: [recurringPlans.companyId, recurringPlans.id],
    }),
    foreignKey({
      name: "recurring_plan_lines_item_fkey",
      columns: [t.companyId, t.itemId],
      foreignColumns: [catalogItems.companyId, catalogItems.id],
    }),
    check(
      "recurring_plan_lines_amounts_check",
      sql`${t.quantity} >= 0 and ${t.unitPriceCents} >= 0 and ${t.discountCents} >= 0 and ${t.typedTaxCents} >= 0
        and ${t.discountPpm} between 0 and 1000000`,
    ),
  ],
);

/**
 * Each occurrence that became an invoice, for ever, also when that was a draft and somebody threw it away: no occurrence
 * is made twice.
 */
export const recurringOccurrences = pgTable(
  "recurring_occurrences",
  {
    companyId: companyId().references(() => companies.id),
    planId: id("recurringPlan", "plan_id").notNull(),
    occurrenceOn: plainDate("occurrence_on").notNull(),
    invoiceId: id("invoice", "invoice_id").notNull(),
    madeAt: instant("made_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "recurring_occurrences_pkey", columns: [t.companyId, t.planId, t.occurrenceOn] }),
    foreignKey({
      name: "recurring_occurrences_plan_fkey",
      columns: [t.companyId, t.planId],
      foreignColumns: [recurringPlans.companyId, recurringPlans.id],
    }),
  ],
);

/** What could not be made when it was due, and why: told once for each reason. It counts until the occurrence is made. */
export const recurringSkips = pgTable(
  "recurring_skips",
  {
    companyId: companyId().references(() => companies.id),
    planId: id("recurringPlan", "plan_id").notNull(),
    occurrenceOn: plainDate("occurrence_on").notNull(),
    reason: text("reason").notNull(),
    skippedAt: instant("skipped_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "recurring_skips_pkey", columns: [t.companyId, t.planId, t.occurrenceOn, t.reason] }),
    foreignKey({
      name: "recurring_skips_plan_fkey",
      columns: [t.companyId, t.planId],
      foreignColumns: [recurringPlans.companyId, recurringPlans.id],
    }),
  ],
);
