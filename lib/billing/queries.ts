import { and, count, eq } from "drizzle-orm";
import { members, subscriptions } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { seatsAllowed } from "./subscription";

export type Subscription = typeof subscriptions.$inferSelect;
export type SeatUsage = { used: number; allowed: number };

export async function getSubscription(scope: Scope<"billing.read">): Promise<Subscription> {
  const [row] = await scope.read((db) => db.select().from(subscriptions).where(owned(scope, subscriptions)));
  return present(row, "the subscription of a company");
}

/** Whoever is active takes a seat. More may be taken than allowed after a change to a smaller plan: nobody is put out. */
export async function seatUsage(scope: Scope): Promise<SeatUsage> {
  const [row] = await scope.read((db) =>
    db
      .select({ plan: subscriptions.plan, extraSeats: subscriptions.extraSeats, used: count(members.id) })
      .from(subscriptions)
      .leftJoin(members, and(owned(scope, members), eq(members.isActive, true)))
      .where(owned(scope, subscriptions))
      .groupBy(subscriptions.companyId, subscriptions.plan, subscriptions.extraSeats),
  );
  const { used, ...terms } = present(row, "the subscription of a company");
  return { used, allowed: seatsAllowed(terms) };
}
