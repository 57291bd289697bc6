import { and, asc, eq } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";

/** The active members by name, for pickers and the team list. */
export function listMembers(scope: Scope<"members.read">) {
  return scope.read((db) =>
    db
      .select({
        id: members.id,
        name: members.displayName,
        role: members.role,
        email: users.email,
        hourlyRateCents: members.hourlyRateCents,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(owned(scope, members), eq(members.isActive, true)))
      .orderBy(asc(members.displayName)),
  );
}
