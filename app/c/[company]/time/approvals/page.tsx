import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { countSubmittedTime, listSubmittedTime, weekKey } from "@/lib/time/approval-queries";
import { mayApproveOwnTime } from "@/lib/time/approve-time";
import { ApprovalCard } from "./approval-card";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ params, searchParams }: PageProps<"/c/[company]/time/approvals">) {
  const scope = await enter(params, "time.approve", "time.read");
  const { after } = await searchParams;
  const [{ entries, next, isWhole }, waiting, mayApproveOwn] = await Promise.all([
    listSubmittedTime(scope, { after: isId("timeEntry", after) ? after : undefined }),
    countSubmittedTime(scope),
    mayApproveOwnTime(scope),
  ]);
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/time/approvals`;
  const weeks = [...new Set(entries.map(weekKey))];
  return (
    <>
      <PageHeader
        title="Approvals"
        description="Approved time can be invoiced and is not changed any more. Returned time goes back to its member."
        breadcrumbs={[{ label: "Time", href: `${home}/time` }]}
      />
      {waiting.entries === 0 ? (
        <EmptyFirst icon="check-check" title="Nothing waits for approval" why="Submitted time appears here." />
      ) : (
        <div className="space-y-6">
          {after || next ? (
            <p className="text-text-muted">
              {`${waiting.entries.toLocaleString("en-US")} time entries wait for approval, ${formatMinutes(waiting.minutes)} h in all.`}
            </p>
          ) : null}
          {weeks.map((week) => (
            <ApprovalCard
              key={week}
              home={home}
              companyId={scope.company.id}
              entries={entries.filter((entry) => weekKey(entry) === week)}
              isWhole={isWhole || week !== weeks.at(-1)}
              mayNot={mayApproveOwn ? null : scope.member.id}
            />
          ))}
          {after || next ? (
            <nav aria-label="Pages" className="flex flex-wrap gap-2">
              {after ? <LinkButton href={here}>First page</LinkButton> : null}
              {next ? <LinkButton href={`${here}?after=${next}`}>Next page</LinkButton> : null}
            </nav>
          ) : null}
        </div>
      )}
    </>
  );
}
