import { boolean, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";

/** People. Global: one login may belong to many companies. */
export const users = pgTable(
  "users",
  {
    id: id("user").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    isActive: boolean("is_active").notNull().default(true),
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
    revokedAt: instant("revoked_at"),
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "sessions_pkey", columns: [t.tokenHash] }),
    unique("sessions_id_key").on(t.id),
    index("sessions_user_idx").on(t.userId),
  ],
);
