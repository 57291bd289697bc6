import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listFindings } from "@/lib/reconciliation/drift";
import { FindingCard } from "./finding-card";

export const metadata: Metadata = { title: "Findings and repairs" };

export default async function DriftPage({ params }: PageProps<"/c/[company]/accounting/drift">) {
  const scope = await enter(params, "books.verify");
  const findings = await listFindings(scope);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Findings and repairs"
        breadcrumbs={[{ label: "Reconciliation", href: `${home}/accounting/reconciliation` }]}
        description="Looking changes nothing. Each finding shows the entry that its repair would post, and waits for your approval."
      />
      {findings.length === 0 ? (
        <EmptyFirst
          icon="shield-check"
          title="Nothing to repair"
          why="Every document has its entry, every kept sum is that of its lines, and no client credit stands beside an open invoice."
        />
      ) : (
        <ul className="max-w-4xl space-y-6">
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.subjectId}`}>
              <FindingCard scope={scope} home={home} finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
