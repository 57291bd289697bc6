import type { Metadata } from "next";
import { Minutes } from "@/components/display/minutes";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { Tabs } from "@/components/ui/tabs";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { listRequest, one } from "@/lib/kernel/listing";
import { listProjectChoices } from "@/lib/projects/queries";
import { countOwnDrafts, listTimeEntries, sumTimeByDay, timeFilters, timeSorts } from "@/lib/time/queries";
import { isWeek, rangeName, rangeOf, weekOf } from "@/lib/time/week";
import { SubmitWeek } from "./submit-week";
import { activeTimeFilters, rangeTabs, timeListFilters } from "./time-filters";
import { timeColumns, timeRow } from "./time-table";
import { WeekStrip } from "./week-strip";

export const metadata: Metadata = { title: "Time" };

export default async function TimePage({ params, searchParams }: PageProps<"/c/[company]/time">) {
  const scope = await enter(params, "time.read", "projects.read", "members.read");
  const query = await searchParams;
  const isManager = scope.can("time.return");
  const range = rangeOf({ from: one(query.from), to: one(query.to), range: one(query.range) }, scope.today);
  const asked = listRequest(query, { sorts: timeSorts, defaultSort: "-day", filters: timeFilters });
  const days = { from: range.from ?? undefined, to: range.to ?? undefined };
  const request = { ...asked, filters: { ...asked.filters, ...days } };
  const name = rangeName(range, scope.today);
  const week = range.from && isWeek(range) ? weekOf(range.from) : null;
  const [listed, sums, drafts, members, projects] = await Promise.all([
    listTimeEntries(scope, request),
    week ? sumTimeByDay(scope, request) : [],
    week ? countOwnDrafts(scope, week) : 0,
    isManager ? listMembers(scope) : null,
    listProjectChoices(scope),
  ]);
  const home = `/c/${scope.company.slug}`;
  const choices = { members: members?.map(({ id, name }) => ({ id, label: name })) ?? null, projects };
  return (
    <>
      <PageHeader
        title="Time"
        description={
          <>
            <Minutes value={listed.minutes} /> in all, <Minutes value={listed.billableMinutes} /> billable
          </>
        }
        tabs={<Tabs label="Days" items={rangeTabs(home, query, name)} />}
        actions={
          <>
            {week && drafts > 0 ? <SubmitWeek companyId={scope.company.id} day={week.from} drafts={drafts} /> : null}
            <LinkButton href={`${home}/time/week?day=${week?.from ?? scope.today}`} icon="calendar">
              Week sheet
            </LinkButton>
            <LinkButton href={`${home}/time/new`} variant="primary" icon="plus">
              New time entry
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        {week ? <WeekStrip home={home} params={query} week={week} today={scope.today} sums={sums} /> : null}
        <Listing
          what="time entries"
          action={`${home}/time`}
          params={query}
          sort={`${request.descending ? "-" : ""}${request.sort}`}
          search={{ label: "Search notes and projects", value: request.search }}
          filters={timeListFilters(asked.filters, range, choices)}
          active={activeTimeFilters(asked.filters, { ...range, name: name ?? (week && "week") }, choices)}
          columns={timeColumns({ withMember: isManager, withProject: true })}
          rows={listed.rows.map((entry) => timeRow(home, entry))}
          listed={listed}
          first={
            <EmptyFirst
              icon="clock"
              title="No time in these days"
              why="Start the timer at the top of every page, or enter time by hand. Submitted and approved, it can be invoiced."
            />
          }
        />
      </div>
    </>
  );
}
