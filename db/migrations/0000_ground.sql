CREATE TABLE "catalog_items" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"unit_price_cents" bigint,
	"is_taxable" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "catalog_items_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "catalog_items_kind_check" CHECK ("catalog_items"."kind" in ('service', 'product')),
	CONSTRAINT "catalog_items_price_check" CHECK ("catalog_items"."unit_price_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clients_pkey" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text COLLATE "C" NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'America/New_York' NOT NULL,
	"default_due_days" integer DEFAULT 30 NOT NULL,
	"default_tax_ppm" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_pkey" PRIMARY KEY("id"),
	CONSTRAINT "companies_slug_key" UNIQUE("slug"),
	CONSTRAINT "companies_due_days_check" CHECK ("companies"."default_due_days" between 0 and 365),
	CONSTRAINT "companies_tax_check" CHECK ("companies"."default_tax_ppm" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "members" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"hourly_rate_cents" bigint,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "members_user_key" UNIQUE("company_id","user_id"),
	CONSTRAINT "members_role_check" CHECK ("members"."role" in ('staff', 'manager', 'admin', 'owner')),
	CONSTRAINT "members_rate_check" CHECK ("members"."hourly_rate_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"company_id" text COLLATE "C" NOT NULL,
	"series" text NOT NULL,
	"prefix" text NOT NULL,
	"width" integer NOT NULL,
	"next_number" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "number_series_pkey" PRIMARY KEY("company_id","series"),
	CONSTRAINT "number_series_next_check" CHECK ("number_series"."next_number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"company_id" text COLLATE "C" NOT NULL,
	"request_id" text NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"action" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_pkey" PRIMARY KEY("company_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"happened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" text COLLATE "C",
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"subject_id" text NOT NULL,
	"client_id" text COLLATE "C",
	"project_id" text COLLATE "C",
	"invoice_id" text COLLATE "C",
	"summary" text NOT NULL,
	"facts" jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "events_pkey" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_pkey" PRIMARY KEY("token_hash"),
	CONSTRAINT "sessions_id_key" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_pkey" PRIMARY KEY("id"),
	CONSTRAINT "users_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"invoice_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C",
	"description" text NOT NULL,
	"quantity" numeric(12, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"is_taxable" boolean NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "invoice_lines_quantity_check" CHECK ("invoice_lines"."quantity" >= 0),
	CONSTRAINT "invoice_lines_price_check" CHECK ("invoice_lines"."unit_price_cents" >= 0),
	CONSTRAINT "invoice_lines_subtotal_check" CHECK ("invoice_lines"."subtotal_cents" = round("invoice_lines"."quantity" * "invoice_lines"."unit_price_cents")),
	CONSTRAINT "invoice_lines_tax_check" CHECK ("invoice_lines"."tax_cents" >= 0 and ("invoice_lines"."is_taxable" or "invoice_lines"."tax_cents" = 0))
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C",
	"status" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"sequence" bigint,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"tax_ppm" integer NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"issued_at" timestamp with time zone,
	"issued_by" text COLLATE "C",
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "invoices_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "invoices_sequence_key" UNIQUE("company_id","sequence"),
	CONSTRAINT "invoices_status_check" CHECK ("invoices"."status" in ('draft', 'issued', 'void')),
	CONSTRAINT "invoices_number_check" CHECK (("invoices"."status" = 'draft') = ("invoices"."number" is null and "invoices"."sequence" is null)),
	CONSTRAINT "invoices_void_check" CHECK (("invoices"."status" = 'void') = ("invoices"."voided_on" is not null)),
	CONSTRAINT "invoices_due_check" CHECK ("invoices"."due_on" >= "invoices"."issued_on"),
	CONSTRAINT "invoices_total_check" CHECK ("invoices"."total_cents" = "invoices"."subtotal_cents" + "invoices"."tax_cents"),
	CONSTRAINT "invoices_amounts_check" CHECK ("invoices"."subtotal_cents" >= 0 and "invoices"."tax_cents" >= 0 and "invoices"."total_cents" <= 9999999999999),
	CONSTRAINT "invoices_tax_check" CHECK ("invoices"."tax_ppm" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "account_months" (
	"company_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"month" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"line_count" bigint NOT NULL,
	CONSTRAINT "account_months_pkey" PRIMARY KEY("company_id","account_id","month")
);
--> statement-breakpoint
CREATE TABLE "accounting_periods" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text COLLATE "C",
	"close_note" text DEFAULT '' NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_by" text COLLATE "C",
	"reopen_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "accounting_periods_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "accounting_periods_days_check" CHECK ("accounting_periods"."ends_on" >= "accounting_periods"."starts_on"),
	CONSTRAINT "accounting_periods_status_check" CHECK ("accounting_periods"."status" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"role" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "accounts_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "accounts_code_key" UNIQUE("company_id","code"),
	CONSTRAINT "accounts_role_key" UNIQUE("company_id","role"),
	CONSTRAINT "accounts_type_check" CHECK ("accounts"."type" in ('asset', 'liability', 'equity', 'income', 'expense')),
	CONSTRAINT "accounts_role_active_check" CHECK ("accounts"."role" is null or "accounts"."is_active")
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"entry_on" date NOT NULL,
	"memo" text NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"reverses_entry_id" text COLLATE "C",
	"line_count" smallint NOT NULL,
	"total_cents" bigint NOT NULL,
	"created_by" text COLLATE "C",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "journal_entries_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "journal_entries_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "journal_entries_source_key" UNIQUE("company_id","source_type","source_id"),
	CONSTRAINT "journal_entries_reverses_key" UNIQUE("company_id","reverses_entry_id"),
	CONSTRAINT "journal_entries_day_key" UNIQUE("company_id","id","entry_on"),
	CONSTRAINT "journal_entries_seal_check" CHECK ("journal_entries"."line_count" >= 2 and "journal_entries"."total_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "journal_lines" (
	"company_id" text COLLATE "C" NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"line_no" smallint NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"entry_on" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"client_id" text COLLATE "C",
	"project_id" text COLLATE "C",
	"invoice_id" text COLLATE "C",
	CONSTRAINT "journal_lines_pkey" PRIMARY KEY("company_id","entry_id","line_no"),
	CONSTRAINT "journal_lines_amount_check" CHECK ("journal_lines"."amount_cents" <> 0 and abs("journal_lines"."amount_cents") <= 9999999999999)
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"invoice_id" text COLLATE "C" NOT NULL,
	"payment_id" text COLLATE "C" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"allocated_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allocations_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "allocations_amount_check" CHECK ("allocations"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"payment_id" text COLLATE "C" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"entered_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_entries_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "credit_entries_amount_check" CHECK ("credit_entries"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"number" text NOT NULL,
	"sequence" bigint NOT NULL,
	"received_on" date NOT NULL,
	"method" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"amount_cents" bigint NOT NULL,
	"deposit_account_id" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "payments_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "payments_sequence_key" UNIQUE("company_id","sequence"),
	CONSTRAINT "payments_method_check" CHECK ("payments"."method" in ('check', 'cash', 'ach', 'card', 'other')),
	CONSTRAINT "payments_status_check" CHECK ("payments"."status" in ('received', 'void')),
	CONSTRAINT "payments_void_check" CHECK (("payments"."status" = 'void') = ("payments"."voided_on" is not null)),
	CONSTRAINT "payments_amount_check" CHECK ("payments"."amount_cents" > 0 and "payments"."amount_cents" <= 9999999999999)
);
--> statement-breakpoint
CREATE TABLE "project_members" (
	"company_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "project_members_pkey" PRIMARY KEY("company_id","project_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"billing" text NOT NULL,
	"hourly_rate_cents" bigint,
	"flat_fee_cents" bigint,
	"budget_minutes" integer,
	"due_on" date,
	"status" text DEFAULT 'active' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projects_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "projects_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "projects_client_key" UNIQUE("company_id","id","client_id"),
	CONSTRAINT "projects_billing_check" CHECK ("projects"."billing" in ('hourly', 'flat')),
	CONSTRAINT "projects_status_check" CHECK ("projects"."status" in ('active', 'closed')),
	CONSTRAINT "projects_amounts_check" CHECK ("projects"."hourly_rate_cents" >= 0 and "projects"."flat_fee_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "time_entries" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C",
	"worked_on" date NOT NULL,
	"duration_minutes" integer NOT NULL,
	"is_billable" boolean DEFAULT true NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"approved_by" text COLLATE "C",
	"approved_at" timestamp with time zone,
	"returned_reason" text DEFAULT '' NOT NULL,
	"invoice_line_id" text COLLATE "C",
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_entries_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "time_entries_status_check" CHECK ("time_entries"."status" in ('draft', 'submitted', 'approved', 'billed')),
	CONSTRAINT "time_entries_billed_check" CHECK (("time_entries"."status" = 'billed') = ("time_entries"."invoice_line_id" is not null)),
	CONSTRAINT "time_entries_minutes_check" CHECK ("time_entries"."duration_minutes" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"company_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C",
	"note" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"resumed_at" timestamp with time zone,
	"accumulated_seconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "timers_pkey" PRIMARY KEY("company_id","member_id"),
	CONSTRAINT "timers_seconds_check" CHECK ("timers"."accumulated_seconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_project_fkey" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_fkey" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issuer_fkey" FOREIGN KEY ("company_id","issued_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_months" ADD CONSTRAINT "account_months_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_months" ADD CONSTRAINT "account_months_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounting_periods" ADD CONSTRAINT "accounting_periods_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounting_periods" ADD CONSTRAINT "accounting_periods_closer_fkey" FOREIGN KEY ("company_id","closed_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounting_periods" ADD CONSTRAINT "accounting_periods_reopener_fkey" FOREIGN KEY ("company_id","reopened_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_reverses_fkey" FOREIGN KEY ("company_id","reverses_entry_id") REFERENCES "public"."journal_entries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_entry_fkey" FOREIGN KEY ("company_id","entry_id","entry_on") REFERENCES "public"."journal_entries"("company_id","id","entry_on") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_project_fkey" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_invoice_fkey" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoice_fkey" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_fkey" FOREIGN KEY ("company_id","payment_id") REFERENCES "public"."payments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_payment_fkey" FOREIGN KEY ("company_id","payment_id") REFERENCES "public"."payments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_account_fkey" FOREIGN KEY ("company_id","deposit_account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_project_fkey" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_approver_fkey" FOREIGN KEY ("company_id","approved_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_line_fkey" FOREIGN KEY ("company_id","invoice_line_id") REFERENCES "public"."invoice_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_project_fkey" FOREIGN KEY ("company_id","project_id") REFERENCES "public"."projects"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_item_fkey" FOREIGN KEY ("company_id","item_id") REFERENCES "public"."catalog_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "catalog_items_name_key" ON "catalog_items" USING btree ("company_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "clients_name_key" ON "clients" USING btree ("company_id",lower("name"));--> statement-breakpoint
CREATE INDEX "requests_answered_idx" ON "requests" USING btree ("company_id","answered_at");--> statement-breakpoint
CREATE INDEX "events_subject_idx" ON "events" USING btree ("company_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "events_client_idx" ON "events" USING btree ("company_id","client_id","id");--> statement-breakpoint
CREATE INDEX "events_project_idx" ON "events" USING btree ("company_id","project_id","id");--> statement-breakpoint
CREATE INDEX "events_invoice_idx" ON "events" USING btree ("company_id","invoice_id","id");--> statement-breakpoint
CREATE INDEX "events_type_idx" ON "events" USING btree ("company_id","type","id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_invoice_idx" ON "invoice_lines" USING btree ("company_id","invoice_id","position");--> statement-breakpoint
CREATE INDEX "invoices_day_idx" ON "invoices" USING btree ("company_id","issued_on","id");--> statement-breakpoint
CREATE INDEX "invoices_due_idx" ON "invoices" USING btree ("company_id","due_on","id");--> statement-breakpoint
CREATE INDEX "invoices_total_idx" ON "invoices" USING btree ("company_id","total_cents","id");--> statement-breakpoint
CREATE INDEX "invoices_client_idx" ON "invoices" USING btree ("company_id","client_id","issued_on");--> statement-breakpoint
CREATE INDEX "invoices_project_idx" ON "invoices" USING btree ("company_id","project_id") WHERE project_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_draft_idx" ON "invoices" USING btree ("company_id","issued_on") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "accounting_periods_day_idx" ON "accounting_periods" USING btree ("company_id","starts_on","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name_key" ON "accounts" USING btree ("company_id",lower("name"));--> statement-breakpoint
CREATE INDEX "journal_entries_day_idx" ON "journal_entries" USING btree ("company_id","entry_on","number");--> statement-breakpoint
CREATE INDEX "journal_lines_account_idx" ON "journal_lines" USING btree ("company_id","account_id","entry_on","entry_id","line_no","amount_cents");--> statement-breakpoint
CREATE INDEX "journal_lines_invoice_idx" ON "journal_lines" USING btree ("company_id","invoice_id","account_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "journal_lines_client_idx" ON "journal_lines" USING btree ("company_id","client_id","account_id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "allocations_invoice_idx" ON "allocations" USING btree ("company_id","invoice_id","allocated_on","amount_cents");--> statement-breakpoint
CREATE INDEX "allocations_payment_idx" ON "allocations" USING btree ("company_id","payment_id");--> statement-breakpoint
CREATE INDEX "credit_entries_client_idx" ON "credit_entries" USING btree ("company_id","client_id","entered_on","amount_cents");--> statement-breakpoint
CREATE INDEX "credit_entries_payment_idx" ON "credit_entries" USING btree ("company_id","payment_id");--> statement-breakpoint
CREATE INDEX "payments_day_idx" ON "payments" USING btree ("company_id","received_on","id");--> statement-breakpoint
CREATE INDEX "payments_client_idx" ON "payments" USING btree ("company_id","client_id","received_on");--> statement-breakpoint
CREATE INDEX "project_members_member_idx" ON "project_members" USING btree ("company_id","member_id");--> statement-breakpoint
CREATE INDEX "projects_client_idx" ON "projects" USING btree ("company_id","client_id");--> statement-breakpoint
CREATE INDEX "time_entries_member_idx" ON "time_entries" USING btree ("company_id","member_id","worked_on");--> statement-breakpoint
CREATE INDEX "time_entries_day_idx" ON "time_entries" USING btree ("company_id","worked_on","id");--> statement-breakpoint
CREATE INDEX "time_entries_project_idx" ON "time_entries" USING btree ("company_id","project_id","worked_on");--> statement-breakpoint
CREATE INDEX "time_entries_line_idx" ON "time_entries" USING btree ("company_id","invoice_line_id") WHERE invoice_line_id is not null;--> statement-breakpoint
CREATE INDEX "time_entries_unbilled_idx" ON "time_entries" USING btree ("company_id","client_id") WHERE status = 'approved' and is_billable;