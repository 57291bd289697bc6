import { entryHref } from "@/components/accounting/links";
import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/text-link";
import { kindWords } from "@/lib/invoicing/estimate";
import type { getInvoice } from "@/lib/invoicing/queries";
import type { listEntriesOfSource } from "@/lib/ledger/queries";
import type { listTimeOfInvoice } from "@/lib/time/billed-lines";
import { projectOf } from "./invoice-project";

type Entry = Awaited<ReturnType<typeof listEntriesOfSource>>[number];
type Time = Awaited<ReturnType<typeof listTimeOfInvoice>>[number];

/** What the invoice is made of and where it went. `entries` is empty for whom the journal is not. */
export function BehindInvoice(props: {
  home: string;
  record: Awaited<ReturnType<typeof getInvoice>>;
  plan: { id: string; name: string } | null;
  entries: Entry[];
  time: Time[];
}) {
  const { home, record, plan, entries, time } = props;
  const { client, estimate } = record;
  const project = projectOf(record);
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
          ...(plan
            ? [
                {
                  term: "Made by plan",
                  value: <TextLink href={`${home}/invoices/recurring/${plan.id}`}>{plan.name}</TextLink>,
                },
              ]
            : []),
          ...(estimate
            ? [
                {
                  term: kindWords[estimate.kind].word,
                  value: (
                    <TextLink href={`${home}${kindWords[estimate.kind].path}/${estimate.id}`}>
                      {estimate.number}
                    </TextLink>
                  ),
                },
              ]
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
    <Fold
      title={
        <span>
          {time.length === 1 ? "1 time entry" : `${time.length.toLocaleString("en-US")} time entries`},{" "}
          <Minutes value={time.reduce((sum, entry) => sum + entry.durationMinutes, 0)} /> h
        </span>
      }
      className="mt-4 border-t border-border pt-4"
    >
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
    </Fold>
  );
}
