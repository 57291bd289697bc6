import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { companyId, id, instant } from "../columns";
import { clients } from "./clients";
import { companies, members } from "./companies";
import { projects } from "./projects";

/** What happened, by whom, for ever: audit page and timelines read the same rows. Append-only. */
export const events = pgTable(
  "events",
  {
    companyId: companyId().references(() => companies.id),
    id: id("event").notNull(),
    happenedAt: instant("happened_at").notNull().defaultNow(),
    /** Null when a job or the command line acted; `actor` says who in words. */
    memberId: id("member", "member_id"),
    actor: text("actor").notNull(),
    type: text("type").notNull(),
    subjectId: text("subject_id").notNull(),
    clientId: id("client", "client_id"),
    projectId: id("project", "project_id"),
    /** Without a foreign key: the facts of a draft outlive the draft that was thrown away. */
    invoiceId: id("invoice", "invoice_id"),
    summary: text("summary").notNull(),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id"),
  },
  (t) => [
    primaryKey({ name: "events_pkey", columns: [t.companyId, t.id] }),
    index("events_subject_idx").on(t.companyId, t.subjectId, t.id),
    index("events_client_idx").on(t.companyId, t.clientId, t.id),
    index("events_project_idx").on(t.companyId, t.projectId, t.id),
    index("events_invoice_idx").on(t.companyId, t.invoiceId, t.id),
    index("events_type_idx").on(t.companyId, t.type, t.id),
    foreignKey({
      name: "events_member_fkey",
      columns: [t.companyId, t.memberId],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "events_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "events_project_fkey",
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
  ],
);
