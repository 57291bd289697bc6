ALTER TABLE "companies" ADD COLUMN "plan" text DEFAULT 'premium' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "cost_rate_cents" bigint;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "weekly_minutes" integer DEFAULT 2400 NOT NULL;--> statement-breakpoint
CREATE INDEX "payments_deposit_idx" ON "payments" USING btree ("company_id","deposit_account_id");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_plan_check" CHECK ("companies"."plan" in ('starter', 'professional', 'premium'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_cost_rate_check" CHECK ("members"."cost_rate_cents" >= 0 and "members"."cost_rate_cents" <= 9999999999999);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_weekly_minutes_check" CHECK ("members"."weekly_minutes" between 0 and 10080);