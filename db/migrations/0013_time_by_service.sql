ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_billed_check";--> statement-breakpoint
ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_item_fkey";
--> statement-breakpoint
ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_line_fkey";
--> statement-breakpoint
DROP INDEX "time_entries_line_idx";--> statement-breakpoint
ALTER TABLE "time_entries" DROP COLUMN "item_id";--> statement-breakpoint
ALTER TABLE "time_entries" DROP COLUMN "invoice_line_id";