import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ProofKind } from "@/lib/identity/proof";
import { anyId, id, instant } from "../../columns";
import { users } from "./users";

/**
 * What somebody was asked to prove: that mail to an address reaches him, or that he has the second factor. It is held by
 * the browser that asked (`token_hash`) or by who has the link of the mail (`link_hash`); of both only hashes are kept.
 */
export const proofs = pgTable(
  "proofs",
  {
    tokenHash: text("token_hash").notNull(),
    linkHash: text("link_hash").notNull(),
    kind: text("kind").$type<ProofKind>().notNull(),
    address: text("address").notNull(),
    /** Whose; null where the address has no account. */
    userId: id("user", "user_id").references(() => users.id),
    codeHash: text("code_hash").notNull(),
    /** What is carried out once it is proved. */
    payload: jsonb("payload").notNull().default({}),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ name: "proofs_pkey", columns: [t.tokenHash] }),
    unique("proofs_link_key").on(t.linkHash),
    index("proofs_expires_idx").on(t.expiresAt),
    index("proofs_user_idx").on(t.userId),
    check(
      "proofs_kind_check",
      sql`${t.kind} in ('sign_up', 'change_email', 'reset_password', 'second_factor', 'passkey')`,
    ),
    check("proofs_attempts_check", sql`${t.attempts} between 0 and 5`),
  ],
);

/** What happened to a person's account: sign-ins, factors, passwords. Forever. */
export const accountEvents = pgTable(
  "account_events",
  {
    id: id("accountEvent").notNull(),
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    type: text("type").notNull(),
    at: instant("at").notNull(),
    address: text("address").notNull(),
    userAgent: text("user_agent").notNull(),
    requestId: anyId("request_id").notNull(),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ name: "account_events_pkey", columns: [t.userId, t.id] }),
    index("account_events_user_idx").on(t.userId, t.at),
  ],
);

/** Counted tries, as rate-limiter-flexible keeps them; keys are hashes. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").notNull(),
    points: integer("points").notNull().default(0),
    /** Milliseconds since 1970. */
    expire: bigint("expire", { mode: "number" }),
  },
  (t) => [primaryKey({ name: "rate_limits_pkey", columns: [t.key] }), index("rate_limits_expire_idx").on(t.expire)],
);
