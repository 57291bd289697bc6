import { subjectHref } from "@/components/accounting/links";
import { Moment } from "@/components/display/moment";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { listEvents } from "@/lib/events/queries";
import { typeWords } from "./event-types";
import { type FactRow, factRows } from "./fact-rows";

type Event = Awaited<ReturnType<typeof listEvents>>["rows"][number];

/** Newest first; each fact opens to what was before and after. */
export function EventList({ home, timeZone, events }: { home: string; timeZone: string; events: Event[] }) {
  return (
    <ol className="divide-y divide-border rounded-lg border border-border bg-surface shadow-1">
      {events.map((event) => (
        <EventItem key={event.id} event={event} home={home} timeZone={timeZone} />
      ))}
    </ol>
  );
}

function EventItem({ event, home, timeZone }: { event: Event; home: string; timeZone: string }) {
  const href = subjectHref(home, event);
  const rows = factRows(event.facts);
  const said = `${event.actor} · ${typeWords(event.type)}`;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <p className="min-w-0 break-words">{href ? <TextLink href={href}>{event.summary}</TextLink> : event.summary}</p>
        <p className="text-sm text-text-muted">
          <Moment at={event.happenedAt} timeZone={timeZone} />
        </p>
      </div>
      {rows.length > 0 ? (
        <details className="group/facts mt-0.5">
          <summary className="inline-flex min-h-6 cursor-pointer flex-wrap items-center gap-x-3 text-sm text-text-muted pointer-coarse:min-h-11">
            {said}
            <span className="inline-flex items-center gap-0.5 font-medium text-link hover:underline">
              Details
              <Icon name="chevron-right" className="size-3.5 transition-transform group-open/facts:rotate-90" />
            </span>
          </summary>
          <FactTable rows={rows} />
        </details>
      ) : (
        <p className="mt-0.5 text-sm text-text-muted">{said}</p>
      )}
    </li>
  );
}

function FactTable({ rows }: { rows: FactRow[] }) {
  const compares = rows.some((row) => row.before !== null);
  const cell = "px-3 py-1.5 text-left align-top break-words";
  return (
    <div className="mt-2 overflow-x-auto rounded-md bg-surface-2">
      <table className="w-full text-sm">
        <caption className="reader-only">{compares ? "Before and after" : "Details"}</caption>
        <thead className="text-xs text-text-muted">
          <tr>
            <th scope="col" className={`${cell} w-48 font-medium`}>
              Field
            </th>
            {compares ? (
              <th scope="col" className={`${cell} font-medium`}>
                Before
              </th>
            ) : null}
            <th scope="col" className={`${cell} font-medium`}>
              {compares ? "After" : "Value"}
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map((row) => (
            <tr key={row.label} className="border-t border-border">
              <th scope="row" className={`${cell} font-normal text-text-muted`}>
                {row.label}
              </th>
              {compares ? <td className={`${cell} text-text-muted`}>{row.before ?? ""}</td> : null}
              <td className={`${cell} min-w-40 whitespace-pre-line`}>{row.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
