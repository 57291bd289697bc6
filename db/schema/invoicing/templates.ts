import { sql } from "drizzle-orm";
import { boolean, check, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { TemplateKind } from "@/lib/invoicing/document-template";
import { companyId, id, instant, revision } from "../../columns";
import { companies } from "../companies";

/** Texts for new documents. A document copies them, so a template may change and no document does. */
export const documentTemplates = pgTable(
  "document_templates",
  {
    companyId: companyId().references(() => companies.id),
    id: id("documentTemplate").notNull(),
    kind: text("kind").$type<TemplateKind>().notNull(),
    name: text("name").notNull(),
    headerText: text("header_text").notNull().default(""),
    footerText: text("footer_text").notNull().default(""),
    terms: text("terms").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** One of each kind at most: the one that a new document begins with. */
    isDefault: boolean("is_default").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "document_templates_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("document_templates_name_key").on(t.companyId, t.kind, sql`lower(${t.name})`),
    uniqueIndex("document_templates_default_key").on(t.companyId, t.kind).where(sql`is_default`),
    check("document_templates_kind_check", sql`${t.kind} in ('invoice', 'estimate', 'proposal', 'credit_note')`),
    check("document_templates_default_check", sql`not ${t.isDefault} or ${t.isActive}`),
  ],
);
