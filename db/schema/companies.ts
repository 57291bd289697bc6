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
import type { Role } from "@/lib/kernel/roles";
import { cents, companyId, id, instant, ratePpm, revision } from "../columns";
import { users } from "./identity";

/** Tenants. A reference table: every other tenant table is distributed by its id. */
export const companies = pgTable(
  "companies",
  {
    id: id("company").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    address: text("address").notNull().default(""),
    timeZone: text("time_zone").notNull().default("America/New_York"),
    defaultDueDays: integer("default_due_days").notNull().default(30),
    defaultTaxPpm: ratePpm("default_tax_ppm").notNull().default(sql`0`),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "companies_pkey", columns: [t.id] }),
    unique("companies_slug_key").on(t.slug),
    check("companies_due_days_check", sql`${t.defaultDueDays} between 0 and 365`),
    check("companies_tax_check", sql`${t.defaultTaxPpm} between 0 and 1000000`),
  ],
);

export const members = pgTable(
  "members",
  {
    companyId: companyId().references(() => companies.id),
    id: id("member").notNull(),
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    displayName: text("display_name").notNull(),
    role: text("role").$type<Role>().notNull(),
    hourlyRateCents: cents("hourly_rate_cents"),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "members_pkey", columns: [t.companyId, t.id] }),
    unique("members_user_key").on(t.companyId, t.userId),
    check("members_role_check", sql`${t.role} in ('staff', 'manager', 'admin', 'owner')`),
    check("members_rate_check", sql`${t.hourlyRateCents} >= 0`),
  ],
);

/** One locked counter for each series of numbers that people see: gapless and unique. */
export const numberSeries = pgTable(
  "number_series",
  {
    companyId: companyId().references(() => companies.id),
    series: text("series").$type<"invoice" | "payment" | "project" | "journal_entry">().notNull(),
    prefix: text("prefix").notNull(),
    width: integer("width").notNull(),
    nextNumber: bigint("next_number", { mode: "number" }).notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "number_series_pkey", columns: [t.companyId, t.series] }),
    check("number_series_next_check", sql`${t.nextNumber} >= 1`),
  ],
);

/** What each submitted form was answered: the second try of the same form answers as the first did. */
export const requests = pgTable(
  "requests",
  {
    companyId: companyId().references(() => companies.id),
    requestId: text("request_id").notNull(),
    memberId: id("member", "member_id").notNull(),
    action: text("action").notNull(),
    inputHash: text("input_hash").notNull(),
    result: jsonb("result").notNull(),
    answeredAt: instant("answered_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "requests_pkey", columns: [t.companyId, t.requestId] }),
    index("requests_answered_idx").on(t.companyId, t.answeredAt),
    foreignKey({
      name: "requests_member_fkey",
      columns: [t.companyId, t.memberId],
      foreignColumns: [members.companyId, members.id],
    }),
  ],
);
