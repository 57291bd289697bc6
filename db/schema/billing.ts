import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { PlanInterval, SubscriptionStatus } from "@/lib/billing/subscription";
import type { Plan } from "@/lib/kernel/plans";
import { companyId, instant, revision } from "../columns";
import { companies } from "./companies";

/** What a company pays us, one row each. It is born a trial with its company; afterwards only EZ360's own hand changes it. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    companyId: companyId().references(() => companies.id),
    plan: text("plan").$type<Plan>().notNull(),
    /** How often it is paid; null where nobody has said so yet. */
    interval: text("interval").$type<PlanInterval>(),
    status: text("status").$type<SubscriptionStatus>().notNull(),
    /** Beyond those that come with the plan. */
    extraSeats: integer("extra_seats").notNull().default(0),
    trialEndsAt: instant("trial_ends_at"),
    pastDueSince: instant("past_due_since"),
    currentPeriodEndsAt: instant("current_period_ends_at"),
    cancelAtPeriodEnd: boolean("cancel_at_period_end").notNull().default(false),
    /** Given for nothing, whatever the status says: until an instant, or for good where there is none. */
    isComped: boolean("is_comped").notNull().default(false),
    compedUntil: instant("comped_until"),
    compedReason: text("comped_reason").notNull().default(""),
    suspendedAt: instant("suspended_at"),
    suspendedReason: text("suspended_reason").notNull().default(""),
    revision: revision(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "subscriptions_pkey", columns: [t.companyId] }),
    check("subscriptions_plan_check", sql`${t.plan} in ('starter', 'professional', 'premium')`),
    check("subscriptions_interval_check", sql`${t.interval} in ('month', 'year')`),
    check(
      "subscriptions_status_check",
      sql`${t.status} in ('trialing', 'active', 'past_due', 'canceled', 'ended', 'paused')`,
    ),
    check("subscriptions_seats_check", sql`${t.extraSeats} between 0 and 10000`),
    check("subscriptions_trial_check", sql`${t.status} <> 'trialing' or ${t.trialEndsAt} is not null`),
    check("subscriptions_past_due_check", sql`(${t.status} = 'past_due') = (${t.pastDueSince} is not null)`),
    check(
      "subscriptions_comp_check",
      sql`${t.isComped} = (${t.compedReason} <> '') and (${t.isComped} or ${t.compedUntil} is null)`,
    ),
    check("subscriptions_suspension_check", sql`(${t.suspendedAt} is null) = (${t.suspendedReason} = '')`),
  ],
);
