import { entryHref, sourceHref } from "@/components/accounting/links";
import { Day } from "@/components/display/day";
import { Moment } from "@/components/display/moment";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { findCorrections } from "@/lib/ledger/corrections";
import { sourceLabels } from "@/lib/ledger/posting";
import type { getEntry } from "@/lib/ledger/queries";

/** Where the entry comes from, who posted it and when, and the entry that takes it back. */
export function EntryFacts(props: {
  home: string;
  timeZone: string;
  corrections: Awaited<ReturnType<typeof findCorrections>>;
  record: Pick<Awaited<ReturnType<typeof getEntry>>, "entry" | "createdByName" | "reversedBy" | "reverses">;
}) {
  const { home, timeZone, record, corrections } = props;
  const { entry, createdByName, reversedBy, reverses } = record;
  const source = sourceHref(home, entry);
  const other = (found: { id: string; number: number }) => (
    <TextLink href={entryHref(home, found.id)}>Entry {found.number}</TextLink>
  );
  return (
    <Card title="Facts" footer="Posted entries never change. A mistake is taken back by an entry of its own.">
      <DescriptionList
        layout="lines"
        items={[
          { term: "Date", value: <Day value={entry.entryOn} /> },
          {
            term: "Source",
            value: source ? (
              <TextLink href={source}>{sourceLabels[entry.sourceType]}</TextLink>
            ) : (
              sourceLabels[entry.sourceType]
            ),
          },
          { term: "Posted by", value: createdByName ?? "The system" },
          { term: "Posted at", value: <Moment at={entry.createdAt} timeZone={timeZone} /> },
          ...(reverses ? [{ term: "Reverses", value: other(reverses) }] : []),
          ...(corrections.corrects
            ? [
                { term: "Corrects", value: other(corrections.corrects) },
                { term: "Because", value: corrections.corrects.reason },
              ]
            : []),
          ...corrections.correctedBy.map((one) => ({
            term: "Corrected by",
            value: (
              <>
                {other(one)}: {one.reason}
              </>
            ),
          })),
          ...(reversedBy ? [{ term: "Reversed by", value: other(reversedBy) }] : []),
        ]}
      />
    </Card>
  );
}
