import type { Work } from "@/lib/access/scope";
import { Refusal } from "@/lib/kernel/refusal";
import { lockSubscription } from "./lock-subscription";
import { seatUsage } from "./queries";

/** Before somebody joins. Refuses `seats_full`; whoever is in the company already stays. */
export async function requireFreeSeat(work: Work): Promise<void> {
  await lockSubscription(work);
  const { used, allowed } = await seatUsage(work);
  if (used >= allowed) throw new Refusal("seats_full", { allowed });
}
