import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { AccountRole, AccountType } from "@/lib/ledger/account";
import type { SourceType } from "@/lib/ledger/posting";
import { anyId, cents, companyId, id, instant, plainDate, revision, transactionId } from "../columns";
import { clients } from "./clients";
import { companies, members } from "./companies";
import { bills } from "./expenses/bills";
import { invoices } from "./invoicing/invoices";
import { projects } from "./projects";

export const accounts = pgTable(
  "accounts",
  {
    companyId: companyId().references(() => companies.id),
    id: id("account").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    type: text("type").$type<AccountType>().notNull(),
    /** What the system posts here; such an account keeps its code and type. */
    role: text("role").$type<AccountRole>(),
    isActive: boolean("is_active").notNull().default(true),
    /** Money is received into it and paid from it; these accounts together are the cash of the cash flow. */
    isBank: boolean("is_bank").notNull().default(false),
    revision: revision(),
  },
  (t) => [
    primaryKey({ name: "accounts_pkey", columns: [t.companyId, t.id] }),
    unique("accounts_code_key").on(t.companyId, t.code),
    unique("accounts_role_key").on(t.companyId, t.role),
    uniqueIndex("accounts_name_key").on(t.companyId, sql`lower(${t.name})`),
    check("accounts_type_check", sql`${t.type} in ('asset', 'liability', 'equity', 'income', 'expense')`),
    check("accounts_role_active_check", sql`${t.role} is null or ${t.isActive}`),
    check(
      "accounts_bank_check",
      sql`${t.isBank} = (${t.role} is not distinct from 'cash') or ${t.isBank} and ${t.role} is null and ${t.type} = 'asset'`,
    ),
  ],
);

