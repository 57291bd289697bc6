import type { Work } from "@/lib/access/scope";
import { deactivateMember } from "@/lib/companies/deactivate-member";
import type { MemberInput } from "@/lib/companies/inputs";
import { endTimerOf } from "./stop-timer";

/** A member leaves: his timer is stopped first, so that what was worked becomes time and no clock runs on. */
export async function dismissMember(work: Work<"members.write" | "timer.use">, input: MemberInput) {
  await endTimerOf(work, input.memberId);
  return deactivateMember(work, input);
}
