CREATE TABLE "project_number_series" (
	"company_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"next_number" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "project_number_series_pkey" PRIMARY KEY("company_id","project_id"),
	CONSTRAINT "project_number_series_next_check" CHECK ("project_number_series"."next_number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "recurring_occurrences" (
	"company_id" text COLLATE "C" NOT NULL,
	"plan_id" text COLLATE "C" NOT NULL,
	"occurrence_on" date NOT NULL,
	"invoice_id" text COLLATE "C" NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recurring_occurrences_pkey" PRIMARY KEY("company_id","plan_id","occurrence_on")
);
--> statement-breakpoint
CREATE TABLE "recurring_plan_lines" (
	"company_id" text COLLATE "C" NOT NULL,
	"plan_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C",
	"description" text NOT NULL,
	"quantity" numeric(12, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"is_taxable" boolean NOT NULL,
	"discount_ppm" integer NOT NULL,
	"discount_cents" bigint NOT NULL,
	"typed_tax_cents" bigint,
	CONSTRAINT "recurring_plan_lines_pkey" PRIMARY KEY("company_id","plan_id","position"),
	CONSTRAINT "recurring_plan_lines_amounts_check" CHECK ("recurring_plan_lines"."quantity" >= 0 and "recurring_plan_lines"."unit_price_cents" >= 0 and "recurring_plan_lines"."discount_cents" >= 0 and "recurring_plan_lines"."typed_tax_cents" >= 0
        and "recurring_plan_lines"."discount_ppm" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "recurring_plans" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C",
	"name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"frequency" text NOT NULL,
	"interval" integer NOT NULL,
	"starts_on" date NOT NULL,
	"day_of_month" integer,
	"ends_on" date,
	"occurrences" integer,
	"resumes_on" date,
	"due_days" integer NOT NULL,
	"issues_automatically" boolean NOT NULL,
	"use_project_numbers" boolean DEFAULT false NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"tax_ppm" integer NOT NULL,
	"discount_ppm" integer DEFAULT 0 NOT NULL,
	"discount_cents" bigint DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recurring_plans_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "recurring_plans_frequency_check" CHECK ("recurring_plans"."frequency" in ('weekly', 'monthly', 'quarterly', 'yearly')),
	CONSTRAINT "recurring_plans_interval_check" CHECK ("recurring_plans"."interval" between 1 and 99),
	CONSTRAINT "recurring_plans_day_check" CHECK (("recurring_plans"."frequency" = 'weekly') = ("recurring_plans"."day_of_month" is null) and "recurring_plans"."day_of_month" between 1 and 31),
	CONSTRAINT "recurring_plans_end_check" CHECK ("recurring_plans"."ends_on" >= "recurring_plans"."starts_on" and "recurring_plans"."occurrences" between 1 and 999),
	CONSTRAINT "recurring_plans_one_end_check" CHECK ("recurring_plans"."ends_on" is null or "recurring_plans"."occurrences" is null),
	CONSTRAINT "recurring_plans_due_check" CHECK ("recurring_plans"."due_days" between 0 and 365),
	CONSTRAINT "recurring_plans_amounts_check" CHECK ("recurring_plans"."tax_ppm" between 0 and 1000000 and "recurring_plans"."discount_ppm" between 0 and 1000000 and "recurring_plans"."discount_cents" >= 0),
	CONSTRAINT "recurring_plans_project_check" CHECK (not "recurring_plans"."use_project_numbers" or "recurring_plans"."project_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "recurring_skips" (
	"company_id" text COLLATE "C" NOT NULL,
	"plan_id" text COLLATE "C" NOT NULL,
	"occurrence_on" date NOT NULL,
	"reason" text NOT NULL,
	"skipped_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recurring_skips_pkey" PRIMARY KEY("company_id","plan_id","occurrence_on","reason")
);
--> statement-breakpoint
ALTER TABLE "number_series" DROP CONSTRAINT "number_series_next_check";--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "pattern" text DEFAULT '{SEQ:5}' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "reset" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "period_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "next_in_period" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "use_project_numbers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "recurring_plan_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "occurrence_on" date;--> statement-breakpoint
ALTER TABLE "project_number_series" ADD CONSTRAINT "project_number_series_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_number_series" ADD CONSTRAINT "project_number_series_project_fkey" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_occurrences" ADD CONSTRAINT "recurring_occurrences_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_occurrences" ADD CONSTRAINT "recurring_occurrences_plan_fkey" FOREIGN KEY ("company_id","plan_id") REFERENCES "public"."recurring_plans"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plan_lines" ADD CONSTRAINT "recurring_plan_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plan_lines" ADD CONSTRAINT "recurring_plan_lines_plan_fkey" FOREIGN KEY ("company_id","plan_id") REFERENCES "public"."recurring_plans"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plan_lines" ADD CONSTRAINT "recurring_plan_lines_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plans" ADD CONSTRAINT "recurring_plans_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plans" ADD CONSTRAINT "recurring_plans_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plans" ADD CONSTRAINT "recurring_plans_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_plans" ADD CONSTRAINT "recurring_plans_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_skips" ADD CONSTRAINT "recurring_skips_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_skips" ADD CONSTRAINT "recurring_skips_plan_fkey" FOREIGN KEY ("company_id","plan_id") REFERENCES "public"."recurring_plans"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recurring_plans_client_idx" ON "recurring_plans" USING btree ("company_id","client_id");--> statement-breakpoint
CREATE INDEX "recurring_plans_active_idx" ON "recurring_plans" USING btree ("company_id","id") WHERE is_active;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_occurrence_fkey" FOREIGN KEY ("company_id","recurring_plan_id","occurrence_on") REFERENCES "public"."recurring_occurrences"("company_id","plan_id","occurrence_on") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_occurrence_key" UNIQUE("company_id","recurring_plan_id","occurrence_on");--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_pattern_check" CHECK (char_length("number_series"."pattern") <= 40 and regexp_count("number_series"."pattern", '[{]SEQ') = 1
        and "number_series"."pattern" ~ '^([A-Za-z0-9 ._#/-]|[{](YY|YYYY|MM|DD|SEQ|SEQ:([1-9]|10))[}])+$');--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_reset_check" CHECK ("number_series"."reset" = 'none' or "number_series"."reset" = 'yearly' and "number_series"."pattern" ~ '[{]YY'
        or "number_series"."reset" = 'monthly' and "number_series"."pattern" ~ '[{]YY' and "number_series"."pattern" ~ '[{]MM[}]');--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_next_check" CHECK ("number_series"."next_number" >= 1 and "number_series"."next_in_period" >= 1);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_project_numbers_check" CHECK (not "invoices"."use_project_numbers" or "invoices"."project_id" is not null);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_occurrence_check" CHECK (("invoices"."recurring_plan_id" is null) = ("invoices"."occurrence_on" is null));