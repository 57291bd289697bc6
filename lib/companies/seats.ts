import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { invitations, members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope, Work } from "@/lib/access/scope";
import type { InvitationId } from "@/lib/kernel/ids";
import type { Plan } from "@/lib/kernel/plans";
import { Refusal } from "@/lib/kernel/refusal";
import { lockCompany } from "./lock-team";

const included: Record<Plan, number> = { starter: 1, professional: 5, premium: 10 };

/** For how many people the company pays. */
export function seatsAllowed({ plan }: { plan: Plan }): number {
  return included[plan];
}

export type SeatUsage = { members: number; invited: number; allowed: number };

/** Whoever is active takes a seat, and whoever can still accept an invitation has one kept. */
export async function seatUsage(scope: Scope<"members.read">): Promise<SeatUsage> {
  const taken = await scope.read((db) => seatsTaken(db, scope, null));
  return { ...taken, allowed: seatsAllowed(scope.company) };
}

/** Before a seat is promised or taken anew. Refuses `seats_full`. `besides`: the invitation that has its seat already. */
export async function requireFreeSeat(work: Work, { besides }: { besides?: InvitationId } = {}): Promise<void> {
  const allowed = seatsAllowed(await lockCompany(work));
  const taken = await seatsTaken(work.db, work, besides ?? null);
  if (taken.members + taken.invited >= allowed) throw new Refusal("seats_full", { allowed });
}

/** Before who was invited joins: other invitations do not stand in his way, only people do. Refuses `seats_full`. */
export async function requireSeatToTake(work: Work): Promise<void> {
  const allowed = seatsAllowed(await lockCompany(work));
  const taken = await seatsTaken(work.db, work, null);
  if (taken.members >= allowed) throw new Refusal("seats_full", { allowed });
}

async function seatsTaken(db: Reader, scope: Scope, besides: InvitationId | null) {
  const [people] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(members)
    .where(and(owned(scope, members), eq(members.isActive, true)));
  const [open] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(invitations)
    .where(
      and(
        owned(scope, invitations),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, scope.now),
        besides ? ne(invitations.id, besides) : undefined,
      ),
    );
  return { members: people?.count ?? 0, invited: open?.count ?? 0 };
}
