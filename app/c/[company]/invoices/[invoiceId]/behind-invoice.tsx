import { entryHref } from "@/components/accounting/links";
import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { listEntriesOfSource } from "@/lib/ledger/queries";
import type { listTimeOfInvoice } from "@/lib/time/billed-lines";

type Entry = Awaited<ReturnType<typeof listEntriesOfSource>>[number];
type Time = Awaited<ReturnType<typeof listTimeOfInvoice>>[number];

/** What the invoice is made of and where it went. `entries` is empty for whom the journal is not. */
export function BehindInvoice(props: {
  home: string;
  client: { id: string; name: string };
  project: { id: string; label: string } | null;
  entries: Entry[];
  time: Time[];
}) {
  const { home, client, project, entries, time } = props;
  return (
    <Card title="Behind this invoice" className="print:hidden">
      <DescriptionList
        layout="lines"
        items={[
          {
            term: "Client",
            value: (
              <TextLink href={`${home}/clients/${client.id}`}>
                <bdi>{client.name}</bdi>
              </TextLink>
            ),
          },
          ...(project
            ? [{ term: "Project", value: <TextLink href={`${home}/projects/${project.id}`}>{project.label}</TextLink> }]
            : []),
          ...entries.map((entry) => ({
            term: entry.sourceType === "invoice_void" ? "Entry of the void" : "Journal entry",
            value: <TextLink href={entryHref(home, entry.id)}>{`#${entry.number}`}</TextLink>,
          })),
        ]}
      />
      {time.length > 0 ? <TimeBehind home={home} time={time} /> : null}
    </Card>
  );
}

function TimeBehind({ home, time }: { home: string; time: Time[] }) {
  return (
    <details className="mt-4 border-t border-border pt-4">
      <summary className="min-h-6 cursor-pointer text-text-muted">
        {time.length === 1 ? "1 time entry" : `${time.length.toLocaleString("en-US")} time entries`},{" "}
        <Minutes value={time.reduce((sum, entry) => sum + entry.durationMinutes, 0)} /> h
      </summary>
      <ul className="mt-3 space-y-2 text-sm">
        {time.map((entry) => (
          <li key={entry.id} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              <TextLink href={`${home}/time/${entry.id}`}>
                <Day value={entry.workedOn} />
              </TextLink>{" "}
              <bdi className="text-text-muted">{entry.memberName}</bdi>
            </span>
            <Minutes value={entry.durationMinutes} />
          </li>
        ))}
      </ul>
    </details>
  );
}
