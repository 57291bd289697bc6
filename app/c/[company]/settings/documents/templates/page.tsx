import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { ListFilter } from "@/components/ui/list-toolbar";
import { enter } from "@/lib/doors/page";
import { listTemplates, templateFilters, templateSorts } from "@/lib/invoicing/template-queries";
import { listRequest } from "@/lib/kernel/listing";
import { kindOptions } from "./template-kinds";

export const metadata: Metadata = { title: "Templates" };

const columns: Column[] = [
  { key: "name", label: "Template", kind: "link", hrefKey: "href", sortKey: "name" },
  { key: "kind", label: "For", kind: "text" },
  { key: "isDefault", label: "Default", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
];

export default async function TemplatesPage({
  params,
  searchParams,
}: PageProps<"/c/[company]/settings/documents/templates">) {
  const scope = await enter(params, "templates.write", "templates.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: templateSorts, defaultSort: "name", filters: templateFilters });
  const listed = await listTemplates(scope, request);
  const base = `/c/${scope.company.slug}/settings/documents/templates`;
  const { kind, status } = request.filters;
  const labelOf = (value: string | undefined) => kindOptions.find((option) => option.value === value)?.label ?? null;
  const add = (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New template
    </LinkButton>
  );
  return (
    <>
      <PageHeader title="Templates" description="Texts that new documents begin with." actions={add} />
      <Listing
        what="templates"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search templates", value: request.search }}
        filters={filters(kind, status)}
        active={{ kind: labelOf(kind) && `For: ${labelOf(kind)}`, status: status ? `Status: ${status}` : null }}
        columns={columns}
        rows={listed.rows.map((template) => ({
          id: template.id,
          name: template.name,
          href: `${base}/${template.id}`,
          kind: labelOf(template.kind) ?? "",
          isDefault: template.isDefault ? "Default" : "",
          ...statusCells("status", "account", template.isActive ? "active" : "inactive"),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="file-text"
            title="No templates yet"
            why="Header, footer and terms that your invoices, estimates and proposals begin with."
            action={add}
          />
        }
      />
    </>
  );
}

function filters(kind = "", status = ""): ListFilter[] {
  const states = [
    { value: "inactive", label: "Inactive" },
    { value: "all", label: "All" },
  ];
  return [
    { kind: "select", name: "kind", label: "For", value: kind, any: "Any", options: kindOptions },
    { kind: "select", name: "status", label: "Status", value: status, any: "Active", options: states },
  ];
}
