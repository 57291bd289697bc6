import { subscriptions } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { Subscription } from "./queries";

/** Held until the commit: of two who take the last seat, or change what is paid, the second sees what the first did. */
export async function lockSubscription(work: Work): Promise<Subscription> {
  const [row] = await work.db.select().from(subscriptions).where(owned(work, subscriptions)).for("update");
  return present(row, "the subscription of a company");
}
