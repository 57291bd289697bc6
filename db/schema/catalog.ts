import { sql } from "drizzle-orm";
import { boolean, check, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cents, companyId, id, instant, revision } from "../columns";
import { companies } from "./companies";

/** Services and products as a firm sells them. Documents copy name and price, so that history stays. */
export const catalogItems = pgTable(
  "catalog_items",
  {
    companyId: companyId().references(() => companies.id),
    id: id("catalogItem").notNull(),
    kind: text("kind").$type<"service" | "product">().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** Null on a service that is charged at the project's or the member's rate. */
    unitPriceCents: cents("unit_price_cents"),
    isTaxable: boolean("is_taxable").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "catalog_items_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("catalog_items_name_key").on(t.companyId, sql`lower(${t.name})`),
    check("catalog_items_kind_check", sql`${t.kind} in ('service', 'product')`),
    check("catalog_items_price_check", sql`${t.unitPriceCents} >= 0`),
  ],
);
