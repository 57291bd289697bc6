import { and, between, eq, isNotNull, ne, sql } from "drizzle-orm";
import { members, timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import { getTimeSettings } from "@/lib/companies/time-settings";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { ApproveWeekInput, ReturnTimeInput, TimeEntriesInput } from "./inputs";
import { lockTimeEntries, requireStatus } from "./lock-time";
import { moveTime } from "./move-time";
import { weekOf } from "./week";

/**
 * Submitted time becomes billable and unchangeable. All or none. Refuses `time_own_approval`, also of what one entered
 * for somebody else.
 */
export async function approveTime(work: Work<"time.approve">, { timeEntryIds }: TimeEntriesInput) {
  const rows = await lockTimeEntries(work, timeEntryIds);
  requireStatus(rows, ["submitted"], "approved");
  const isOwn = rows.some((row) => [row.memberId, row.enteredBy].includes(work.member.id));
  if (isOwn && !(await mayApproveOwnTime(work))) throw new Refusal("time_own_approval");

  const approval = { approvedBy: work.member.id, approvedAt: work.now };
  await moveTime(work, rows, "time_entry.approved", { status: "approved", ...approval, returnedReason: "" });
  return { count: rows.length };
}

/** All that a member submitted of the week around the day. Refuses `time_nothing_to_approve`. */
export async function approveWeek(work: Work<"time.approve">, { memberId, day }: ApproveWeekInput) {
  const { from, to } = weekOf(day);
  const submitted = await work.db
    .select({ id: timeEntries.id })
    .from(timeEntries)
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.memberId, memberId),
        eq(timeEntries.status, "submitted"),
        between(timeEntries.workedOn, from, to),
      ),
    );
  if (submitted.length === 0) throw new Refusal("time_nothing_to_approve");
  return approveTime(work, { timeEntryIds: submitted.map((entry) => entry.id) });
}

/** Back to draft with the reason, from submitted or from an approval that was a mistake; billed time stays. */
export async function returnTime(work: Work<"time.return">, { timeEntryIds, reason }: ReturnTimeInput) {
  const rows = await lockTimeEntries(work, timeEntryIds);
  requireStatus(rows, ["submitted", "approved"], "returned");
  if (await isAnyOnInvoice(work, timeEntryIds))
    throw new Refusal("time_wrong_status", { status: "billed", verb: "returned" });
  const step = { status: "draft", approvedBy: null, approvedAt: null, returnedReason: reason } as const;
  await moveTime(work, rows, "time_entry.returned", step);
  return { count: rows.length };
}

/** An entry that was split may be on an invoice in part. */
async function isAnyOnInvoice(work: Work, ids: TimeEntryId[]): Promise<boolean> {
  const billed = await work.db
    .select({ id: timeEntryServices.timeEntryId })
    .from(timeEntryServices)
    .where(
      and(
        owned(work, timeEntryServices),
        sql`${timeEntryServices.timeEntryId} = any(${sql.param(ids)}::text[])`,
        isNotNull(timeEntryServices.invoiceLineId),
      ),
    )
    .limit(1);
  return billed.length > 0;
}

/** By the company's policy, or where there is no other manager: four eyes, where there are four. */
export async function mayApproveOwnTime(scope: Scope<"time.approve"> | Scope<"expenses.approve">): Promise<boolean> {
  if ((await getTimeSettings(scope)).ownApproval) return true;
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
