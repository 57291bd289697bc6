ALTER TABLE "number_series" DROP COLUMN "prefix";--> statement-breakpoint
ALTER TABLE "number_series" DROP COLUMN "width";