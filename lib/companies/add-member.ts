import { members } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { type MemberId, newId, type UserId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import type { Role } from "@/lib/kernel/roles";
import { requireFreeSeat } from "./seats";

export type NewMember = { userId: UserId; displayName: string; role: Role; hourlyRateCents: Cents | null };

/** Joins a user to the company, for the seed and the tests; people come by an invitation. Refuses `seats_full`. */
export async function addMember(work: Work<"company.write">, member: NewMember): Promise<MemberId> {
  await requireFreeSeat(work);
  const id = newId("member");
  await work.db.insert(members).values({ companyId: work.company.id, id, ...member });
  record(work, "member.joined", id, { summary: `${member.displayName} joined as ${member.role}` });
  return id;
}
