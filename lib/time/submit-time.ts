import { and, asc, between, eq } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import { planFor } from "@/lib/access/permissions";
import type { Work } from "@/lib/access/scope";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { includesPlan } from "@/lib/kernel/plans";
import { Refusal } from "@/lib/kernel/refusal";
import type { SubmitWeekInput, TimeEntriesInput } from "./inputs";
import { lockTimeEntries, requireStatus } from "./lock-time";
import { moveTime } from "./move-time";
import { weekOf } from "./week";

/**
 * Drafts to the managers: one's own, or for a manager anybody's. All or none. Where the company asks for no approval, or
 * its plan has none, it is approved at once in the name of whoever submits it: it could never be invoiced otherwise.
 */
export async function submitTime(work: Work<"time.write">, { timeEntryIds }: TimeEntriesInput) {
  const rows = await lockTimeEntries(work, timeEntryIds);
  requireStatus(rows, ["draft"], "submitted");
  await moveTime(work, rows, "time_entry.submitted", { status: "submitted", returnedReason: "" });
  const hasApprovals = includesPlan(work.company.plan, planFor("time.approve"));
  if (!hasApprovals || !(await getTimeSettings(work)).needsApproval) {
    const approval = { status: "approved", approvedBy: work.member.id, approvedAt: work.now } as const;
    await moveTime(work, rows, "time_entry.approved", approval);
  }
  return { count: rows.length };
}

/** All one's own drafts of the week around the day. Refuses `time_nothing_to_submit`. */
export async function submitWeek(work: Work<"time.write">, { day }: SubmitWeekInput) {
  const { from, to } = weekOf(day);
  const drafts = await work.db
    .select({ id: timeEntries.id })
    .from(timeEntries)
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.memberId, work.member.id),
        eq(timeEntries.status, "draft"),
        between(timeEntries.workedOn, from, to),
      ),
    )
    .orderBy(asc(timeEntries.id));
  if (drafts.length === 0) throw new Refusal("time_nothing_to_submit");
  return submitTime(work, { timeEntryIds: drafts.map((draft) => draft.id) });
}
