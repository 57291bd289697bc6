import { sql } from "drizzle-orm";
import type { Work } from "@/lib/access/scope";
import { enqueueMail } from "@/lib/identity/mails";
import { newId } from "@/lib/kernel/ids";
import type { TeamMember } from "./lock-team";

/** A mail about what somebody else did to the member's place or account. */
export async function tellMember(work: Work, member: TeamMember, what: string): Promise<void> {
  const at = `${work.now.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const to = { name: member.name, address: member.email };
  await enqueueMail(work.db, { kind: "notice", to, what, at, by: work.member.name });
}

/** What stands in the history of the person's own account. */
export function accountDeed(work: Work): string {
  const { now, member, requestId } = work;
  return JSON.stringify({ id: newId("accountEvent"), at: now.toISOString(), by: member.name, requestId });
}

/** Every session of the person is over, in other companies too: they are one login's. Returns how many there were. */
export async function endSessionsOf(
  work: Work,
  member: TeamMember,
  why: "role" | "removal" | "admin",
): Promise<number> {
  const { rows } = await work.db.execute<{ ended: number }>(
    sql`select end_member_sessions(${member.id}, ${why}, ${accountDeed(work)}::jsonb) as ended`,
  );
  return rows[0]?.ended ?? 0;
}