/** Append-only. Balanced at commit, dated in an open period, one for each source; the database says all three. */
export const journalEntries = pgTable(
  "journal_entries",
  {
    companyId: companyId().references(() => companies.id),
    id: id("journalEntry").notNull(),
    number: bigint("number", { mode: "number" }).notNull(),
    entryOn: plainDate("entry_on").notNull(),
    memo: text("memo").notNull(),
    sourceType: text("source_type").$type<SourceType>().notNull(),
    sourceId: anyId("source_id").notNull(),
    reversesEntryId: id("journalEntry", "reverses_entry_id"),
    /** The seal: how many lines, and the sum of the debits. */
    lineCount: smallint("line_count").notNull(),
    totalCents: cents("total_cents").notNull(),
    createdBy: id("member", "created_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
    madeIn: transactionId("made_in").notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    primaryKey({ name: "journal_entries_pkey", columns: [t.companyId, t.id] }),
    unique("journal_entries_number_key").on(t.companyId, t.number),
    unique("journal_entries_source_key").on(t.companyId, t.sourceType, t.sourceId),
    unique("journal_entries_reverses_key").on(t.companyId, t.reversesEntryId),
    unique("journal_entries_day_key").on(t.companyId, t.id, t.entryOn),
    index("journal_entries_day_idx").on(t.companyId, t.entryOn, t.number),
    foreignKey({
      name: "journal_entries_reverses_fkey",
      columns: [t.companyId, t.reversesEntryId],
      foreignColumns: [t.companyId, t.id],
    }),
    foreignKey({
      name: "journal_entries_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("journal_entries_seal_check", sql`${t.lineCount} >= 2 and ${t.totalCents} > 0`),
  ],
);

/** Signed: debit positive, credit negative; balanced is "sums to zero". */
export const journalLines = pgTable(
  "journal_lines",
  {
    companyId: companyId().references(() => companies.id),
    entryId: id("journalEntry", "entry_id").notNull(),
    lineNo: smallint("line_no").notNull(),
    accountId: id("account", "account_id").notNull(),
    entryOn: plainDate("entry_on").notNull(),
    amountCents: cents("amount_cents").notNull(),
    memo: text("memo").notNull().default(""),
    clientId: id("client", "client_id"),
    projectId: id("project", "project_id"),
    /** On every line of the receivable account: whose balance it moves. */
    invoiceId: id("invoice", "invoice_id"),
    /** On every line of the payable account since there are bills: whose balance it moves. */
    billId: id("bill", "bill_id"),
  },
  (t) => [
    primaryKey({ name: "journal_lines_pkey", columns: [t.companyId, t.entryId, t.lineNo] }),
    index("journal_lines_account_idx").on(t.companyId, t.accountId, t.entryOn, t.entryId, t.lineNo, t.amountCents),
    index("journal_lines_invoice_idx").on(t.companyId, t.invoiceId, t.accountId).where(sql`invoice_id is not null`),
    index("journal_lines_bill_idx").on(t.companyId, t.billId, t.accountId).where(sql`bill_id is not null`),
    index("journal_lines_client_idx").on(t.companyId, t.clientId, t.accountId).where(sql`client_id is not null`),
    foreignKey({
      name: "journal_lines_entry_fkey",
      columns: [t.companyId, t.entryId, t.entryOn],
      foreignColumns: [journalEntries.companyId, journalEntries.id, journalEntries.entryOn],
    }),
    foreignKey({
      name: "journal_lines_account_fkey",
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "journal_lines_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "journal_lines_project_fkey",
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    foreignKey({
      name: "journal_lines_invoice_fkey",
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: "journal_lines_bill_fkey",
      columns: [t.companyId, t.billId],
      foreignColumns: [bills.companyId, bills.id],
    }),
    check("journal_lines_amount_check", sql`${t.amountCents} <> 0 and abs(${t.amountCents}) <= 9999999999999`),
  ],
);

/** The rollup that keeps reports flat as the journal grows. Written at commit by the ledger's trigger alone. */
export const accountMonths = pgTable(
  "account_months",
  {
    companyId: companyId().references(() => companies.id),
    accountId: id("account", "account_id").notNull(),
    month: plainDate("month").notNull(),
    amountCents: cents("amount_cents").notNull(),
    lineCount: bigint("line_count", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ name: "account_months_pkey", columns: [t.companyId, t.accountId, t.month] }),
    foreignKey({
      name: "account_months_account_fkey",
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
  ],
);

/** Whole stretches of days that an admin closes. A day without a period is open. */
export const accountingPeriods = pgTable(
  "accounting_periods",
  {
    companyId: companyId().references(() => companies.id),
    id: id("period").notNull(),
    name: text("name").notNull(),
    startsOn: plainDate("starts_on").notNull(),
    endsOn: plainDate("ends_on").notNull(),
    status: text("status").$type<"open" | "closed">().notNull().default("open"),
    closedAt: instant("closed_at"),
    closedBy: id("member", "closed_by"),
    closeNote: text("close_note").notNull().default(""),
    reopenedAt: instant("reopened_at"),
    reopenedBy: id("member", "reopened_by"),
    reopenReason: text("reopen_reason").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "accounting_periods_pkey", columns: [t.companyId, t.id] }),
    index("accounting_periods_day_idx").on(t.companyId, t.startsOn, t.endsOn),
    foreignKey({
      name: "accounting_periods_closer_fkey",
      columns: [t.companyId, t.closedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "accounting_periods_reopener_fkey",
      columns: [t.companyId, t.reopenedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("accounting_periods_days_check", sql`${t.endsOn} >= ${t.startsOn}`),
    check("accounting_periods_status_check", sql`${t.status} in ('open', 'closed')`),
  ],
);

/** Why an entry was made that sets another right. Append-only, written with the entry itself; both show it. */
export const entryCorrections = pgTable(
  "entry_corrections",
  {
    companyId: companyId().references(() => companies.id),
    entryId: id("journalEntry", "entry_id").notNull(),
    correctsEntryId: id("journalEntry", "corrects_entry_id").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ name: "entry_corrections_pkey", columns: [t.companyId, t.entryId] }),
    index("entry_corrections_corrected_idx").on(t.companyId, t.correctsEntryId),
    foreignKey({
      name: "entry_corrections_entry_fkey",
      columns: [t.companyId, t.entryId],
      foreignColumns: [journalEntries.companyId, journalEntries.id],
    }),
    foreignKey({
      name: "entry_corrections_corrected_fkey",
      columns: [t.companyId, t.correctsEntryId],
      foreignColumns: [journalEntries.companyId, journalEntries.id],
    }),
    check("entry_corrections_check", sql`${t.entryId} <> ${t.correctsEntryId} and ${t.reason} <> ''`),
  ],
);
