import type { Route } from "next";
import Link from "next/link";
import { Minutes } from "@/components/display/minutes";
import { LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatDay, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import { hrefWith, type SearchParams } from "@/lib/kernel/listing";
import { type DayRange, dayNear, daysOf, weekOf } from "@/lib/time/week";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The week at a glance: its days with their sums, each leading to a new entry on it, and the weeks before and after. */
export function WeekStrip({
  home,
  params,
  week,
  today,
  sums,
}: {
  home: string;
  params: SearchParams;
  week: DayRange;
  today: PlainDate;
  sums: { day: PlainDate; minutes: number }[];
}) {
  const other = (days: number) => {
    const { from, to } = weekOf(dayNear(week.from, days));
    return `${home}/time${hrefWith(params, { range: null, from, to })}`;
  };
  return (
    <section aria-label="Week" className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton href={other(-7)} size="sm" icon="chevron-left" aria-label="Previous week">
          Previous
        </LinkButton>
        <LinkButton href={other(7)} size="sm" icon="chevron-right" className="flex-row-reverse" aria-label="Next week">
          Next
        </LinkButton>
        <h2 className="ml-1 font-semibold">
          {formatDay(week.from)} – {formatDay(week.to)}
        </h2>
      </div>
      <ol className="grid grid-cols-7 gap-1 sm:gap-2">
        {daysOf(week).map((day) => (
          <li key={day}>
            <Link
              href={`${home}/time/new?day=${day}` as Route}
              aria-current={day === today ? "date" : undefined}
              className={cx(
                "flex h-full min-h-16 flex-col items-center justify-center rounded-lg border bg-surface px-1 py-2 text-center hover:border-border-strong hover:bg-surface-2",
                day === today ? "border-primary" : "border-border",
              )}
            >
              <VisuallyHidden>Add time on</VisuallyHidden>
              <span className="text-xs text-text-muted">
                {weekdays[weekdayOf(day) - 1]} <span className="max-sm:block">{Number(day.slice(8))}</span>
              </span>
              <span className="font-semibold">
                <Minutes value={sums.find((sum) => sum.day === day)?.minutes ?? 0} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
