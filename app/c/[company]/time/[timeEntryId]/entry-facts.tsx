import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { getTimeEntry } from "@/lib/time/queries";
import { roundedWords } from "@/lib/time/time-entry";

type Entry = Awaited<ReturnType<typeof getTimeEntry>>;

/** Why it can't be changed, and what can be done instead. */
export function EntryLock({ home, entry, canReturn }: { home: string; entry: Entry; canReturn: boolean }) {
  if (entry.status === "billed") {
    const invoice = entry.invoiceNumber ? `invoice ${entry.invoiceNumber}` : "a draft invoice";
    return (
      <Banner
        kind="lock"
        title={`Billed on ${invoice} and locked`}
        actions={<LinkButton href={`${home}/invoices/${entry.invoiceId}`}>Open invoice</LinkButton>}
      >
        It is free again when its line is removed from the draft, or the invoice is voided.
      </Banner>
    );
  }
  if (entry.status === "approved")
    return (
      <Banner kind="lock" title="Approved and locked">
        {canReturn
          ? "Return it below to be changed; then it is approved anew."
          : "A manager can return it to be changed."}
      </Banner>
    );
  return (
    <Banner kind="lock" title="Submitted and waiting for approval">
      A manager can change it, or return it to you.
    </Banner>
  );
}

/** What was worked, as text: nothing here can be typed into. */
export function EntryFacts({ home, entry }: { home: string; entry: Entry }) {
  return (
    <Card>
      <DescriptionList
        items={[
          { term: "Member", value: entry.memberName },
          {
            term: "Project",
            value: <TextLink href={`${home}/projects/${entry.projectId}`}>{entry.projectLabel}</TextLink>,
          },
          { term: "Client", value: entry.clientName },
          { term: entry.services.length > 1 ? "Services" : "Service", value: <Services entry={entry} /> },
          { term: "Day", value: <Day value={entry.workedOn} /> },
          { term: "Time", value: roundedWords(entry) ?? <Minutes value={entry.durationMinutes} /> },
          { term: "Billable", value: entry.isBillable ? "Yes" : "No" },
          { term: "Note", value: <span className="whitespace-pre-line">{entry.note || "–"}</span> },
        ]}
      />
    </Card>
  );
}

function Services({ entry }: { entry: Entry }) {
  if (entry.services.length === 1) return entry.itemName ?? "–";
  return (
    <ul>
      {entry.services.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is all that tells two alike from each other
        <li key={at}>
          {part.name ?? "No service"}: <Minutes value={part.minutes} />
          {part.invoiceId ? `, on ${part.invoiceNumber ?? "a draft invoice"}` : ""}
        </li>
      ))}
    </ul>
  );
}
