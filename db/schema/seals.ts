import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { cents, companyId, id, instant, plainDate } from "../columns";
import { companies, members } from "./companies";
import { accountingPeriods } from "./ledger";

/**
 * What each close put under seal, in the order of the closes; the latest of a closed period counts. Written by the
 * database itself when a period closes: the application may only read.
 */
export const periodSeals = pgTable(
  "period_seals",
  {
    companyId: companyId().references(() => companies.id),
    id: text("id").notNull(),
    number: integer("number").notNull(),
    periodId: id("period", "period_id").notNull(),
    startsOn: plainDate("starts_on").notNull(),
    endsOn: plainDate("ends_on").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    sealedBy: id("member", "sealed_by"),
    entryCount: bigint("entry_count", { mode: "number" }).notNull(),
    postedCents: cents("posted_cents").notNull(),
    /** Of every account's balance at the end, as the facts of a close have it too. */
    fingerprint: text("fingerprint").notNull(),
    /** Of the latest period that was closed before it; empty where the chain begins. */
    previousDigest: text("previous_digest").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ name: "period_seals_pkey", columns: [t.companyId, t.id] }),
    unique("period_seals_number_key").on(t.companyId, t.number),
    index("period_seals_period_idx").on(t.companyId, t.periodId, t.number),
    foreignKey({
      name: "period_seals_period_fkey",
      columns: [t.companyId, t.periodId],
      foreignColumns: [accountingPeriods.companyId, accountingPeriods.id],
    }),
    foreignKey({
      name: "period_seals_sealer_fkey",
      columns: [t.companyId, t.sealedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("period_seals_number_check", sql`${t.number} >= 1`),
  ],
);

/** The digest of each entry under a seal: by it the altered one is named. No key to the journal, which may have lost it. */
export const sealedEntries = pgTable(
  "sealed_entries",
  {
    companyId: companyId(),
    sealId: text("seal_id").notNull(),
    entryNumber: bigint("entry_number", { mode: "number" }).notNull(),
    entryId: id("journalEntry", "entry_id").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ name: "sealed_entries_pkey", columns: [t.companyId, t.sealId, t.entryNumber] }),
    foreignKey({
      name: "sealed_entries_seal_fkey",
      columns: [t.companyId, t.sealId],
      foreignColumns: [periodSeals.companyId, periodSeals.id],
    }),
  ],
);
