import { and, eq } from "drizzle-orm";
import { companies, members, users } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { isAtLeast, type Role } from "@/lib/kernel/roles";

/**
 * Held until the commit: of two who change who is in the company, the second sees what the first did. It does not hold
 * up whoever writes rows of the company.
 */
export async function lockCompany(work: Work) {
  const [company] = await work.db
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, work.company.id))
    .for("no key update");
  return present(company, "the company of a seat");
}

export type TeamMember = Awaited<ReturnType<typeof lockMember>>;

/**
 * The member whom an admin acts on, with the company held. The admin is asked again what he is, since he may have been
 * demoted while he waited. Refuses `not_found`, and `owners_only` where one who is no owner acts on an owner.
 */
export async function lockOther(work: Work, memberId: MemberId): Promise<TeamMember> {
  await lockCompany(work);
  const actor = await roleNow(work);
  const member = await lockMember(work, memberId);
  if (member.role === "owner" && actor !== "owner") throw new Refusal("owners_only");
  return member;
}

/** Whoever acts, under the lock. Refuses `forbidden` where he is no admin any more. */
export async function roleNow(work: Work): Promise<Role> {
  const { role, isActive } = await lockMember(work, work.member.id);
  if (!isActive || !isAtLeast(role, "admin")) throw new Refusal("forbidden", { role: "admin" });
  return role;
}

export async function lockMember(work: Work, memberId: MemberId) {
  const [member] = await work.db
    .select({
      ...{ id: members.id, name: members.displayName, role: members.role, isActive: members.isActive },
      ...{ userId: members.userId, email: users.email },
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(owned(work, members), eq(members.id, memberId)))
    .for("no key update", { of: members });
  if (!member) throw new Refusal("not_found");
  return member;
}
