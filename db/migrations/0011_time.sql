CREATE TABLE "time_entry_services" (
	"company_id" text COLLATE "C" NOT NULL,
	"time_entry_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C",
	"minutes" integer NOT NULL,
	"invoice_line_id" text COLLATE "C",
	CONSTRAINT "time_entry_services_pkey" PRIMARY KEY("company_id","time_entry_id","position"),
	CONSTRAINT "time_entry_services_minutes_check" CHECK ("time_entry_services"."minutes" between 1 and 1440),
	CONSTRAINT "time_entry_services_position_check" CHECK ("time_entry_services"."position" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "time_grouping" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "time_rounding" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "time_rounding_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "time_minimum_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "time_needs_approval" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "time_own_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "worked_minutes" integer;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "entered_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_enterer_fkey" FOREIGN KEY ("company_id","entered_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry_services" ADD CONSTRAINT "time_entry_services_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry_services" ADD CONSTRAINT "time_entry_services_entry_fkey" FOREIGN KEY ("company_id","time_entry_id") REFERENCES "public"."time_entries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry_services" ADD CONSTRAINT "time_entry_services_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry_services" ADD CONSTRAINT "time_entry_services_line_fkey" FOREIGN KEY ("company_id","invoice_line_id") REFERENCES "public"."invoice_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_entry_services_line_idx" ON "time_entry_services" USING btree ("company_id","invoice_line_id") WHERE invoice_line_id is not null;--> statement-breakpoint
CREATE INDEX "time_entry_services_item_idx" ON "time_entry_services" USING btree ("company_id","item_id","time_entry_id") WHERE item_id is not null;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_grouping_check" CHECK ("clients"."time_grouping" in ('service', 'entry', 'one'));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_rounding_check" CHECK ("companies"."time_rounding" in ('none', 'nearest', 'up', 'down'));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_rounding_minutes_check" CHECK ("companies"."time_rounding_minutes" between 1 and 60);--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_minimum_minutes_check" CHECK ("companies"."time_minimum_minutes" between 0 and 240 and "companies"."time_minimum_minutes" % "companies"."time_rounding_minutes" = 0);--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_worked_check" CHECK ("time_entries"."worked_minutes" between 1 and 1440);