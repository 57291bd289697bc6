import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import { getTimeEntry } from "@/lib/time/queries";
import { mayEditEntry, roundedWords } from "@/lib/time/time-entry";
import { updateTimeEntryAction } from "../actions";
import { EntryForm } from "../entry-form";
import { pickableWork } from "../pickable-work";
import { EntryActions } from "./entry-actions";
import { EntryFacts, EntryLock } from "./entry-facts";
import { ReturnForm } from "./return-form";

export const metadata: Metadata = { title: "Time entry" };

export default async function TimeEntryPage({ params }: PageProps<"/c/[company]/time/[timeEntryId]">) {
  const scope = await enter(params, "time.read", "projects.read", "catalog.read");
  const entry = await orNotFound(getTimeEntry(scope, idOf("timeEntry", (await params).timeEntryId)));
  const home = `/c/${scope.company.slug}`;
  const mayEdit = mayEditEntry(scope.member, entry);
  const canReturn = entry.status === "approved" && scope.can("time.return");
  const isOwn = entry.memberId === scope.member.id;
  const back = `${home}/time?from=${entry.workedOn}&to=${entry.workedOn}`;
  return (
    <>
      <PageHeader
        title={`${formatMinutes(entry.durationMinutes)} on ${formatDay(entry.workedOn)}`}
        description={isOwn ? null : `Time of ${entry.memberName}`}
        breadcrumbs={[{ label: "Time", href: `${home}/time` }]}
        status={<Status of="time" status={entry.status} />}
        actions={<EntryActions companyId={scope.company.id} entry={entry} mayEdit={mayEdit} />}
      />
      <div className="max-w-3xl space-y-5">
        {entry.returnedReason ? (
          <Banner kind="warning" title="Returned to be changed">
            {entry.returnedReason}
          </Banner>
        ) : null}
        {mayEdit && entry.workedMinutes !== null ? (
          <p className="text-text-muted">{roundedWords(entry)}, by the rounding of this company.</p>
        ) : null}
        {mayEdit ? (
          <EntryForm
            key={entry.revision}
            action={updateTimeEntryAction}
            companyId={scope.company.id}
            home={home}
            work={await pickableWork(scope, entry)}
            members={null}
            entry={entry}
            start={entry}
            cancelHref={back}
          />
        ) : (
          <>
            <EntryLock home={home} entry={entry} canReturn={canReturn} />
            <EntryFacts home={home} entry={entry} />
            {canReturn ? <ReturnForm companyId={scope.company.id} timeEntryId={entry.id} /> : null}
          </>
        )}
      </div>
    </>
  );
}
