import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listRequest } from "@/lib/kernel/listing";
import { rhythmWords } from "@/lib/recurring/plan";
import { listPlans, planFilters, planSorts } from "@/lib/recurring/queries";

export const metadata: Metadata = { title: "Recurring invoices" };

const columns: Column[] = [
  { key: "name", label: "Plan", kind: "link", hrefKey: "href", sortKey: "name" },
  { key: "client", label: "Client", kind: "text" },
  { key: "rhythm", label: "Repeats", kind: "text" },
  { key: "nextOn", label: "Next invoice", kind: "date" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "total", label: "Each invoice", kind: "money" },
];

const statuses = [
  { value: "active", label: "Active" },
  { value: "paused", label: "Paused" },
];

export default async function RecurringPage({ params, searchParams }: PageProps<"/c/[company]/invoices/recurring">) {
  const scope = await enter(params, "recurring.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: planSorts, defaultSort: "name", filters: planFilters });
  const listed = await listPlans(scope, request);
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/invoices/recurring`;
  const { status = "" } = request.filters;
  const add = scope.can("recurring.write") ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New plan
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title="Recurring invoices"
        description="Plans that make the same invoice again and again."
        actions={add}
      />
      <Listing
        what="plans"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search plan or client", value: request.search }}
        filters={[{ kind: "select", name: "status", label: "Status", value: status, any: "All", options: statuses }]}
        active={{
          status: status ? `Status: ${statuses.find(({ value }) => value === status)?.label ?? status}` : null,
        }}
        columns={columns}
        rows={listed.rows.map(({ plan, clientName, skips, nextOn, totalCents }) => ({
          id: plan.id,
          name: plan.name,
          href: `${base}/${plan.id}`,
          client: clientName,
          rhythm: rhythmWords(plan),
          total: totalCents,
          nextOn: plan.isActive ? nextOn : null,
          ...statusCells("status", "plan", plan.isActive ? (skips > 0 ? "skipped" : "active") : "paused"),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="repeat"
            title="No recurring invoices yet"
            why="A plan makes the same invoice again and again, on the days that you choose."
            action={add}
          />
        }
      />
    </>
  );
}
