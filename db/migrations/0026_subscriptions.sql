CREATE TABLE "subscriptions" (
	"company_id" text COLLATE "C" NOT NULL,
	"plan" text NOT NULL,
	"interval" text,
	"status" text NOT NULL,
	"extra_seats" integer DEFAULT 0 NOT NULL,
	"trial_ends_at" timestamp with time zone,
	"past_due_since" timestamp with time zone,
	"current_period_ends_at" timestamp with time zone,
	"cancel_at_period_end" boolean DEFAULT false NOT NULL,
	"is_comped" boolean DEFAULT false NOT NULL,
	"comped_until" timestamp with time zone,
	"comped_reason" text DEFAULT '' NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_pkey" PRIMARY KEY("company_id"),
	CONSTRAINT "subscriptions_plan_check" CHECK ("subscriptions"."plan" in ('starter', 'professional', 'premium')),
	CONSTRAINT "subscriptions_interval_check" CHECK ("subscriptions"."interval" in ('month', 'year')),
	CONSTRAINT "subscriptions_status_check" CHECK ("subscriptions"."status" in ('trialing', 'active', 'past_due', 'canceled', 'ended', 'paused')),
	CONSTRAINT "subscriptions_seats_check" CHECK ("subscriptions"."extra_seats" between 0 and 10000),
	CONSTRAINT "subscriptions_trial_check" CHECK ("subscriptions"."status" <> 'trialing' or "subscriptions"."trial_ends_at" is not null),
	CONSTRAINT "subscriptions_past_due_check" CHECK (("subscriptions"."status" = 'past_due') = ("subscriptions"."past_due_since" is not null)),
	CONSTRAINT "subscriptions_comp_check" CHECK ("subscriptions"."is_comped" = ("subscriptions"."comped_reason" <> '') and ("subscriptions"."is_comped" or "subscriptions"."comped_until" is null)),
	CONSTRAINT "subscriptions_suspension_check" CHECK (("subscriptions"."suspended_at" is null) = ("subscriptions"."suspended_reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;