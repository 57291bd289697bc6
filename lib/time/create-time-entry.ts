import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveService } from "@/lib/catalog/lock-item";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { isAtLeast } from "@/lib/kernel/roles";
import { requireOpenProject } from "@/lib/projects/require-project";
import type { NewTimeEntryInput } from "./inputs";
import { insertTimeEntry } from "./save-time-entry";
import { servicesOf } from "./split";

/** Managers may enter time for any member, everybody else for himself. The client is the project's. */
export async function createTimeEntry(work: Work<"time.write">, input: NewTimeEntryInput) {
  const { itemId, durationMinutes, moreServices, ...time } = input;
  const services = servicesOf({ itemId, durationMinutes, moreServices });
  const memberId = input.memberId ?? work.member.id;
  if (memberId !== work.member.id) await requireManaged(work, memberId);
  const { clientId } = await requireOpenProject(work, input.projectId);
  for (const id of new Set(services.map((part) => part.itemId))) {
    if (id) await requireActiveService(work, id);
  }
  return insertTimeEntry(work, { ...time, memberId, clientId, services });
}

async function requireManaged(work: Work, memberId: MemberId): Promise<void> {
  if (!isAtLeast(work.member.role, "manager")) throw new Refusal("forbidden", { role: "manager" });
  const [member] = await work.db
    .select({ name: members.displayName, isActive: members.isActive })
    .from(members)
    .where(and(owned(work, members), eq(members.id, memberId)));
  if (!member) throw new Refusal("not_found");
  if (!member.isActive) throw refuseField("memberId", "member_inactive", { name: member.name });
}
