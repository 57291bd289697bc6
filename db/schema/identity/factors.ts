import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant } from "../../columns";
import { users } from "./users";

/** One authenticator app a person. Its secret is sealed: the table alone makes no codes. */
export const authenticators = pgTable(
  "authenticators",
  {
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    sealedSecret: text("sealed_secret").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Null until the first code of it was right: before, it opens nothing. */
    confirmedAt: instant("confirmed_at"),
    /** The step of the newest code that was taken; it and all before are spent. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ name: "authenticators_pkey", columns: [t.userId] })],
);

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    codeHash: text("code_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ name: "recovery_codes_pkey", columns: [t.userId, t.codeHash] })],
);

/** Passkeys: the authenticator keeps the private key, we its public half. */
export const passkeys = pgTable(
  "passkeys",
  {
    /** As the authenticator names it, base64url. */
    credentialId: text("credential_id").notNull(),
    userId: id("user", "user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    publicKey: text("public_key").notNull(),
    /** What the authenticator counted last; it never goes back, or somebody has a copy. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [primaryKey({ name: "passkeys_pkey", columns: [t.credentialId] }), index("passkeys_user_idx").on(t.userId)],
);
