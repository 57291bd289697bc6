ALTER TABLE "companies" ADD COLUMN "factor_policy" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "needs_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "factor_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_factor_policy_check" CHECK ("companies"."factor_policy" in ('off', 'managers', 'all'));