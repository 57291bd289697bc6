import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { ListFilter } from "@/components/ui/list-toolbar";
import { listClientChoices } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { listRequest } from "@/lib/kernel/listing";
import { projectLabel } from "@/lib/projects/project";
import { listProjects, projectFilters, projectSorts } from "@/lib/projects/queries";

export const metadata: Metadata = { title: "Projects" };

const columns: Column[] = [
  { key: "label", label: "Project", kind: "link", hrefKey: "href", subKey: "client", sortKey: "number" },
  { key: "billing", label: "Billing", kind: "text" },
  { key: "dueOn", label: "Due", kind: "date", sortKey: "due" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "budget", label: "Budget", kind: "minutes" },
];

export default async function ProjectsPage({ params, searchParams }: PageProps<"/c/[company]/projects">) {
  const scope = await enter(params, "projects.read", "clients.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: projectSorts, defaultSort: "-number", filters: projectFilters });
  const [listed, clients] = await Promise.all([listProjects(scope, request), listClientChoices(scope)]);
  const base = `/c/${scope.company.slug}/projects`;
  const { status, client, billing } = request.filters;
  const mayWrite = scope.can("projects.write");
  const clientName = clients.find((choice) => choice.id === client)?.name ?? "archived";
  const add = mayWrite ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New project
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title="Projects" actions={add} />
      <Listing
        what="projects"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search projects", value: request.search }}
        filters={filters(request.filters, clients)}
        active={{
          status: status ? `Status: ${status}` : null,
          client: client ? `Client: ${clientName}` : null,
          billing: billing ? `Billing: ${billing}` : null,
        }}
        columns={columns}
        rows={listed.rows.map((project) => ({
          id: project.id,
          label: projectLabel(project),
          href: `${base}/${project.id}`,
          client: project.clientName,
          billing: mayWrite ? billingText(project) : project.billing === "flat" ? "Flat fee" : "Hourly",
          dueOn: project.dueOn,
          budget: project.budgetMinutes,
          ...statusCells("status", "project", project.status),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="briefcase"
            title={mayWrite ? "No projects yet" : "No projects of yours yet"}
            why={
              mayWrite
                ? "Work for a client is gathered in projects: time, budget and what is invoiced."
                : "You see the projects that you are assigned to."
            }
            action={add}
          />
        }
      />
    </>
  );
}

function billingText(project: { billing: string; hourlyRateCents: number | null; flatFeeCents: number | null }) {
  if (project.billing === "flat") return `Flat fee ${formatDollars(project.flatFeeCents ?? 0)}`;
  return project.hourlyRateCents === null ? "Hourly" : `Hourly ${formatDollars(project.hourlyRateCents)}`;
}

function filters(
  { status = "", client = "", billing = "" }: { status?: string; client?: string; billing?: string },
  clients: { id: string; name: string }[],
): ListFilter[] {
  const select = (name: string, label: string, value: string, any: string, options: [string, string][]) =>
    ({
      kind: "select",
      name,
      label,
      value,
      any,
      options: options.map(([value, label]) => ({ value, label })),
    }) as const;
  return [
    select("status", "Status", status, "Active", [
      ["closed", "Closed"],
      ["all", "All"],
    ]),
    select(
      "client",
      "Client",
      client,
      "All clients",
      clients.map(({ id, name }) => [id, name]),
    ),
    select("billing", "Billing", billing, "All", [
      ["hourly", "Hourly"],
      ["flat", "Flat fee"],
    ]),
  ];
}
