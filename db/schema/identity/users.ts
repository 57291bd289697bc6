import { boolean, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { EndedBy } from "@/lib/identity/session";
import { id, instant } from "../../columns";

/** People. Global: one login may belong to many companies. */
export const users = pgTable(
  "users",
  {
    id: id("user").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    isActive: boolean("is_active").notNull().default(true),
    /** When the person last proved to read the mail of this address. */
    emailVerifiedAt: instant("email_verified_at"),
    passwordChangedAt: instant("password_changed_at"),
    /** Sessions begun before it are over, wherever they are. */
    forceLogoutAt: instant("force_logout_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "users_pkey", columns: [t.id] }), unique("users_email_key").on(t.email)],
);

/** Only the hash of a session's token is kept: who reads the table cannot sign in with it. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").notNull(),
    id: id("session").notNull(),
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    /** When the person last gave the password or more; a session is fresh for some minutes after it. */
    provedAt: instant("proved_at"),
    secondFactorAt: instant("second_factor_at"),
    revokedAt: instant("revoked_at"),
    endedBy: text("ended_by").$type<EndedBy>(),
    userAgent: text("user_agent").notNull().default(""),
    address: text("address").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "sessions_pkey", columns: [t.tokenHash] }),
    unique("sessions_id_key").on(t.id),
    index("sessions_user_idx").on(t.userId),
  ],
);

/** Browsers in which a person has signed in before: a new one is told by mail. */
export const devices = pgTable(
  "devices",
  {
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    tokenHash: text("token_hash").notNull(),
    userAgent: text("user_agent").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (t) => [primaryKey({ name: "devices_pkey", columns: [t.userId, t.tokenHash] })],
);
