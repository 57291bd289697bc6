CREATE TABLE "entry_corrections" (
	"company_id" text COLLATE "C" NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"corrects_entry_id" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "entry_corrections_pkey" PRIMARY KEY("company_id","entry_id"),
	CONSTRAINT "entry_corrections_check" CHECK ("entry_corrections"."entry_id" <> "entry_corrections"."corrects_entry_id" and "entry_corrections"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "period_seals" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"period_id" text COLLATE "C" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"sealed_by" text COLLATE "C",
	"entry_count" bigint NOT NULL,
	"posted_cents" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"previous_digest" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "period_seals_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "period_seals_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "period_seals_number_check" CHECK ("period_seals"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "sealed_entries" (
	"company_id" text COLLATE "C" NOT NULL,
	"seal_id" text NOT NULL,
	"entry_number" bigint NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "sealed_entries_pkey" PRIMARY KEY("company_id","seal_id","entry_number")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "fiscal_year_start_month" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_entry_fkey" FOREIGN KEY ("company_id","entry_id") REFERENCES "public"."journal_entries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_corrected_fkey" FOREIGN KEY ("company_id","corrects_entry_id") REFERENCES "public"."journal_entries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_seals" ADD CONSTRAINT "period_seals_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_seals" ADD CONSTRAINT "period_seals_period_fkey" FOREIGN KEY ("company_id","period_id") REFERENCES "public"."accounting_periods"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_seals" ADD CONSTRAINT "period_seals_sealer_fkey" FOREIGN KEY ("company_id","sealed_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_entries" ADD CONSTRAINT "sealed_entries_seal_fkey" FOREIGN KEY ("company_id","seal_id") REFERENCES "public"."period_seals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_corrections_corrected_idx" ON "entry_corrections" USING btree ("company_id","corrects_entry_id");--> statement-breakpoint
CREATE INDEX "period_seals_period_idx" ON "period_seals" USING btree ("company_id","period_id","number");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_fiscal_year_check" CHECK ("companies"."fiscal_year_start_month" between 1 and 12);