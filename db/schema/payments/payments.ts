import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { PaymentMethod, PaymentStatus } from "@/lib/payments/payment";
import { cents, companyId, id, instant, plainDate, revision } from "../../columns";
import { clients } from "../clients";
import { companies, members } from "../companies";
import { accounts } from "../ledger";

/**
 * Money that came in, or is expected to. What is pending may be changed and thrown away; what was received changes only by
 * being voided.
 */
export const payments = pgTable(
  "payments",
  {
    companyId: companyId().references(() => companies.id),
    id: id("payment").notNull(),
    clientId: id("client", "client_id").notNull(),
    /** Taken when the money is there; an expected payment has none yet. */
    number: text("number"),
    sequence: bigint("sequence", { mode: "number" }),
    receivedOn: plainDate("received_on").notNull(),
    method: text("method").$type<PaymentMethod>().notNull(),
    reference: text("reference").notNull().default(""),
    note: text("note").notNull().default(""),
    amountCents: cents("amount_cents").notNull(),
    depositAccountId: id("account", "deposit_account_id").notNull(),
    status: text("status").$type<PaymentStatus>().notNull().default("received"),
    voidedOn: plainDate("voided_on"),
    voidReason: text("void_reason").notNull().default(""),
    revision: revision(),
    createdBy: id("member", "created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "payments_pkey", columns: [t.companyId, t.id] }),
    unique("payments_number_key").on(t.companyId, t.number),
    unique("payments_sequence_key").on(t.companyId, t.sequence),
    index("payments_day_idx").on(t.companyId, t.receivedOn, t.id),
    index("payments_client_idx").on(t.companyId, t.clientId, t.receivedOn),
    index("payments_deposit_idx").on(t.companyId, t.depositAccountId),
    foreignKey({
      name: "payments_client_fkey",
      columns: [t.companyId, t.clientId],
      foreignColumns: [clients.companyId, clients.id],
    }),
    foreignKey({
      name: "payments_account_fkey",
      columns: [t.companyId, t.depositAccountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      name: "payments_creator_fkey",
      columns: [t.companyId, t.createdBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("payments_method_check", sql`${t.method} in ('check', 'cash', 'ach', 'card', 'other')`),
    check("payments_status_check", sql`${t.status} in ('pending', 'received', 'void')`),
    check("payments_number_check", sql`(${t.status} = 'pending') = (${t.number} is null and ${t.sequence} is null)`),
    check("payments_void_check", sql`(${t.status} = 'void') = (${t.voidedOn} is not null)`),
    check("payments_amount_check", sql`${t.amountCents} > 0 and ${t.amountCents} <= 9999999999999`),
  ],
);
