CREATE TABLE "credit_notes" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"invoice_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"sequence" bigint,
	"noted_on" date NOT NULL,
	"reason" text NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"posted_at" timestamp with time zone,
	"posted_by" text COLLATE "C",
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_notes_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "credit_notes_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "credit_notes_sequence_key" UNIQUE("company_id","sequence"),
	CONSTRAINT "credit_notes_status_check" CHECK ("credit_notes"."status" in ('draft', 'posted', 'void')),
	CONSTRAINT "credit_notes_number_check" CHECK (("credit_notes"."status" = 'draft') = ("credit_notes"."number" is null and "credit_notes"."sequence" is null)),
	CONSTRAINT "credit_notes_void_check" CHECK (("credit_notes"."status" = 'void') = ("credit_notes"."voided_on" is not null)),
	CONSTRAINT "credit_notes_amounts_check" CHECK ("credit_notes"."subtotal_cents" >= 0 and "credit_notes"."tax_cents" >= 0 and "credit_notes"."total_cents" > 0 and "credit_notes"."total_cents" = "credit_notes"."subtotal_cents" + "credit_notes"."tax_cents")
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"invoice_id" text COLLATE "C",
	"payment_id" text COLLATE "C",
	"deposit_invoice_id" text COLLATE "C",
	"account_id" text COLLATE "C",
	"amount_cents" bigint NOT NULL,
	"settled_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"is_automatic" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'standing' NOT NULL,
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settlements_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "settlements_amount_check" CHECK ("settlements"."amount_cents" > 0 and "settlements"."amount_cents" <= 9999999999999),
	CONSTRAINT "settlements_status_check" CHECK ("settlements"."status" in ('standing', 'void')),
	CONSTRAINT "settlements_void_check" CHECK (("settlements"."status" = 'void') = ("settlements"."voided_on" is not null)),
	CONSTRAINT "settlements_kind_check" CHECK (case "settlements"."kind"
        when 'refund' then num_nonnulls("settlements"."payment_id", "settlements"."account_id") = 2 and num_nonnulls("settlements"."invoice_id", "settlements"."deposit_invoice_id") = 0
        when 'credit_application' then "settlements"."invoice_id" is not null and num_nonnulls("settlements"."payment_id", "settlements"."account_id", "settlements"."deposit_invoice_id") = 0
        when 'credit_grant' then "settlements"."account_id" is not null and num_nonnulls("settlements"."payment_id", "settlements"."invoice_id", "settlements"."deposit_invoice_id") = 0
        when 'credit_reduction' then "settlements"."account_id" is not null and num_nonnulls("settlements"."payment_id", "settlements"."invoice_id", "settlements"."deposit_invoice_id") = 0
        when 'credit_payout' then "settlements"."account_id" is not null and num_nonnulls("settlements"."payment_id", "settlements"."invoice_id", "settlements"."deposit_invoice_id") = 0
        when 'write_off' then num_nonnulls("settlements"."invoice_id", "settlements"."account_id") = 2 and num_nonnulls("settlements"."payment_id", "settlements"."deposit_invoice_id") = 0
        when 'deposit_application' then num_nonnulls("settlements"."invoice_id", "settlements"."deposit_invoice_id") = 2 and num_nonnulls("settlements"."payment_id", "settlements"."account_id") = 0
        else false end)
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_status_check";--> statement-breakpoint
ALTER TABLE "allocations" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "credit_entries" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "sequence" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "journal_entries" ALTER COLUMN "source_id" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "is_bank" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "credit_rule" text DEFAULT 'suggest' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "kind" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "allocations" ADD COLUMN "settlement_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "allocations" ADD COLUMN "credit_note_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "credit_entries" ADD COLUMN "settlement_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "credit_entries" ADD COLUMN "credit_note_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_invoice_fkey" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_poster_fkey" FOREIGN KEY ("company_id","posted_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_invoice_fkey" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_payment_fkey" FOREIGN KEY ("company_id","payment_id") REFERENCES "public"."payments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_deposit_fkey" FOREIGN KEY ("company_id","deposit_invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_notes_day_idx" ON "credit_notes" USING btree ("company_id","noted_on","id");--> statement-breakpoint
CREATE INDEX "credit_notes_invoice_idx" ON "credit_notes" USING btree ("company_id","invoice_id");--> statement-breakpoint
CREATE INDEX "credit_notes_client_idx" ON "credit_notes" USING btree ("company_id","client_id","noted_on");--> statement-breakpoint
CREATE INDEX "settlements_client_idx" ON "settlements" USING btree ("company_id","client_id","settled_on");--> statement-breakpoint
CREATE INDEX "settlements_invoice_idx" ON "settlements" USING btree ("company_id","invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "settlements_payment_idx" ON "settlements" USING btree ("company_id","payment_id") WHERE payment_id is not null;--> statement-breakpoint
CREATE INDEX "settlements_deposit_idx" ON "settlements" USING btree ("company_id","deposit_invoice_id") WHERE deposit_invoice_id is not null;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_settlement_fkey" FOREIGN KEY ("company_id","settlement_id") REFERENCES "public"."settlements"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_credit_note_fkey" FOREIGN KEY ("company_id","credit_note_id") REFERENCES "public"."credit_notes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_settlement_fkey" FOREIGN KEY ("company_id","settlement_id") REFERENCES "public"."settlements"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_credit_note_fkey" FOREIGN KEY ("company_id","credit_note_id") REFERENCES "public"."credit_notes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_deposit_idx" ON "invoices" USING btree ("company_id","client_id") WHERE kind = 'deposit';--> statement-breakpoint
CREATE INDEX "allocations_settlement_idx" ON "allocations" USING btree ("company_id","settlement_id") WHERE settlement_id is not null;--> statement-breakpoint
CREATE INDEX "allocations_credit_note_idx" ON "allocations" USING btree ("company_id","credit_note_id") WHERE credit_note_id is not null;--> statement-breakpoint
CREATE INDEX "credit_entries_settlement_idx" ON "credit_entries" USING btree ("company_id","settlement_id") WHERE settlement_id is not null;--> statement-breakpoint
CREATE INDEX "credit_entries_credit_note_idx" ON "credit_entries" USING btree ("company_id","credit_note_id") WHERE credit_note_id is not null;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_credit_rule_check" CHECK ("companies"."credit_rule" in ('off', 'suggest', 'automatic'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_kind_check" CHECK ("invoices"."kind" = 'standard' or "invoices"."kind" = 'deposit' and "invoices"."tax_cents" = 0);--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_source_check" CHECK (num_nonnulls("allocations"."payment_id", "allocations"."settlement_id", "allocations"."credit_note_id") = 1);--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_source_check" CHECK (num_nonnulls("credit_entries"."payment_id", "credit_entries"."settlement_id", "credit_entries"."credit_note_id") = 1);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_number_check" CHECK (("payments"."status" = 'pending') = ("payments"."number" is null and "payments"."sequence" is null));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_status_check" CHECK ("payments"."status" in ('pending', 'received', 'void'));--> statement-breakpoint
-- Bank accounts are those that money went into until now.
alter table accounts no force row level security;--> statement-breakpoint
alter table payments no force row level security;--> statement-breakpoint
update accounts a set is_bank = true where a.role = 'cash' or a.type = 'asset' and a.role is null
  and exists (select 1 from payments p where p.company_id = a.company_id and p.deposit_account_id = a.id);--> statement-breakpoint
alter table payments force row level security;--> statement-breakpoint
alter table accounts force row level security;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_bank_check" CHECK ("accounts"."is_bank" = ("accounts"."role" is not distinct from 'cash') or "accounts"."is_bank" and "accounts"."role" is null and "accounts"."type" = 'asset');
