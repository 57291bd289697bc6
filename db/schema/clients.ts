import { sql } from "drizzle-orm";
import { boolean, check, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { companyId, id, instant, revision } from "../columns";
import { companies } from "./companies";

export const clients = pgTable(
  "clients",
  {
    companyId: companyId().references(() => companies.id),
    id: id("client").notNull(),
    name: text("name").notNull(),
    contactName: text("contact_name").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    address: text("address").notNull().default(""),
    note: text("note").notNull().default(""),
    isActive: boolean("is_active").notNull().default(true),
    /** How their time was grouped on the last invoice; null before the first. */
    timeGrouping: text("time_grouping").$type<"service" | "entry" | "one">(),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("clients_grouping_check", sql`${t.timeGrouping} in ('service', 'entry', 'one')`),
    primaryKey({ name: "clients_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("clients_name_key").on(t.companyId, sql`lower(${t.name})`),
  ],
);
