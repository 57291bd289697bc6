import { Day } from "@/components/display/day";
import { TextLink } from "@/components/ui/text-link";
import type { PlainDate } from "@/lib/kernel/dates";
import { type SourceType, sourceLabels } from "@/lib/ledger/posting";
import { entryHref } from "./links";

type Entry = { id: string; number: number; sourceType: SourceType; entryOn: PlainDate };

/** Where a document is in the journal, for the foot of its card. */
export function EntriesSaid({ home, entries, none }: { home: string; entries: Entry[]; none: string }) {
  if (entries.length === 0) return none;
  return entries.map((entry) => (
    <p key={entry.id}>
      In the journal as <TextLink href={entryHref(home, entry.id)}>entry {entry.number}</TextLink>,{" "}
      {sourceLabels[entry.sourceType].toLowerCase()}, <Day value={entry.entryOn} />.
    </p>
  ));
}
