import type { Metadata, Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { SectionHeading } from "@/components/ui/section-heading";
import { TextLink } from "@/components/ui/text-link";
import { planFor } from "@/lib/access/permissions";
import { enter } from "@/lib/doors/page";
import { planNames } from "@/lib/kernel/plans";
import { allReports } from "@/lib/reports/all-reports";
import { type ReportGroup, reportGroups } from "@/lib/reports/report";

export const metadata: Metadata = { title: "Reports" };

type Entry = { slug: string; title: string; words: string; group: ReportGroup };

/** Reports with a page of their own, beside those that are sheets. */
const others: Entry[] = [
  {
    slug: "general-ledger",
    title: "General ledger",
    words: "The lines of one account with opening and running balance.",
    group: "statements",
  },
];

export default async function ReportsPage({ params }: PageProps<"/c/[company]/reports">) {
  const scope = await enter(params, "reports.read");
  const home = `/c/${scope.company.slug}`;
  const open: Entry[] = [...allReports.filter((report) => scope.can(report.right)), ...others];
  const locked = allReports.filter((report) => !scope.can(report.right));
  const groups = Object.entries(reportGroups) as [ReportGroup, (typeof reportGroups)[ReportGroup]][];
  return (
    <>
      <PageHeader title="Reports" description="Every figure opens the lines that sum to it." />
      <div className="space-y-8">
        {groups.map(([group, { title, words }]) => {
          const entries = open.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <section key={group} aria-label={title}>
              <SectionHeading title={title} description={words} />
              <ul className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
                {entries.map((entry) => (
                  <ReportCard key={entry.slug} home={home} entry={entry} />
                ))}
              </ul>
            </section>
          );
        })}
        {locked[0] ? (
          <p className="text-text-muted">
            {`${locked.map((report) => report.title).join(", ")}: `}
            <TextLink href={`${home}/plan?for=${locked[0].right}`}>
              {`with the plan ${planNames[planFor(locked[0].right)]}`}
            </TextLink>
            .
          </p>
        ) : null}
      </div>
    </>
  );
}

function ReportCard({ home, entry }: { home: string; entry: Entry }) {
  return (
    <li className="relative rounded-lg border border-border bg-surface p-4 shadow-1 hover:border-border-strong">
      <Link
        href={`${home}/reports/${entry.slug}` as Route}
        className="font-semibold text-link after:absolute after:inset-0"
      >
        {entry.title}
      </Link>
      <p className="mt-1 text-text-muted">{entry.words}</p>
    </li>
  );
}
