import type { Metadata } from "next";
import { sourceHref, sourceNoun } from "@/components/accounting/links";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { formatDay } from "@/lib/kernel/dates";
import { findCorrections } from "@/lib/ledger/corrections";
import { getEntry } from "@/lib/ledger/queries";
import { EntryFacts } from "./entry-facts";
import { EntryLines } from "./entry-lines";
import { ReverseForm } from "./reverse-form";

export const metadata: Metadata = { title: "Journal entry" };

export default async function EntryPage({ params }: PageProps<"/c/[company]/accounting/journal/[entryId]">) {
  const scope = await enter(params, "accounting.read");
  const entryId = idOf("journalEntry", (await params).entryId);
  const record = await orNotFound(getEntry(scope, entryId));
  const corrections = await findCorrections(scope, entryId);
  const { entry, lines, reversedBy } = record;
  const facts = entry.sourceType === "manual" ? await listTimeline(scope, { subjectId: entryId }) : [];
  const home = `/c/${scope.company.slug}`;
  const source = sourceHref(home, entry);
  return (
    <>
      <PageHeader
        title={`Entry ${entry.number}`}
        breadcrumbs={[{ label: "Journal", href: `${home}/accounting/journal` }]}
        status={
          reversedBy ? (
            <Badge icon="undo" tone="warning">
              Reversed
            </Badge>
          ) : null
        }
        description={`${formatDay(entry.entryOn)} · ${entry.memo}`}
        actions={
          entry.sourceType === "manual" && scope.can("journal.write") ? (
            <LinkButton href={`${home}/accounting/journal/new?corrects=${entryId}`} icon="pencil">
              Correct
            </LinkButton>
          ) : source && entry.sourceType !== "reversal" ? (
            <LinkButton href={source} icon="external-link">
              Open {sourceNoun(entry.sourceType)}
            </LinkButton>
          ) : null
        }
      />
      <AsideLayout
        aside={
          <>
            <EntryFacts home={home} timeZone={scope.company.timeZone} record={record} corrections={corrections} />
            {facts.length > 0 ? <Timeline facts={facts} timeZone={scope.company.timeZone} /> : null}
          </>
        }
      >
        <EntryLines home={home} entryOn={entry.entryOn} lines={lines} />
        {entry.sourceType === "manual" && !reversedBy && scope.can("journal.write") ? (
          <ReverseForm companyId={scope.company.id} entry={entry} today={scope.today} />
        ) : null}
      </AsideLayout>
    </>
  );
}
