import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BillPaymentStatus } from "@/lib/expenses/bill";
import type { ExpenseStatus } from "@/lib/expenses/expense";
import { cents, companyId, id, instant, plainDate, quantity, ratePpm, revision } from "../../columns";
import { clients } from "../clients";
import { companies, members } from "../companies";
import { invoiceLines } from "../invoicing/invoices";
import { accounts } from "../ledger";
import { projects } from "../projects";
import { bills, vendors } from "./bills";

/** What money is spent on, each with the account of the books that takes it. */
export const expenseCategories = pgTable(
  "expense_categories",
  {
    companyId: companyId().references(() => companies.id),
    id: id("expenseCategory").notNull(),
    name: text("name").notNull(),
    accountId: id("account", "account_id").notNull(),
    isActive: boolean("is_active").notNull().default(true),
    revision: revision(),
  },
  (t) => [
    primaryKey({ name: "expense_categories_pkey", columns: [t.companyId, t.id] }),
    uniqueIndex("expense_categories_name_key").on(t.companyId, sql`lower(${t.name})`),
    foreignKey({
      name: "expense_categories_account_fkey",
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
  ],
);

/** Nothing is posted before the approval; what is approved stands, and is taken back by a void alone. */
export const expenses = pgTable(
  "expenses",
  {
    companyId: companyId().references(() => companies.id),
    id: id("expense").notNull(),
    status: text("status").$type<ExpenseStatus>().notNull().default("draft"),
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    memberId: id("member", "member_id").notNull(),
    spentOn: plainDate("spent_on").notNull(),
    vendorId: id("vendor", "vendor_id"),
    merchant: text("merchant").notNull().default(""),
    categoryId: id("expenseCategory", "category_id").notNull(),
    clientId: id("client", "client_id"),
    projectId: id("project", "project_id"),
    description: text("description").notNull().default(""),
    amountCents: cents("amount_cents").notNull(),
    /** A part of the amount, for information. */
    taxCents: cents("tax_cents").notNull().default(sql`0`),
    /** The company's money; null where the member paid, who is then to be reimbursed. */
    paidFromAccountId: id("account", "paid_from_account_id"),
    isBillable: boolean("is_billable").notNull().default(false),
    markupPpm: ratePpm("markup_ppm").notNull().default(sql`0`),
    /** The category's account on the day of the approval. */
    accountId: id("account", "account_id"),
    approvedBy: id("member", "approved_by"),
    approvedAt: instant("approved_at"),
    returnedReason: text("returned_reason").notNull().default(""),
    reimbursedOn: plainDate("reimbursed_on"),
    reimbursedFromAccountId: id("account", "reimbursed_from_account_id"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    invoiceLineId: id("invoiceLine", "invoice_line_id"),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "expenses_pkey", columns: [t.companyId, t.id] }),
    unique("expenses_number_key").on(t.companyId, t.number),
    unique("expenses_sequence_key").on(t.companyId, t.sequence),
    index("expenses_day_idx").on(t.companyId, t.spentOn, t.id),
    index("expenses_member_idx").on(t.companyId, t.memberId, t.spentOn),
    index("expenses_project_idx").on(t.companyId, t.projectId).where(sql`project_id is not null`),
    index("expenses_client_idx").on(t.companyId, t.clientId).where(sql`client_id is not null`),
    uniqueIndex("expenses_line_idx").on(t.companyId, t.invoiceLineId).where(sql`invoice_line_id is not null`),
    ...(
      [
        ["member", t.memberId, members],
        ["creator", t.createdBy, members],
        ["approver", t.approvedBy, members],
        ["vendor", t.vendorId, vendors],
        ["category", t.categoryId, expenseCategories],
        ["client", t.clientId, clients],
        ["paid_from", t.paidFromAccountId, accounts],
        ["account", t.accountId, accounts],
        ["reimbursed_from", t.reimbursedFromAccountId, accounts],
        ["line", t.invoiceLineId, invoiceLines],
      ] as const
    ).map(([name, column, table]) =>
      foreignKey({
        name: `expenses_${name}_fkey`,
        columns: [t.companyId, column],
        foreignColumns: [table.companyId, table.id],
      }),
    ),
    foreignKey({
      name: "expenses_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    check("expenses_status_check", sql`${t.status} in ('draft', 'submitted', 'approved', 'reimbursed', 'void')`),
    check(
      "expenses_number_check",
      sql`case when ${t.status} in ('draft', 'submitted') then num_nonnulls(${t.number}, ${t.sequence}, ${t.accountId}, ${t.approvedBy}, ${t.approvedAt}) = 0
        else num_nulls(${t.number}, ${t.sequence}, ${t.accountId}, ${t.approvedBy}, ${t.approvedAt}) = 0 end`,
    ),
    check("expenses_project_check", sql`${t.projectId} is null or ${t.clientId} is not null`),
    check("expenses_amount_check", sql`${t.amountCents} > 0 and ${t.amountCents} <= 9999999999999`),
    check("expenses_tax_check", sql`${t.taxCents} between 0 and ${t.amountCents}`),
    check("expenses_markup_check", sql`${t.markupPpm} between 0 and 1000000`),
    check("expenses_billable_check", sql`not ${t.isBillable} or ${t.clientId} is not null`),
    check(
      "expenses_reimbursed_check",
      sql`(${t.reimbursedOn} is null) = (${t.reimbursedFromAccountId} is null) and (${t.reimbursedOn} is null or ${t.paidFromAccountId} is null)
        and (${t.status} <> 'reimbursed' or ${t.reimbursedOn} is not null) and (${t.reimbursedOn} is null or ${t.status} in ('reimbursed', 'void'))`,
    ),
    check("expenses_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check(
      "expenses_billed_check",
      sql`${t.invoiceLineId} is null or ${t.isBillable} and ${t.status} in ('approved', 'reimbursed')`,
    ),
  ],
);

export const billLines = pgTable(
  "bill_lines",
  {
    companyId: companyId().references(() => companies.id),
    id: id("billLine").notNull(),
    billId: id("bill", "bill_id").notNull(),
    position: integer("position").notNull(),
    description: text("description").notNull(),
    quantity: quantity("quantity").notNull(),
    unitPriceCents: cents("unit_price_cents").notNull(),
    accountId: id("account", "account_id").notNull(),
    clientId: id("client", "client_id"),
    projectId: id("project", "project_id"),
    subtotalCents: cents("subtotal_cents").notNull(),
    /** Its share of the bill's tax, which is part of what the thing cost. */
    taxCents: cents("tax_cents").notNull(),
  },
  (t) => [
    primaryKey({ name: "bill_lines_pkey", columns: [t.companyId, t.id] }),
    index("bill_lines_bill_idx").on(t.companyId, t.billId, t.position),
    index("bill_lines_project_idx").on(t.companyId, t.projectId).where(sql`project_id is not null`),
    foreignKey({
      name: "bill_lines_bill_fkey",
      columns: [t.companyId, t.billId],
      foreignColumns: [bills.companyId, bills.id],
    }),
    foreignKey({
      name: "bill_lines_account_fkey",
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "bill_lines_project_fkey",
      columns: [t.companyId, t.projectId, t.clientId],
      foreignColumns: [projects.companyId, projects.id, projects.clientId],
    }),
    check("bill_lines_project_check", sql`(${t.projectId} is null) = (${t.clientId} is null)`),
    check("bill_lines_quantity_check", sql`${t.quantity} >= 0`),
    check("bill_lines_price_check", sql`${t.unitPriceCents} >= 0`),
    check("bill_lines_subtotal_check", sql`${t.subtotalCents} = round(${t.quantity} * ${t.unitPriceCents})`),
    check("bill_lines_tax_check", sql`${t.taxCents} >= 0`),
  ],
);

/** Money that went out for bills of one vendor. Nothing about it changes but that it may be voided. */
export const billPayments = pgTable(
  "bill_payments",
  {
    companyId: companyId().references(() => companies.id),
    id: id("billPayment").notNull(),
    vendorId: id("vendor", "vendor_id").notNull(),
    paidOn: plainDate("paid_on").notNull(),
    reference: text("reference").notNull().default(""),
    amountCents: cents("amount_cents").notNull(),
    fromAccountId: id("account", "from_account_id").notNull(),
    status: text("status").$type<BillPaymentStatus>().notNull().default("paid"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bill_payments_pkey", columns: [t.companyId, t.id] }),
    index("bill_payments_vendor_idx").on(t.companyId, t.vendorId, t.paidOn),
    index("bill_payments_day_idx").on(t.companyId, t.paidOn, t.id),
    foreignKey({
      name: "bill_payments_vendor_fkey",
      columns: [t.companyId, t.vendorId],
      foreignColumns: [vendors.companyId, vendors.id],
    }),
    foreignKey({
      name: "bill_payments_account_fkey",
      columns: [t.companyId, t.fromAccountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "bill_payments_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("bill_payments_status_check", sql`${t.status} in ('paid', 'void')`),
    check("bill_payments_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("bill_payments_amount_check", sql`${t.amountCents} > 0 and ${t.amountCents} <= 9999999999999`),
  ],
);

/** What lowered a bill's balance, signed and dated; append-only. Voiding a payment adds the opposite row. */
export const billAllocations = pgTable(
  "bill_allocations",
  {
    companyId: companyId().references(() => companies.id),
    id: id("billAllocation").notNull(),
    billId: id("bill", "bill_id").notNull(),
    paymentId: id("billPayment", "payment_id").notNull(),
    amountCents: cents("amount_cents").notNull(),
    allocatedOn: plainDate("allocated_on").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bill_allocations_pkey", columns: [t.companyId, t.id] }),
    index("bill_allocations_bill_idx").on(t.companyId, t.billId, t.allocatedOn, t.amountCents),
    index("bill_allocations_payment_idx").on(t.companyId, t.paymentId),
    foreignKey({
      name: "bill_allocations_bill_fkey",
      columns: [t.companyId, t.billId],
      foreignColumns: [bills.companyId, bills.id],
    }),
    foreignKey({
      name: "bill_allocations_payment_fkey",
      columns: [t.companyId, t.paymentId],
      foreignColumns: [billPayments.companyId, billPayments.id],
    }),
    check("bill_allocations_amount_check", sql`${t.amountCents} <> 0`),
  ],
);
