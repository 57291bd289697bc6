import { and, eq } from "drizzle-orm";
import { timers } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** One's own timer, running or paused, held until the commit. Refuses `timer_not_running` when there is none. */
export async function lockTimer(work: Work) {
  const [timer] = await work.db.select().from(timers).where(ownTimer(work)).for("update");
  if (!timer) throw new Refusal("timer_not_running");
  return timer;
}

export function ownTimer(work: Work) {
  return timerOf(work, work.member.id);
}

export function timerOf(work: Work, memberId: MemberId) {
  return and(owned(work, timers), eq(timers.memberId, memberId));
}
