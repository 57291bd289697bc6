import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Money } from "@/components/display/money";
import { PageHeader } from "@/components/layout/page-header";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { Pagination } from "@/components/ui/pagination";
import { enter } from "@/lib/doors/page";
import { isolate } from "@/lib/kernel/isolate";
import { hrefWith } from "@/lib/kernel/listing";
import { labelOf } from "@/lib/reports/columns";
import { askedLines, lineLists, linesRequest, listLines } from "@/lib/reports/lines";
import { namesOf } from "@/lib/reports/names";

export const metadata: Metadata = { title: "Lines of a figure" };

const columns: Column[] = [
  { key: "day", label: "Date", kind: "date" },
  { key: "label", label: "Document", kind: "link", hrefKey: "href" },
  { key: "about", label: "About", kind: "text" },
  { key: "cents", label: "Amount, USD", kind: "money", phone: "figure" },
];

/** What a figure is the sum of where it is no sum of journal lines; each line leads to its document. */
export default async function LinesPage(props: PageProps<"/c/[company]/reports/lines">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const ask = askedLines(query, scope.today);
  if (!ask) notFound();
  const [list, names] = await Promise.all([listLines(scope, ask, linesRequest(query)), namesOf(scope, ask)]);
  const home = `/c/${scope.company.slug}`;
  const whose = [ask.clientId, ask.projectId].flatMap((id) => (id ? [isolate(names.get(id) ?? "one of many")] : []));
  return (
    <>
      <PageHeader
        title={lineLists[list.name]}
        breadcrumbs={[{ label: "Reports", href: `${home}/reports` }]}
        description={[labelOf(ask), ...whose].join(", ")}
      />
      <div className="space-y-4">
        <DescriptionList
          items={[
            { term: "Lines", value: list.count.toLocaleString("en-US") },
            { term: "Together", value: <Money cents={list.sumCents} accounting currency /> },
          ]}
        />
        {list.count === 0 ? (
          <p className="text-text-muted">There is nothing in these days.</p>
        ) : (
          <DataTable
            caption={lineLists[list.name]}
            columns={columns}
            rowKey="key"
            rows={list.lines.map((line) => ({ ...line, href: home + line.path }))}
          />
        )}
        <Pagination
          text={list.lines.length === 1 ? "1 line on this page" : `${list.lines.length} lines on this page`}
          nextHref={list.next && hrefWith(query, { after: list.next })}
          previousHref={list.previous && hrefWith(query, { before: list.previous })}
        />
      </div>
    </>
  );
}
