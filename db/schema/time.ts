import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { TimeEntryStatus } from "@/lib/time/time-entry";
import { companyId, id, instant, plainDate, revision } from "../columns";
import { catalogItems } from "./catalog";
import { companies, members } from "./companies";
import { invoiceLines } from "./invoicing/invoices";
import { projects } from "./projects";

export const timeEntries = pgTable(
  "time_entries",
  {
    companyId: companyId().references(() => companies.id),
    id: id("timeEntry").notNull(),
    memberId: id("member", "member_id").notNull(),
    projectId: id("project", "project_id").notNull(),
    /** Always the project's client; the foreign key says so. */
    clientId: id("client", "client_id").notNull(),
    workedOn: plainDate("worked_on").notNull(),
    durationMinutes: integer("duration_minutes").notNull(),
    /** What was counted or typed before the company's rounding; null where nothing was rounded. */
    workedMinutes: integer("worked_minutes"),
    isBillable: boolean("is_billable").notNull().default(true),
    note: text("note").notNull().default(""),
    status: text("status").$type<TimeEntryStatus>().notNull().default("draft"),
    approvedBy: id("member", "approved_by"),
    approvedAt: instant("approved_at"),
    returnedReason: text("returned_reason").notNull().default(""),
    /** Who entered it in the member's name; null where the member did. */
    enteredBy: id("member", "entered_by"),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "time_entries_pkey", columns: [t.companyId, t.id] }),
    index("time_entries_member_idx").on(t.companyId, t.memberId, t.workedOn),
    index("time_entries_day_idx").on(t.companyId, t.workedOn, t.id),
    index("time_entries_project_idx").on(t.companyId, t.projectId, t.workedOn),
    index("time_entries_unbilled_idx").on(t.companyId, t.clientId).where(sql`status = 'approved' and is_billable`),
    foreignKey({
      name: "time_entries_member_fkey",
      columns: [t.companyId, t.memberId],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "time_entries_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    foreignKey({
      name: "time_entries_approver_fkey",
      columns: [t.companyId, t.approvedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "time_entries_enterer_fkey",
      columns: [t.companyId, t.enteredBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("time_entries_status_check", sql`${t.status} in ('draft', 'submitted', 'approved', 'billed')`),
    check("time_entries_minutes_check", sql`${t.durationMinutes} between 1 and 1440`),
    check("time_entries_worked_check", sql`${t.workedMinutes} between 1 and 1440`),
  ],
);

/**
 * The minutes of an entry by service: one row for most, several where it was split. They sum to the entry's duration,
 * and each is what a line of an invoice bills. An entry is billed when all of them are; the database holds both to it.
 */
export const timeEntryServices = pgTable(
  "time_entry_services",
  {
    companyId: companyId().references(() => companies.id),
    timeEntryId: id("timeEntry", "time_entry_id").notNull(),
    position: integer("position").notNull(),
    itemId: id("catalogItem", "item_id"),
    minutes: integer("minutes").notNull(),
    invoiceLineId: id("invoiceLine", "invoice_line_id"),
  },
  (t) => [
    primaryKey({ name: "time_entry_services_pkey", columns: [t.companyId, t.timeEntryId, t.position] }),
    index("time_entry_services_line_idx").on(t.companyId, t.invoiceLineId).where(sql`invoice_line_id is not null`),
    index("time_entry_services_item_idx").on(t.companyId, t.itemId, t.timeEntryId).where(sql`item_id is not null`),
    foreignKey({
      name: "time_entry_services_entry_fkey",
      columns: [t.companyId, t.timeEntryId],
      foreignColumns: [timeEntries.companyId, timeEntries.id],
    }),
    foreignKey({
      name: "time_entry_services_item_fkey",
      columns: [t.companyId, t.itemId],
      foreignColumns: [catalogItems.companyId, catalogItems.id],
    }),
    foreignKey({
      name: "time_entry_services_line_fkey",
      columns: [t.companyId, t.invoiceLineId],
      foreignColumns: [invoiceLines.companyId, invoiceLines.id],
    }),
    check("time_entry_services_minutes_check", sql`${t.minutes} between 1 and 1440`),
    check("time_entry_services_position_check", sql`${t.position} between 1 and 20`),
  ],
);

/** The key is the rule: a member has one running timer in a company, or none. */
export const timers = pgTable(
  "timers",
  {
    companyId: companyId().references(() => companies.id),
    memberId: id("member", "member_id").notNull(),
    projectId: id("project", "project_id").notNull(),
    itemId: id("catalogItem", "item_id"),
    note: text("note").notNull().default(""),
    startedAt: instant("started_at").notNull(),
    /** The start of the running stretch; null while paused. */
    resumedAt: instant("resumed_at"),
    /** Seconds of the stretches that ended before. */
    accumulatedSeconds: integer("accumulated_seconds").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "timers_pkey", columns: [t.companyId, t.memberId] }),
    foreignKey({
      name: "timers_member_fkey",
      columns: [t.companyId, t.memberId],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "timers_project_fkey",
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    foreignKey({
      name: "timers_item_fkey",
      columns: [t.companyId, t.itemId],
      foreignColumns: [catalogItems.companyId, catalogItems.id],
    }),
    check("timers_seconds_check", sql`${t.accumulatedSeconds} >= 0`),
  ],
);
