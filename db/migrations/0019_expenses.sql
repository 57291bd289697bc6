CREATE TABLE "bills" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"sequence" bigint,
	"vendor_number" text DEFAULT '' NOT NULL,
	"billed_on" date NOT NULL,
	"due_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
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
	CONSTRAINT "bills_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bills_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "bills_sequence_key" UNIQUE("company_id","sequence"),
	CONSTRAINT "bills_status_check" CHECK ("bills"."status" in ('draft', 'posted', 'void')),
	CONSTRAINT "bills_number_check" CHECK (("bills"."status" = 'draft') = ("bills"."number" is null and "bills"."sequence" is null)),
	CONSTRAINT "bills_void_check" CHECK (("bills"."status" = 'void') = ("bills"."voided_on" is not null)),
	CONSTRAINT "bills_due_check" CHECK ("bills"."due_on" >= "bills"."billed_on"),
	CONSTRAINT "bills_total_check" CHECK ("bills"."total_cents" = "bills"."subtotal_cents" + "bills"."tax_cents"),
	CONSTRAINT "bills_amounts_check" CHECK ("bills"."subtotal_cents" >= 0 and "bills"."tax_cents" >= 0 and "bills"."total_cents" <= 9999999999999)
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vendors_pkey" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "bill_allocations" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"bill_id" text COLLATE "C" NOT NULL,
	"payment_id" text COLLATE "C" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"allocated_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bill_allocations_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bill_allocations_amount_check" CHECK ("bill_allocations"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "bill_lines" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"bill_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric(12, 4) NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C",
	"project_id" text COLLATE "C",
	"subtotal_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	CONSTRAINT "bill_lines_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bill_lines_project_check" CHECK (("bill_lines"."project_id" is null) = ("bill_lines"."client_id" is null)),
	CONSTRAINT "bill_lines_quantity_check" CHECK ("bill_lines"."quantity" >= 0),
	CONSTRAINT "bill_lines_price_check" CHECK ("bill_lines"."unit_price_cents" >= 0),
	CONSTRAINT "bill_lines_subtotal_check" CHECK ("bill_lines"."subtotal_cents" = round("bill_lines"."quantity" * "bill_lines"."unit_price_cents")),
	CONSTRAINT "bill_lines_tax_check" CHECK ("bill_lines"."tax_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bill_payments" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"paid_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"amount_cents" bigint NOT NULL,
	"from_account_id" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'paid' NOT NULL,
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bill_payments_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "bill_payments_status_check" CHECK ("bill_payments"."status" in ('paid', 'void')),
	CONSTRAINT "bill_payments_void_check" CHECK (("bill_payments"."status" = 'void') = ("bill_payments"."voided_on" is not null)),
	CONSTRAINT "bill_payments_amount_check" CHECK ("bill_payments"."amount_cents" > 0 and "bill_payments"."amount_cents" <= 9999999999999)
);
--> statement-breakpoint
CREATE TABLE "expense_categories" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "expense_categories_pkey" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "expenses" (
	"company_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"sequence" bigint,
	"member_id" text COLLATE "C" NOT NULL,
	"spent_on" date NOT NULL,
	"vendor_id" text COLLATE "C",
	"merchant" text DEFAULT '' NOT NULL,
	"category_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C",
	"project_id" text COLLATE "C",
	"description" text DEFAULT '' NOT NULL,
	"amount_cents" bigint NOT NULL,
	"tax_cents" bigint DEFAULT 0 NOT NULL,
	"paid_from_account_id" text COLLATE "C",
	"is_billable" boolean DEFAULT false NOT NULL,
	"markup_ppm" integer DEFAULT 0 NOT NULL,
	"account_id" text COLLATE "C",
	"approved_by" text COLLATE "C",
	"approved_at" timestamp with time zone,
	"returned_reason" text DEFAULT '' NOT NULL,
	"reimbursed_on" date,
	"reimbursed_from_account_id" text COLLATE "C",
	"voided_on" date,
	"void_reason" text DEFAULT '' NOT NULL,
	"invoice_line_id" text COLLATE "C",
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expenses_pkey" PRIMARY KEY("company_id","id"),
	CONSTRAINT "expenses_number_key" UNIQUE("company_id","number"),
	CONSTRAINT "expenses_sequence_key" UNIQUE("company_id","sequence"),
	CONSTRAINT "expenses_status_check" CHECK ("expenses"."status" in ('draft', 'submitted', 'approved', 'reimbursed', 'void')),
	CONSTRAINT "expenses_number_check" CHECK (case when "expenses"."status" in ('draft', 'submitted') then num_nonnulls("expenses"."number", "expenses"."sequence", "expenses"."account_id", "expenses"."approved_by", "expenses"."approved_at") = 0
        else num_nulls("expenses"."number", "expenses"."sequence", "expenses"."account_id", "expenses"."approved_by", "expenses"."approved_at") = 0 end),
	CONSTRAINT "expenses_project_check" CHECK ("expenses"."project_id" is null or "expenses"."client_id" is not null),
	CONSTRAINT "expenses_amount_check" CHECK ("expenses"."amount_cents" > 0 and "expenses"."amount_cents" <= 9999999999999),
	CONSTRAINT "expenses_tax_check" CHECK ("expenses"."tax_cents" between 0 and "expenses"."amount_cents"),
	CONSTRAINT "expenses_markup_check" CHECK ("expenses"."markup_ppm" between 0 and 1000000),
	CONSTRAINT "expenses_billable_check" CHECK (not "expenses"."is_billable" or "expenses"."client_id" is not null),
	CONSTRAINT "expenses_reimbursed_check" CHECK (("expenses"."reimbursed_on" is null) = ("expenses"."reimbursed_from_account_id" is null) and ("expenses"."reimbursed_on" is null or "expenses"."paid_from_account_id" is null)
        and ("expenses"."status" <> 'reimbursed' or "expenses"."reimbursed_on" is not null) and ("expenses"."reimbursed_on" is null or "expenses"."status" in ('reimbursed', 'void'))),
	CONSTRAINT "expenses_void_check" CHECK (("expenses"."status" = 'void') = ("expenses"."voided_on" is not null)),
	CONSTRAINT "expenses_billed_check" CHECK ("expenses"."invoice_line_id" is null or "expenses"."is_billable" and "expenses"."status" in ('approved', 'reimbursed'))
);
--> statement-breakpoint
ALTER TABLE "journal_lines" ADD COLUMN "bill_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_vendor_fkey" FOREIGN KEY ("company_id","vendor_id") REFERENCES "public"."vendors"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_poster_fkey" FOREIGN KEY ("company_id","posted_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendors" ADD CONSTRAINT "vendors_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_allocations" ADD CONSTRAINT "bill_allocations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_allocations" ADD CONSTRAINT "bill_allocations_bill_fkey" FOREIGN KEY ("company_id","bill_id") REFERENCES "public"."bills"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_allocations" ADD CONSTRAINT "bill_allocations_payment_fkey" FOREIGN KEY ("company_id","payment_id") REFERENCES "public"."bill_payments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_bill_fkey" FOREIGN KEY ("company_id","bill_id") REFERENCES "public"."bills"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_payments" ADD CONSTRAINT "bill_payments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_payments" ADD CONSTRAINT "bill_payments_vendor_fkey" FOREIGN KEY ("company_id","vendor_id") REFERENCES "public"."vendors"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_payments" ADD CONSTRAINT "bill_payments_account_fkey" FOREIGN KEY ("company_id","from_account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_payments" ADD CONSTRAINT "bill_payments_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_categories" ADD CONSTRAINT "expense_categories_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_categories" ADD CONSTRAINT "expense_categories_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_member_fkey" FOREIGN KEY ("company_id","member_id") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_creator_fkey" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_approver_fkey" FOREIGN KEY ("company_id","approved_by") REFERENCES "public"."members"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_vendor_fkey" FOREIGN KEY ("company_id","vendor_id") REFERENCES "public"."vendors"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_category_fkey" FOREIGN KEY ("company_id","category_id") REFERENCES "public"."expense_categories"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_client_fkey" FOREIGN KEY ("company_id","client_id") REFERENCES "public"."clients"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_paid_from_fkey" FOREIGN KEY ("company_id","paid_from_account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_account_fkey" FOREIGN KEY ("company_id","account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_reimbursed_from_fkey" FOREIGN KEY ("company_id","reimbursed_from_account_id") REFERENCES "public"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_line_fkey" FOREIGN KEY ("company_id","invoice_line_id") REFERENCES "public"."invoice_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_project_fkey" FOREIGN KEY ("company_id","project_id","client_id") REFERENCES "public"."projects"("company_id","id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bills_vendor_number_key" ON "bills" USING btree ("company_id","vendor_id",lower("vendor_number")) WHERE vendor_number <> '' and status <> 'void';--> statement-breakpoint
CREATE INDEX "bills_day_idx" ON "bills" USING btree ("company_id","billed_on","id");--> statement-breakpoint
CREATE INDEX "bills_due_idx" ON "bills" USING btree ("company_id","due_on","id");--> statement-breakpoint
CREATE INDEX "bills_vendor_idx" ON "bills" USING btree ("company_id","vendor_id","billed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "vendors_name_key" ON "vendors" USING btree ("company_id",lower("name"));--> statement-breakpoint
CREATE INDEX "bill_allocations_bill_idx" ON "bill_allocations" USING btree ("company_id","bill_id","allocated_on","amount_cents");--> statement-breakpoint
CREATE INDEX "bill_allocations_payment_idx" ON "bill_allocations" USING btree ("company_id","payment_id");--> statement-breakpoint
CREATE INDEX "bill_lines_bill_idx" ON "bill_lines" USING btree ("company_id","bill_id","position");--> statement-breakpoint
CREATE INDEX "bill_lines_project_idx" ON "bill_lines" USING btree ("company_id","project_id") WHERE project_id is not null;--> statement-breakpoint
CREATE INDEX "bill_payments_vendor_idx" ON "bill_payments" USING btree ("company_id","vendor_id","paid_on");--> statement-breakpoint
CREATE INDEX "bill_payments_day_idx" ON "bill_payments" USING btree ("company_id","paid_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "expense_categories_name_key" ON "expense_categories" USING btree ("company_id",lower("name"));--> statement-breakpoint
CREATE INDEX "expenses_day_idx" ON "expenses" USING btree ("company_id","spent_on","id");--> statement-breakpoint
CREATE INDEX "expenses_member_idx" ON "expenses" USING btree ("company_id","member_id","spent_on");--> statement-breakpoint
CREATE INDEX "expenses_project_idx" ON "expenses" USING btree ("company_id","project_id") WHERE project_id is not null;--> statement-breakpoint
CREATE INDEX "expenses_client_idx" ON "expenses" USING btree ("company_id","client_id") WHERE client_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "expenses_line_idx" ON "expenses" USING btree ("company_id","invoice_line_id") WHERE invoice_line_id is not null;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_bill_fkey" FOREIGN KEY ("company_id","bill_id") REFERENCES "public"."bills"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_lines_bill_idx" ON "journal_lines" USING btree ("company_id","bill_id","account_id") WHERE bill_id is not null;