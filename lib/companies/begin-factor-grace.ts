import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";

/** From `due` on nothing opens for this member without a second factor; set when it is first missed, and once. */
export async function beginFactorGrace(
  db: Database,
  companyId: CompanyId,
  memberId: MemberId,
  due: Date,
): Promise<void> {
  await db
    .update(members)
    .set({ factorDueAt: due })
    .where(and(eq(members.companyId, companyId), eq(members.id, memberId), isNull(members.factorDueAt)));
}
