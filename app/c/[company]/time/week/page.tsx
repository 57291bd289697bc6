import type { Metadata } from "next";
import { Minutes } from "@/components/display/minutes";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { one } from "@/lib/kernel/listing";
import { countOwnDrafts } from "@/lib/time/queries";
import { dayNear, weekOf } from "@/lib/time/week";
import { getWeekSheet } from "@/lib/time/week-sheet";
import { saveCellAction } from "../actions";
import { pickableWork } from "../pickable-work";
import { SubmitWeek } from "../submit-week";
import { ViewSwitch } from "../view-switch";
import { MemberPicker } from "./member-picker";
import { addedRows, sheetQuery, weekHref } from "./sheet-address";
import { WeekGrid } from "./week-grid";

export const metadata: Metadata = { title: "Week" };

export default async function WeekPage({ params, searchParams }: PageProps<"/c/[company]/time/week">) {
  const scope = await enter(params, "time.read", "time.write", "projects.read", "catalog.read", "members.read");
  const query = await searchParams;
  const isManager = scope.can("time.approve");
  const asked = one(query.member);
  const memberId = isManager && isId("member", asked) ? asked : scope.member.id;
  const day = one(query.day);
  const week = weekOf(isPlainDate(day) ? day : scope.today);
  const isOwn = memberId === scope.member.id;
  const sheetOf = sheetQuery(query, week.from, isOwn ? "" : memberId);
  const copies = sheetOf.copy === "1";
  const [rows, work, drafts, members] = await Promise.all([
    getWeekSheet(scope, { memberId, week, copies }),
    pickableWork(scope),
    isOwn ? countOwnDrafts(scope, week) : 0,
    isManager ? listMembers(scope) : null,
  ]);
  const home = `/c/${scope.company.slug}`;
  const sheet = [...rows, ...addedRows(sheetOf.add, work, rows, week)];
  return (
    <>
      <PageHeader
        title="Time"
        description={
          <>
            <Minutes value={sheet.flatMap((row) => row.cells).reduce((sum, cell) => sum + cell.minutes, 0)} /> in the
            week of {formatDay(week.from)}
          </>
        }
        tabs={<ViewSwitch home={home} view="week" day={week.from} />}
        actions={drafts > 0 ? <SubmitWeek companyId={scope.company.id} day={week.from} drafts={drafts} /> : null}
      />
      <div className="space-y-4">
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton
            href={weekHref(home, { day: dayNear(week.from, -7), member: sheetOf.member })}
            size="sm"
            icon="chevron-left"
          >
            Previous
          </LinkButton>
          <LinkButton
            href={weekHref(home, { day: dayNear(week.from, 7), member: sheetOf.member })}
            size="sm"
            icon="chevron-right"
            className="flex-row-reverse"
          >
            Next
          </LinkButton>
          {copies ? null : (
            <LinkButton href={weekHref(home, { ...sheetOf, copy: "1" })} size="sm" icon="history">
              Copy last week’s rows
            </LinkButton>
          )}
          {members ? (
            <MemberPicker action={`${home}/time/week`} day={week.from} members={members} chosen={memberId} />
          ) : null}
        </div>
        {sheet.length === 0 ? (
          <EmptyFirst
            icon="calendar"
            title="No time in this week"
            why="Add a row for a project below, or copy the rows of last week, and type the hours into its days."
          />
        ) : null}
        <WeekGrid
          key={`${memberId} ${week.from}`}
          action={saveCellAction}
          companyId={scope.company.id}
          home={home}
          memberId={memberId}
          today={scope.today}
          week={week}
          rows={sheet}
          work={work}
          query={sheetOf}
        />
      </div>
    </>
  );
}
