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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { InvitedRole } from "@/lib/companies/invitation";
import type { Reset } from "@/lib/companies/number-pattern";
import type { RoundingMode } from "@/lib/companies/rounding";
import type { Series } from "@/lib/companies/series";
import type { CreditRule } from "@/lib/kernel/credit-rule";
import type { FactorPolicy } from "@/lib/kernel/factor-policy";
import type { Role } from "@/lib/kernel/roles";
import { cents, companyId, id, instant, ratePpm, revision } from "../columns";
import { users } from "./identity/users";

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
    defaultEstimateValidDays: integer("default_estimate_valid_days").notNull().default(30),
    defaultTaxPpm: ratePpm("default_tax_ppm").notNull().default(sql`0`),
    /** Whether client credit pays open invoices by itself, is suggested, or neither. */
    creditRule: text("credit_rule").$type<CreditRule>().notNull().default("suggest"),
    timeRounding: text("time_rounding").$type<RoundingMode>().notNull().default("none"),
    timeRoundingMinutes: integer("time_rounding_minutes").notNull().default(15),
    timeMinimumMinutes: integer("time_minimum_minutes").notNull().default(0),
    /** Off: what is submitted is approved at once. */
    timeNeedsApproval: boolean("time_needs_approval").notNull().default(true),
    /** Off: a manager's own time waits for another manager, where there is one. */
    timeOwnApproval: boolean("time_own_approval").notNull().default(false),
    /** Of whom a second factor is wanted. */
    factorPolicy: text("factor_policy").$type<FactorPolicy>().notNull().default("off"),
    fiscalYearStartMonth: integer("fiscal_year_start_month").notNull().default(1),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "companies_pkey", columns: [t.id] }),
    unique("companies_slug_key").on(t.slug),
    check("companies_due_days_check", sql`${t.defaultDueDays} between 0 and 365`),
    check("companies_valid_days_check", sql`${t.defaultEstimateValidDays} between 0 and 365`),
    check("companies_credit_rule_check", sql`${t.creditRule} in ('off', 'suggest', 'automatic')`),
    check("companies_rounding_check", sql`${t.timeRounding} in ('none', 'nearest', 'up', 'down')`),
    check("companies_rounding_minutes_check", sql`${t.timeRoundingMinutes} between 1 and 60`),
    check(
      "companies_minimum_minutes_check",
      sql`${t.timeMinimumMinutes} between 0 and 240 and ${t.timeMinimumMinutes} % ${t.timeRoundingMinutes} = 0`,
    ),
    check("companies_tax_check", sql`${t.defaultTaxPpm} between 0 and 1000000`),
    check("companies_factor_policy_check", sql`${t.factorPolicy} in ('off', 'managers', 'all')`),
    check("companies_fiscal_year_check", sql`${t.fiscalYearStartMonth} between 1 and 12`),
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
    /** What an hour costs the firm; null where nobody has said it yet. */
    costRateCents: cents("cost_rate_cents"),
    weeklyMinutes: integer("weekly_minutes").notNull().default(2400),
    isActive: boolean("is_active").notNull().default(true),
    /** A second factor is wanted of this member, whatever the company's rule. */
    needsFactor: boolean("needs_factor").notNull().default(false),
    /** From when on nothing opens without one; null until it was first missed. */
    factorDueAt: instant("factor_due_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "members_pkey", columns: [t.companyId, t.id] }),
    unique("members_user_key").on(t.companyId, t.userId),
    check("members_role_check", sql`${t.role} in ('staff', 'manager', 'admin', 'owner')`),
    check("members_rate_check", sql`${t.hourlyRateCents} >= 0`),
    check("members_cost_rate_check", sql`${t.costRateCents} >= 0 and ${t.costRateCents} <= 9999999999999`),
    check("members_weekly_minutes_check", sql`${t.weeklyMinutes} between 0 and 10080`),
  ],
);

/** One locked counter for each series of numbers that people see: gapless and unique. */
export const numberSeries = pgTable(
  "number_series",
  {
    companyId: companyId().references(() => companies.id),
    series: text("series").$type<Series>().notNull(),
    /** Overall, and never begun anew: the `sequence` of a document. */
    nextNumber: bigint("next_number", { mode: "number" }).notNull().default(1),
    /** What people see: literals, {YY} {YYYY} {MM} {DD}, and the number as {SEQ} or {SEQ:width}. */
    pattern: text("pattern").notNull().default("{SEQ:5}"),
    reset: text("reset").$type<Reset>().notNull().default("none"),
    /** `202611` or `2026`, empty where the series never begins anew; it never goes back. */
    periodKey: text("period_key").notNull().default(""),
    /** What {SEQ} is next, within the period. */
    nextInPeriod: bigint("next_in_period", { mode: "number" }).notNull().default(1),
    revision: revision(),
  },
  (t) => [
    primaryKey({ name: "number_series_pkey", columns: [t.companyId, t.series] }),
    check("number_series_next_check", sql`${t.nextNumber} >= 1 and ${t.nextInPeriod} >= 1`),
    check(
      "number_series_pattern_check",
      sql`char_length(${t.pattern}) <= 40 and regexp_count(${t.pattern}, '[{]SEQ') = 1
        and ${t.pattern} ~ '^([A-Za-z0-9 ._#/-]|[{](YY|YYYY|MM|DD|SEQ|SEQ:([1-9]|10))[}])+$'`,
    ),
    check(
      "number_series_reset_check",
      sql`${t.reset} = 'none' or ${t.reset} = 'yearly' and ${t.pattern} ~ '[{]YY'
        or ${t.reset} = 'monthly' and ${t.pattern} ~ '[{]YY' and ${t.pattern} ~ '[{]MM[}]'`,
    ),
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

/**
 * Who was asked to join, by mail to his address. Of the link only the hash is kept, and whoever holds that sees this row
 * and the company's before he is in it. What was accepted or revoked never changes.
 */
export const invitations = pgTable(
  "invitations",
  {
    companyId: companyId().references(() => companies.id),
    id: id("invitation").notNull(),
    email: text("email").notNull(),
    displayName: text("display_name").notNull().default(""),
    role: text("role").$type<InvitedRole>().notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: id("member", "invited_by").notNull(),
    /** As the mail said it: who is not in the company yet sees none of its members. */
    inviterName: text("inviter_name").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: id("member", "accepted_by"),
    revokedAt: instant("revoked_at"),
    revision: revision(),
  },
  (t) => [
    primaryKey({ name: "invitations_pkey", columns: [t.companyId, t.id] }),
    unique("invitations_token_key").on(t.companyId, t.tokenHash),
    uniqueIndex("invitations_open_key").on(t.companyId, t.email).where(sql`accepted_at is null and revoked_at is null`),
    foreignKey({
      name: "invitations_inviter_fkey",
      columns: [t.companyId, t.invitedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "invitations_accepter_fkey",
      columns: [t.companyId, t.acceptedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("invitations_role_check", sql`${t.role} in ('staff', 'manager', 'admin')`),
    check("invitations_email_check", sql`${t.email} = lower(${t.email}) and ${t.email} <> ''`),
    check("invitations_accepted_check", sql`(${t.acceptedAt} is null) = (${t.acceptedBy} is null)`),
    check("invitations_end_check", sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
    check("invitations_life_check", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
