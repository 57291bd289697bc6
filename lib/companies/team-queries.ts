import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { companies, invitations, members, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { hashOf } from "@/lib/identity/secret";
import { companyOfToken } from "./invitation-token";

const columns = {
  ...{ id: members.id, name: members.displayName, role: members.role, email: users.email },
  ...{ isActive: members.isActive, hourlyRateCents: members.hourlyRateCents, createdAt: members.createdAt },
};

/** Everybody, who left at the end; by name. */
export function listTeam(scope: Scope<"members.read">) {
  return scope.read((db) =>
    db
      .select(columns)
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(owned(scope, members))
      .orderBy(desc(members.isActive), asc(members.displayName)),
  );
}

/** What was neither accepted nor revoked, those that expired too; the newest first. */
export function listInvitations(scope: Scope<"members.invite">) {
  return scope.read((db) =>
    db
      .select({
        ...{ id: invitations.id, email: invitations.email, displayName: invitations.displayName },
        ...{ role: invitations.role, inviterName: invitations.inviterName, expiresAt: invitations.expiresAt },
        ...{ acceptedAt: invitations.acceptedAt, revokedAt: invitations.revokedAt },
      })
      .from(invitations)
      .where(and(owned(scope, invitations), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .orderBy(desc(invitations.id)),
  );
}

export type HeldInvitation = NonNullable<Awaited<ReturnType<typeof findHeldInvitation>>>;

/** What this link invites to, whether or not it still can be accepted. The transaction holds its hash. */
export async function findHeldInvitation(db: Database, token: string) {
  const companyId = companyOfToken(token);
  if (!companyId) return null;
  const [held] = await db
    .select({
      ...{ companyId: invitations.companyId, email: invitations.email, displayName: invitations.displayName },
      ...{ role: invitations.role, inviterName: invitations.inviterName, expiresAt: invitations.expiresAt },
      ...{ acceptedAt: invitations.acceptedAt, revokedAt: invitations.revokedAt },
      ...{ companyName: companies.name, timeZone: companies.timeZone },
    })
    .from(invitations)
    .leftJoin(companies, eq(companies.id, invitations.companyId))
    .where(and(eq(invitations.companyId, companyId), eq(invitations.tokenHash, hashOf(token))));
  return held ?? null;
}
