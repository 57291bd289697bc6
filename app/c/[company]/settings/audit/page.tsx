import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyFiltered } from "@/components/ui/empty-state";
import { filterTroubles, withoutTroubles } from "@/components/ui/filter-troubles";
import { clearedHref, filterChips, pageHrefs } from "@/components/ui/list-href";
import { type ListFilter, ListToolbar } from "@/components/ui/list-toolbar";
import { Pagination } from "@/components/ui/pagination";
import { TroubleBanner } from "@/components/ui/trouble-banner";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { eventFilters, eventSorts, listEvents } from "@/lib/events/queries";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { countLimit, hrefWith, listRequest } from "@/lib/kernel/listing";
import { EventList } from "./event-list";
import { typeOptions } from "./event-types";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ params, searchParams }: PageProps<"/c/[company]/settings/audit">) {
  const scope = await enter(params, "audit.read", "members.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: eventSorts, defaultSort: "-time", filters: eventFilters });
  const [listed, members] = await Promise.all([listEvents(scope, request), listMembers(scope)]);
  const home = `/c/${scope.company.slug}`;
  const { type = "", actor = "", from = "", to = "" } = request.filters;
  const names = [...new Set([...members.map((member) => member.name), ...(actor ? [actor] : [])])];
  const filters: ListFilter[] = [
    { kind: "select", name: "type", label: "Kind", value: type, any: "Any", options: typeOptions },
    { kind: "select", name: "actor", label: "By", value: actor, any: "Anyone", options: names.map(asOption) },
    { kind: "range", label: "Day", from: { name: "from", value: from }, to: { name: "to", value: to } },
  ];
  const troubles = filterTroubles(query, filters);
  const words = {
    q: request.search ? `Search: ${request.search}` : null,
    type: type ? `Kind: ${typeOptions.find((option) => option.value === type)?.label ?? type}` : null,
    actor: actor ? `By: ${actor}` : null,
    from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
    to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
  };
  const chips = filterChips(query, withoutTroubles(words, troubles));
  const total =
    listed.total > countLimit ? `${countLimit.toLocaleString("en-US")}+` : listed.total.toLocaleString("en-US");
  const { nextHref, previousHref } = pageHrefs(query, listed);
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every change in this company: what, by whom and when. Nothing in it can be altered or removed, by anyone."
      />
      <div className="space-y-4">
        <ListToolbar
          action={`${home}/settings/audit`}
          search={{ label: "Search what or who", value: request.search }}
          filters={filters}
          chips={chips}
          clearHref={clearedHref(query)}
          count={`${total} facts`}
        />
        <TroubleBanner troubles={troubles} />
        {listed.rows.length === 0 ? (
          <EmptyFiltered what="facts" filters={chips.map((chip) => chip.label)} clearHref={clearedHref(query)} />
        ) : (
          <EventList home={home} timeZone={scope.company.timeZone} events={listed.rows} />
        )}
        {nextHref || previousHref ? (
          <Pagination text={`${listed.rows.length} of ${total}`} nextHref={nextHref} previousHref={previousHref} />
        ) : null}
        {listed.rows.length === 0 && (query.after || query.before) ? (
          <Pagination text="Past the end" previousHref={hrefWith(query, {})} />
        ) : null}
      </div>
    </>
  );
}

function asOption(name: string) {
  return { value: name, label: name };
}
