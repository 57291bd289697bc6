import { and, eq, ne } from "drizzle-orm";
import { members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import { Refusal } from "@/lib/kernel/refusal";
import type { ReturnTimeInput, TimeEntriesInput } from "./inputs";
import { lockTimeEntries, requireStatus } from "./lock-time";
import { moveTime } from "./move-time";

/** Submitted time becomes billable and unchangeable. All or none. Refuses `time_own_approval`. */
export async function approveTime(work: Work<"time.approve">, { timeEntryIds }: TimeEntriesInput) {
  const rows = await lockTimeEntries(work, timeEntryIds);
  requireStatus(rows, ["submitted"], "approved");
  const isOwn = rows.some((row) => row.memberId === work.member.id);
  if (isOwn && !(await mayApproveOwnTime(work))) throw new Refusal("time_own_approval");

  const approval = { approvedBy: work.member.id, approvedAt: work.now };
  await moveTime(work, rows, "time_entry.approved", { status: "approved", ...approval, returnedReason: "" });
  return { count: rows.length };
}

/** Back to draft with the reason, from submitted or from an approval that was a mistake; billed time stays. */
export async function returnTime(work: Work<"time.approve">, { timeEntryIds, reason }: ReturnTimeInput) {
  const rows = await lockTimeEntries(work, timeEntryIds);
  requireStatus(rows, ["submitted", "approved"], "returned");
  const step = { status: "draft", approvedBy: null, approvedAt: null, returnedReason: reason } as const;
  await moveTime(work, rows, "time_entry.returned", step);
  return { count: rows.length };
}

/** Only who has no other manager beside them: four eyes, where there are four. */
export async function mayApproveOwnTime(scope: Scope<"time.approve">): Promise<boolean> {
  const others = await scope.read((db) =>
    db
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          owned(scope, members),
          eq(members.isActive, true),
          ne(members.role, "staff"),
          ne(members.id, scope.member.id),
        ),
      )
      .limit(1),
  );
  return others.length === 0;
}
