import { and, asc, count, eq, sql, sum } from "drizzle-orm";
import { clients, members, projects, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { labelColumn } from "@/lib/projects/visible";
import { servicesColumn, withServices } from "./services-column";
import { weekOf } from "./week";

/** As many as one page draws at once. */
const mostSubmitted = 200;

/**
 * What waits for approval, member by member, oldest first. A page ends with a whole week of a member, so that a week is
 * decided on as it is seen; `next` is where the following page starts, `isWhole` that its last week is all here.
 */
export async function listSubmittedTime(
  scope: Scope<"time.approve">,
  { after, limit = mostSubmitted }: { after?: TimeEntryId | undefined; limit?: number } = {},
) {
  const rows = await scope.read((db) => submitted(scope, db, after).limit(limit + 1));
  const entries = rows.slice(0, limit).map(withServices);
  if (rows.length <= limit) return { entries, next: null, isWhole: true };
  const isLast = (row: { memberId: string; workedOn: PlainDate }) =>
    weekKey(row) === weekKey(present(rows[limit], "a row more"));
  const whole = entries.filter((entry) => !isLast(entry));
  const shown = whole.length > 0 ? whole : entries;
  return { entries: shown, next: present(shown.at(-1), "a last entry").id, isWhole: whole.length > 0 };
}

/** A member's week: what one card shows, and one press approves. */
export function weekKey({ memberId, workedOn }: { memberId: string; workedOn: PlainDate }): string {
  return `${memberId} ${weekOf(workedOn).from}`;
}

function submitted(scope: Scope, db: Reader, after: TimeEntryId | undefined) {
  const key = sql`(${members.displayName}, ${timeEntries.memberId}, ${timeEntries.workedOn}, ${timeEntries.id})`;
  const last = db
    .select({ name: members.displayName, member: timeEntries.memberId, day: timeEntries.workedOn, id: timeEntries.id })
    .from(timeEntries)
    .innerJoin(members, ofMember)
    .where(and(owned(scope, timeEntries), after ? eq(timeEntries.id, after) : sql`false`));
  return db
    .select({
      id: timeEntries.id,
      memberId: timeEntries.memberId,
      memberName: members.displayName,
      workedOn: timeEntries.workedOn,
      clientName: clients.name,
      projectLabel: labelColumn,
      services: servicesColumn,
      note: timeEntries.note,
      durationMinutes: timeEntries.durationMinutes,
      isBillable: timeEntries.isBillable,
      enteredBy: timeEntries.enteredBy,
    })
    .from(timeEntries)
    .innerJoin(members, ofMember)
    .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
    .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)))
    .where(
      and(owned(scope, timeEntries), eq(timeEntries.status, "submitted"), after ? sql`${key} > (${last})` : undefined),
    )
    .orderBy(asc(members.displayName), asc(timeEntries.memberId), asc(timeEntries.workedOn), asc(timeEntries.id));
}

const ofMember = and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId));

/** How much waits for approval: for the dashboard and the link to the page. */
export async function countSubmittedTime(scope: Scope<"time.approve">) {
  const [all] = await scope.read((db) =>
    db
      .select({ entries: count(), minutes: sum(timeEntries.durationMinutes).mapWith(Number) })
      .from(timeEntries)
      .where(and(owned(scope, timeEntries), eq(timeEntries.status, "submitted"))),
  );
  return { entries: all?.entries ?? 0, minutes: all?.minutes ?? 0 };
}
