import type { Metadata, Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";

export const metadata: Metadata = { title: "Reports" };

const reports = [
  ["trial-balance", "Trial balance", "Every account with its balance on a day; debits equal credits."],
  ["profit-loss", "Profit and loss", "What was earned and spent between two days."],
  ["balance-sheet", "Balance sheet", "What the firm owns and owes on a day, with current earnings."],
  ["general-ledger", "General ledger", "The lines of one account with opening and running balance."],
  ["ar-aging", "A/R aging", "Who owes how much for how long; ties to Accounts Receivable."],
] as const;

export default async function ReportsPage({ params }: PageProps<"/c/[company]/reports">) {
  const scope = await enter(params, "reports.read");
  return (
    <>
      <PageHeader title="Reports" description="Every figure opens the lines that sum to it." />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {reports.map(([path, title, words]) => (
          <li
            key={path}
            className="relative rounded-lg border border-border bg-surface p-4 shadow-1 hover:border-border-strong"
          >
            <Link
              href={`/c/${scope.company.slug}/reports/${path}` as Route}
              className="font-semibold text-link after:absolute after:inset-0"
            >
              {title}
            </Link>
            <p className="mt-1 text-text-muted">{words}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
