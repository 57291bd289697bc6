import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { countSubmittedTime, listSubmittedTime } from "@/lib/time/approval-queries";
import { mayApproveOwnTime } from "@/lib/time/approve-time";
import { ApprovalCard } from "./approval-card";
import { cutWords } from "./cut-words";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ params }: PageProps<"/c/[company]/time/approvals">) {
  const scope = await enter(params, "time.approve", "time.read");
  const [submitted, waiting, mayApproveOwn] = await Promise.all([
    listSubmittedTime(scope),
    countSubmittedTime(scope),
    mayApproveOwnTime(scope),
  ]);
  const cut = cutWords(submitted.length, waiting.entries);
  const home = `/c/${scope.company.slug}`;
  const memberIds = [...new Set(submitted.map((entry) => entry.memberId))];
  return (
    <>
      <PageHeader
        title="Approvals"
        description="Approved time can be invoiced and is not changed any more. Returned time goes back to its member."
        breadcrumbs={[{ label: "Time", href: `${home}/time` }]}
      />
      {submitted.length === 0 ? (
        <EmptyFirst icon="check-check" title="Nothing waits for approval" why="Submitted time appears here." />
      ) : (
        <div className="space-y-6">
          {cut ? <Banner>{cut}</Banner> : null}
          {memberIds.map((memberId) => (
            <ApprovalCard
              key={memberId}
              home={home}
              companyId={scope.company.id}
              entries={submitted.filter((entry) => entry.memberId === memberId)}
              mayApprove={memberId !== scope.member.id || mayApproveOwn}
            />
          ))}
        </div>
      )}
    </>
  );
}
