CREATE TABLE "estimate_lines" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"estimate_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C",
	"description" text NOT NULL,
	"quantity" numeric(12, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"is_taxable" boolean NOT NULL,
	"discount_ppm" integer DEFAULT 0 NOT NULL,
	"discount_cents" bigint DEFAULT 0 NOT NULL,
	"document_discount_cents" bigint DEFAULT 0 NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	CONSTRAINT "estimate_lines_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "estimate_lines_quantity_check" CHECK ("estimate_lines"."quantity" >= 0),
	CONSTRAINT "estimate_lines_price_check" CHECK ("estimate_lines"."unit_price_cents" >= 0),
	CONSTRAINT "estimate_lines_subtotal_check" CHECK ("estimate_lines"."subtotal_cents" = round("estimate_lines"."quantity" * "estimate_lines"."unit_price_cents") - "estimate_lines"."discount_cents" - "estimate_lines"."document_discount_cents"),
	CONSTRAINT "estimate_lines_discount_check" CHECK ("estimate_lines"."discount_ppm" between 0 and 1000000 and "estimate_lines"."discount_cents" >= 0 and "estimate_lines"."document_discount_cents" >= 0 and "estimate_lines"."subtotal_cents" >= 0
        and ("estimate_lines"."discount_ppm" = 0 or "estimate_lines"."discount_cents" = round(round("estimate_lines"."quantity" * "estimate_lines"."unit_price_cents") * "estimate_lines"."discount_ppm" / 1000000.0))),
	CONSTRAINT "estimate_lines_tax_check" CHECK ("estimate_lines"."tax_cents" >= 0 and ("estimate_lines"."is_taxable" or "estimate_lines"."tax_cents" = 0))
);
--> statement-breakpoint
CREATE TABLE "estimates" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C",
	"status" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"sequence" bigint,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"header_text" text DEFAULT '' NOT NULL,
	"footer_text" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"tax_ppm" integer NOT NULL,
	"discount_ppm" integer DEFAULT 0 NOT NULL,
	"discount_cents" bigint DEFAULT 0 NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"deposit_ppm" integer DEFAULT 0 NOT NULL,
	"deposit_cents" bigint DEFAULT 0 NOT NULL,
	"issued_by_party" jsonb,
	"billed_to_party" jsonb,
	"sent_at" timestamp with time zone,
	"sent_by" text COLLATE "C",
	"decided_on" date,
	"acceptance" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "estimates_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "estimates_client_key" UNIQUE("company_id","id","client_id"),
	CONSTRAINT "estimates_number_key" UNIQUE("company_id","kind","number"),
	CONSTRAINT "estimates_sequence_key" UNIQUE("company_id","kind","sequence"),
	CONSTRAINT "estimates_kind_check" CHECK ("estimates"."kind" in ('estimate', 'proposal')),
	CONSTRAINT "estimates_status_check" CHECK ("estimates"."status" in ('draft', 'sent', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "estimates_number_check" CHECK (num_nonnulls("estimates"."number", "estimates"."sequence") = case "estimates"."status" when 'draft' then 0 else 2 end),
	CONSTRAINT "estimates_sent_check" CHECK (num_nonnulls("estimates"."sent_at", "estimates"."sent_by", "estimates"."issued_by_party", "estimates"."billed_to_party") = case "estimates"."status" when 'draft' then 0 else 4 end),
	CONSTRAINT "estimates_decided_check" CHECK (("estimates"."status" in ('draft', 'sent')) = ("estimates"."decided_on" is null) and ("estimates"."status" = 'accepted') = ("estimates"."acceptance" is not null)
        and ("estimates"."status" in ('declined', 'withdrawn')) = ("estimates"."reason" <> '')),
	CONSTRAINT "estimates_valid_check" CHECK ("estimates"."valid_until" >= "estimates"."issued_on"),
	CONSTRAINT "estimates_total_check" CHECK ("estimates"."total_cents" = "estimates"."subtotal_cents" + "estimates"."tax_cents"),
	CONSTRAINT "estimates_amounts_check" CHECK ("estimates"."subtotal_cents" >= 0 and "estimates"."tax_cents" >= 0 and "estimates"."total_cents" <= 9999999999999),
	CONSTRAINT "estimates_discount_check" CHECK ("estimates"."discount_ppm" between 0 and 1000000 and "estimates"."discount_cents" >= 0),
	CONSTRAINT "estimates_tax_check" CHECK ("estimates"."tax_ppm" between 0 and 1000000),
	CONSTRAINT "estimates_deposit_check" CHECK ("estimates"."deposit_ppm" between 0 and 1000000 and "estimates"."deposit_cents" between 0 and "estimates"."total_cents"
        and ("estimates"."deposit_ppm" = 0 or "estimates"."deposit_cents" = round("estimates"."total_cents"::numeric * "estimates"."deposit_ppm" / 1000000.0)))
);
--> statement-breakpoint
CREATE TABLE "document_templates" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"header_text" text DEFAULT '' NOT NULL,
	"footer_text" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_templates_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "document_templates_kind_check" CHECK ("document_templates"."kind" in ('invoice', 'estimate', 'proposal', 'credit_note')),
	CONSTRAINT "document_templates_default_check" CHECK (not "document_templates"."is_default" or "document_templates"."is_active")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "default_estimate_valid_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "header_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "footer_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "terms" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "issued_by_party" jsonb;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "billed_to_party" jsonb;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "estimate_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "estimate_lines" ADD CONSTRAINT "estimate_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate_lines" ADD CONSTRAINT "estimate_lines_estimate_fkey" FOREIGN KEY ("company_id","estimate_id") REFERENCES "public"."estimates"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate_lines" ADD CONSTRAINT "estimate_lines_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_sender_fkey" FOREIGN KEY ("company_id","sent_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_templates" ADD CONSTRAINT "document_templates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "estimate_lines_estimate_idx" ON "estimate_lines" USING btree ("company_id","estimate_id","position");--> statement-breakpoint
CREATE INDEX "estimates_day_idx" ON "estimates" USING btree ("company_id","kind","issued_on","id");--> statement-breakpoint
CREATE INDEX "estimates_valid_idx" ON "estimates" USING btree ("company_id","kind","valid_until","id");--> statement-breakpoint
CREATE INDEX "estimates_total_idx" ON "estimates" USING btree ("company_id","kind","total_cents","id");--> statement-breakpoint
CREATE INDEX "estimates_client_idx" ON "estimates" USING btree ("company_id","client_id","issued_on");--> statement-breakpoint
CREATE INDEX "estimates_project_idx" ON "estimates" USING btree ("company_id","project_id") WHERE project_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "document_templates_name_key" ON "document_templates" USING btree ("company_id","kind",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "document_templates_default_key" ON "document_templates" USING btree ("company_id","kind") WHERE is_default;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_estimate_fkey" FOREIGN KEY ("company_id","estimate_id","client_id") REFERENCES "public"."estimates"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_estimate_deposit_key" ON "invoices" USING btree ("company_id","estimate_id") WHERE estimate_id is not null and kind = 'deposit' and status <> 'void';--> statement-breakpoint
CREATE INDEX "invoices_estimate_idx" ON "invoices" USING btree ("company_id","estimate_id") WHERE estimate_id is not null;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_valid_days_check" CHECK ("companies"."default_estimate_valid_days" between 0 and 365);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_parties_check" CHECK (("invoices"."issued_by_party" is null) = ("invoices"."billed_to_party" is null) and ("invoices"."status" <> 'draft' or "invoices"."issued_by_party" is null));