import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFiltered, EmptyFirst } from "@/components/ui/empty-state";
import { clearedHref, filterChips } from "@/components/ui/list-href";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { listPeriods } from "@/lib/ledger/queries";
import { suggestPeriod } from "@/lib/ledger/suggest-period";
import { PeriodTable } from "./period-table";
import { SuggestedPeriod } from "./suggested-period";

export const metadata: Metadata = { title: "Periods" };

const statuses = [
  { value: "open", label: "Open" },
  { value: "closed", label: "Closed" },
];

export default async function PeriodsPage({ params, searchParams }: PageProps<"/c/[company]/accounting/periods">) {
  const scope = await enter(params, "periods.read");
  const query = await searchParams;
  const { filters } = listRequest(query, {
    sorts: ["start"],
    defaultSort: "-start",
    filters: ["status", "from", "to"],
  });
  const [all, suggestion] = await Promise.all([listPeriods(scope), suggestPeriod(scope)]);
  const base = `/c/${scope.company.slug}/accounting/periods`;
  const { from = "", to = "" } = filters;
  const status = statuses.find((known) => known.value === filters.status);
  const shown = all.filter(
    ({ period }) =>
      (!status || period.status === status.value) &&
      (!isPlainDate(from) || period.endsOn >= from) &&
      (!isPlainDate(to) || period.startsOn <= to),
  );
  const chips = filterChips(query, {
    status: status ? `Status: ${status.label}` : null,
    from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
    to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
  });
  const mayMake = scope.can("periods.close");
  const add = mayMake ? (
    <LinkButton href={`${base}/new`} icon="plus" variant={all.length === 0 ? "primary" : "secondary"}>
      New period
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title="Periods"
        description="A closed period is finished: nothing dated inside or before it is added or changed, whoever asks, until an owner reopens it."
        actions={all.length === 0 ? null : add}
      />
      {all.length === 0 ? (
        <EmptyFirst
          icon="calendar"
          title="No periods yet"
          why={
            mayMake
              ? "Create one for each month. Once a month is checked and closed, its figures stay as you reported them."
              : "An admin creates one for each month and closes it once its figures are final."
          }
          action={mayMake && suggestion ? <SuggestedPeriod companyId={scope.company.id} {...suggestion} first /> : add}
        />
      ) : (
        <div className="space-y-4">
          <ListToolbar
            action={base}
            filters={[
              {
                kind: "select",
                name: "status",
                label: "Status",
                value: status?.value ?? "",
                any: "Any",
                options: statuses,
              },
              { kind: "range", label: "Days", from: { name: "from", value: from }, to: { name: "to", value: to } },
            ]}
            chips={chips}
            clearHref={clearedHref(query)}
            count={`${shown.length} ${shown.length === 1 ? "period" : "periods"}`}
          />
          {shown.length === 0 ? (
            <EmptyFiltered what="periods" filters={chips.map((chip) => chip.label)} clearHref={clearedHref(query)} />
          ) : (
            <PeriodTable base={base} timeZone={scope.company.timeZone} periods={shown} />
          )}
          {mayMake && suggestion ? <SuggestedPeriod companyId={scope.company.id} {...suggestion} /> : null}
        </div>
      )}
    </>
  );
}
