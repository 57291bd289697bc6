import { subscriptions } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";

export type Subscription = typeof subscriptions.$inferSelect;

export async function getSubscription(scope: Scope<"billing.read">): Promise<Subscription> {
  const [row] = await scope.read((db) => db.select().from(subscriptions).where(owned(scope, subscriptions)));
  return present(row, "the subscription of a company");
}
