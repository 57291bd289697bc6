import { sql } from "drizzle-orm";
import { boolean, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
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
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "clients_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("clients_name_key").on(t.companyId, sql`lower(${t.name})`),
  ],
);
