import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Icon, type IconName } from "@/components/ui/icon";
import { formatMonth } from "@/lib/kernel/dates";
import { formatDollars, formatMinutes } from "@/lib/kernel/decimal-text";
import type { CompanyFigures } from "./company-figures";

type Point = { icon: IconName; tone: "danger" | "warning" | "info"; text: string; detail: string; href: string };

/** What waits for somebody, the most pressing first; each line leads to where it is settled. */
export function Attention({ home, figures }: { home: string; figures: CompanyFigures }) {
  const points = pointsOf(home, figures);
  return (
    <Card title="Needs attention" flush>
      {points.length === 0 ? (
        <p className="flex items-center gap-2 px-4 pb-4 text-text-muted">
          <Icon name="circle-check" className="size-4 text-success-fg" />
          Nothing is waiting for you.
        </p>
      ) : (
        <ul className="divide-y divide-border border-t border-border">
          {points.map((point) => (
            <li key={point.href}>
              <Link
                href={point.href as Route}
                className="flex min-h-11 items-center gap-3 px-4 py-2.5 hover:bg-surface-2 focus-visible:-outline-offset-2"
              >
                <Icon name={point.icon} className={cx("size-4", toneClass[point.tone])} />
                <span className="min-w-0 flex-1">{point.text}</span>
                <span className="text-text-muted tabular-nums">{point.detail}</span>
                <Icon name="chevron-right" className="size-4 text-text-subtle" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const toneClass = { danger: "text-danger-fg", warning: "text-warning-fg", info: "text-info-fg" };

function pointsOf(home: string, { owed, waiting, unbilled, close }: CompanyFigures): Point[] {
  const points: (Point | false)[] = [
    owed.overdue.count > 0 && {
      icon: "clock",
      tone: "danger",
      text: `${many(owed.overdue.count, "invoice")} overdue`,
      detail: formatDollars(owed.overdue.cents),
      href: `${home}/invoices?status=overdue&sort=due`,
    },
    waiting !== null &&
      waiting.entries > 0 && {
        icon: "check-check",
        tone: "warning",
        text: `${many(waiting.entries, "time entry", "time entries")} waiting for approval`,
        detail: `${formatMinutes(waiting.minutes)} h`,
        href: `${home}/time/approvals`,
      },
    close?.status === "open" && {
      icon: "calendar",
      tone: "warning",
      text: `${close.period.name} is not closed`,
      detail: "Checklist",
      href: `${home}/accounting/periods/${close.period.id}`,
    },
    close?.status === "none" &&
      owed.has.earlierEntry && {
        icon: "calendar",
        tone: "warning",
        text: `${formatMonth(close.month)} is not closed`,
        detail: "No period",
        href: `${home}/accounting/periods`,
      },
    owed.drafts.count > 0 && {
      icon: "file-text",
      tone: "info",
      text: `${many(owed.drafts.count, "draft invoice")} to issue`,
      detail: formatDollars(owed.drafts.cents),
      href: `${home}/invoices?status=draft`,
    },
    unbilled.minutes > 0 && {
      icon: "receipt-text",
      tone: "info",
      text: "Approved time to invoice",
      detail: `${formatMinutes(unbilled.minutes)} h`,
      href: `${home}/invoices/from-time`,
    },
  ];
  return points.flatMap((point) => point || []);
}

function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : several}`;
}
