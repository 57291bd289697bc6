import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { cents, companyId, id, instant, plainDate, revision } from "../columns";
import { clients } from "./clients";
import { companies, members } from "./companies";

export const projects = pgTable(
  "projects",
  {
    companyId: companyId().references(() => companies.id),
    id: id("project").notNull(),
    clientId: id("client", "client_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    billing: text("billing").$type<"hourly" | "flat">().notNull(),
    hourlyRateCents: cents("hourly_rate_cents"),
    flatFeeCents: cents("flat_fee_cents"),
    budgetMinutes: integer("budget_minutes"),
    dueOn: plainDate("due_on"),
    status: text("status").$type<"active" | "closed">().notNull().default("active"),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "projects_pkey", columns: [t.companyId, t.id] }),
    unique("projects_number_key").on(t.companyId, t.number),
    unique("projects_client_key").on(t.companyId, t.id, t.clientId),
    index("projects_client_idx").on(t.companyId, t.clientId),
    foreignKey({
      name: "projects_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    check("projects_billing_check", sql`${t.billing} in ('hourly', 'flat')`),
    check("projects_status_check", sql`${t.status} in ('active', 'closed')`),
    check("projects_amounts_check", sql`${t.hourlyRateCents} >= 0 and ${t.flatFeeCents} >= 0`),
  ],
);

/** Who works on a project. Staff see the projects that they are assigned to, and no others. */
export const projectMembers = pgTable(
  "project_members",
  {
    companyId: companyId().references(() => companies.id),
    projectId: id("project", "project_id").notNull(),
    memberId: id("member", "member_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "project_members_pkey", columns: [t.companyId, t.projectId, t.memberId] }),
    index("project_members_member_idx").on(t.companyId, t.memberId),
    foreignKey({
      name: "project_members_project_fkey",
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    foreignKey({
      name: "project_members_member_fkey",
      columns: [t.companyId, t.memberId],
      foreignColumns: [members.companyId, members.id],
    }),
  ],
);

/** One locked counter for each project whose invoices carry its own number: gapless within the project. */
export const projectNumberSeries = pgTable(
  "project_number_series",
  {
    companyId: companyId().references(() => companies.id),
    projectId: id("project", "project_id").notNull(),
    nextNumber: bigint("next_number", { mode: "number" }).notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "project_number_series_pkey", columns: [t.companyId, t.projectId] }),
    foreignKey({
      name: "project_number_series_project_fkey",
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    check("project_number_series_next_check", sql`${t.nextNumber} >= 1`),
  ],
);
