import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { InvitedRole } from "@/lib/companies/invitation";
import { companyId, id, instant, revision } from "../columns";
import { companies, members } from "./companies";

/**
 * Who was asked to join, by mail to his address. Of the link only the hash is kept, and whoever holds that sees this row
 * and the company's before he is in it. What was accepted or revoked never changes.
 */
export const invitations = pgTable(
  "invitations",
  {
    companyId: companyId().references(() => companies.id),
    id: id("invitation").notNull(),
    email: text("email").notNull(),
    displayName: text("display_name").notNull().default(""),
    role: text("role").$type<InvitedRole>().notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: id("member", "invited_by").notNull(),
    /** As the mail said it: who is not in the company yet sees none of its members. */
    inviterName: text("inviter_name").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: id("member", "accepted_by"),
    revokedAt: instant("revoked_at"),
    revision: revision(),
  },
  (t) => [
    primaryKey({ name: "invitations_pkey", columns: [t.companyId, t.id] }),
    unique("invitations_token_key").on(t.companyId, t.tokenHash),
    uniqueIndex("invitations_open_key").on(t.companyId, t.email).where(sql`accepted_at is null and revoked_at is null`),
    foreignKey({
      name: "invitations_inviter_fkey",
      columns: [t.companyId, t.invitedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    foreignKey({
      name: "invitations_accepter_fkey",
      columns: [t.companyId, t.acceptedBy],
      foreignColumns: [members.companyId, members.id],
    }),
    check("invitations_role_check", sql`${t.role} in ('staff', 'manager', 'admin')`),
    check("invitations_email_check", sql`${t.email} = lower(${t.email}) and ${t.email} <> ''`),
    check("invitations_accepted_check", sql`(${t.acceptedAt} is null) = (${t.acceptedBy} is null)`),
    check("invitations_end_check", sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
    check("invitations_life_check", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
