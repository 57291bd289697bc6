import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditMemberInput } from "./inputs";

/** What an hour of a member costs the firm and how many hours a week has: what job costing and utilization reckon with. */
export async function updateMember(work: Work<"members.write">, { memberId, ...details }: EditMemberInput) {
  const [before] = await work.db
    .select()
    .from(members)
    .where(and(owned(work, members), eq(members.id, memberId)))
    .for("update");
  if (!before) throw new Refusal("not_found");
  await work.db
    .update(members)
    .set(details)
    .where(and(owned(work, members), eq(members.id, memberId)));
  record(work, "member.updated", memberId, {
    summary: `Cost and weekly hours of ${before.displayName} were changed`,
    facts: changesOf(before, details),
  });
  return { memberId };
}
