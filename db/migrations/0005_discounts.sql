ALTER TABLE "invoice_lines" DROP CONSTRAINT "invoice_lines_subtotal_check";--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "discount_ppm" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "discount_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "document_discount_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "discount_ppm" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "discount_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_discount_check" CHECK ("invoice_lines"."discount_ppm" between 0 and 1000000 and "invoice_lines"."discount_cents" >= 0 and "invoice_lines"."document_discount_cents" >= 0 and "invoice_lines"."subtotal_cents" >= 0
        and ("invoice_lines"."discount_ppm" = 0 or "invoice_lines"."discount_cents" = round(round("invoice_lines"."quantity" * "invoice_lines"."unit_price_cents") * "invoice_lines"."discount_ppm" / 1000000.0)));--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_subtotal_check" CHECK ("invoice_lines"."subtotal_cents" = round("invoice_lines"."quantity" * "invoice_lines"."unit_price_cents") - "invoice_lines"."discount_cents" - "invoice_lines"."document_discount_cents");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_discount_check" CHECK ("invoices"."discount_ppm" between 0 and 1000000 and "invoices"."discount_cents" >= 0);