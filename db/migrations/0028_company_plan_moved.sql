ALTER TABLE "companies" DROP CONSTRAINT "companies_plan_check";--> statement-breakpoint
ALTER TABLE "companies" DROP COLUMN "plan";