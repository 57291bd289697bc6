import type { Database } from "@/db/client";
import { subscriptions } from "@/db/schema";
import type { CompanyId } from "@/lib/kernel/ids";
import { trialEndFrom, trialPlan } from "./subscription";

/** What a company begins with: everything, for some days, and nothing is asked of it. */
export async function startTrial(db: Database, companyId: CompanyId, now: Date): Promise<void> {
  await db
    .insert(subscriptions)
    .values({ companyId, plan: trialPlan, status: "trialing", trialEndsAt: trialEndFrom(now) });
}
