import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BillStatus } from "@/lib/expenses/bill";
import { cents, companyId, id, instant, plainDate, revision } from "../../columns";
import { companies, members } from "../companies";

/** Apart from the rest of the room, since the journal's lines point at bills and the bills' lines at accounts. */
export const vendors = pgTable(
  "vendors",
  {
    companyId: companyId().references(() => companies.id),
    id: id("vendor").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    address: text("address").notNull().default(""),
    note: text("note").notNull().default(""),
    isActive: boolean("is_active").notNull().default(true),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "vendors_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("vendors_name_key").on(t.companyId, sql`lower(${t.name})`),
  ],
);

/** Draft, then posted (numbered, owed, locked), then perhaps void. Paid and overdue are derived, never stored. */
export const bills = pgTable(
  "bills",
  {
    companyId: companyId().references(() => companies.id),
    id: id("bill").notNull(),
    vendorId: id("vendor", "vendor_id").notNull(),
    status: text("status").$type<BillStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    vendorNumber: text("vendor_number").notNull().default(""),
    billedOn: plainDate("billed_on").notNull(),
    dueOn: plainDate("due_on").notNull(),
    note: text("note").notNull().default(""),
    subtotalCents: cents("subtotal_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
    totalCents: cents("total_cents").notNull(),
    postedAt: instant("posted_at"),
    postedBy: id("member", "posted_by"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bills_pkey", columns: [t.companyId, t.id] }),
    unique("bills_number_key").on(t.companyId, t.number),
    unique("bills_sequence_key").on(t.companyId, t.sequence),
    uniqueIndex("bills_vendor_number_key")
      .on(t.companyId, t.vendorId, sql`lower(${t.vendorNumber})`)
      .where(sql`vendor_number <> '' and status <> 'void'`),
    index("bills_day_idx").on(t.companyId, t.billedOn, t.id),
    index("bills_due_idx").on(t.companyId, t.dueOn, t.id),
    index("bills_vendor_idx").on(t.companyId, t.vendorId, t.billedOn),
    foreignKey({
      name: "bills_vendor_fkey",
      columns: [t.companyId, t.vendorId],
      foreignColumns: [vendors.companyId, vendors.id],
    }),
    foreignKey({
      name: "bills_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "bills_poster_fkey",
      columns: [t.companyId, t.postedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("bills_status_check", sql`${t.status} in ('draft', 'posted', 'void')`),
    check("bills_number_check", sql`(${t.status} = 'draft') = (${t.number} is null and ${t.sequence} is null)`),
    check("bills_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("bills_due_check", sql`${t.dueOn} >= ${t.billedOn}`),
    check("bills_total_check", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check(
      "bills_amounts_check",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.totalCents} <= 9999999999999`,
    ),
  ],
);
