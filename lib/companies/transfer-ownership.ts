import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { setRole } from "./change-role";
import type { TransferInput } from "./inputs";
import { lockMember, lockOther, roleNow } from "./lock-team";

/**
 * Hands the company on: another active member becomes its owner, and who was it becomes an admin. Both are signed out.
 * Confirmed by the company's name, since only the new owner can take it back.
 */
export async function transferOwnership(work: Work<"company.transfer">, { memberId, companyName }: TransferInput) {
  if (memberId === work.member.id) throw new Refusal("own_role");
  if (companyName !== work.company.name)
    throw refuseField("companyName", "name_not_typed", { name: work.company.name });
  const heir = await lockOther(work, memberId);
  if ((await roleNow(work)) !== "owner") throw new Refusal("owners_only");
  if (!heir.isActive) throw new Refusal("member_inactive", { name: heir.name });
  if (heir.role === "owner") throw new Refusal("owner_already", { name: heir.name });
  await setRole(work, heir, "owner");
  await setRole(work, await lockMember(work, work.member.id), "admin");
  record(work, "company.transferred", work.company.id, {
    summary: `${work.company.name} was handed on to ${heir.name}`,
    facts: { from: work.member.id, to: heir.id },
  });
  return { memberId };
}
