import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { invitations, members, subscriptions } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope, Work } from "@/lib/access/scope";
import { lockSubscription } from "@/lib/billing/lock-subscription";
import { seatsAllowed } from "@/lib/billing/subscription";
import { present } from "@/lib/kernel/assert";
import type { InvitationId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { lockCompany } from "./lock-team";

export type SeatUsage = { members: number; invited: number; allowed: number };

/** Whoever is active takes a seat, and whoever can still accept an invitation has one kept. */
export async function seatUsage(scope: Scope): Promise<SeatUsage> {
  const taken = await scope.read((db) => seatsTaken(db, scope, null));
  const [terms] = await scope.read((db) =>
    db
      .select({ plan: subscriptions.plan, extraSeats: subscriptions.extraSeats })
      .from(subscriptions)
      .where(owned(scope, subscriptions)),
  );
  return { ...taken, allowed: seatsAllowed(present(terms, "the subscription of a company")) };
}

/** Before a seat is promised or taken anew. Refuses `seats_full`. `besides`: the invitation that has its seat already. */
export async function requireFreeSeat(work: Work, { besides }: { besides?: InvitationId } = {}): Promise<void> {
  const allowed = await lockSeats(work);
  const taken = await seatsTaken(work.db, work, besides ?? null);
  if (taken.members + taken.invited >= allowed) throw new Refusal("seats_full", { allowed });
}

/** Before who was invited joins: other invitations do not stand in his way, only people do. Refuses `seats_full`. */
export async function requireSeatToTake(work: Work): Promise<void> {
  const allowed = await lockSeats(work);
  const taken = await seatsTaken(work.db, work, null);
  if (taken.members >= allowed) throw new Refusal("seats_full", { allowed });
}

/** Held until the commit: of two who take the last seat, or change what is paid, the second sees what the first did. */
async function lockSeats(work: Work): Promise<number> {
  await lockCompany(work);
  return seatsAllowed(await lockSubscription(work));
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
