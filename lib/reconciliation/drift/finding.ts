import type { PlainDate } from "@/lib/kernel/dates";
import type { Cents } from "@/lib/kernel/money";
import type { PostingLine } from "@/lib/ledger/posting";

/** The named repairs; each is proposed, shown and approved, and none happens by itself. */
export const repairKinds = ["post_missing", "apply_unapplied", "recalculate"] as const;
export type RepairKind = (typeof repairKinds)[number];

/** What is not as it should be, with the one repair that would mend it. */
export type Finding = {
  kind: RepairKind;
  /** With the kind it names the finding; an approval that finds another one there is refused. */
  subjectId: string;
  title: string;
  explanation: string;
  /** Below `/c/[company]`: the record that it is about. */
  path: string | null;
  /** The entry that the repair would post; null where it posts none. */
  entry: { entryOn: PlainDate; memo: string; lines: ProposedLine[] } | null;
  /** What else would change: the figure as it is kept, and as it should be. */
  change: { what: string; before: Cents; after: Cents } | null;
};

/** A line as it would be posted, with the account's name. */
export type ProposedLine = { account: string; amountCents: Cents };

export type AccountNames = { byRole: Map<string, string>; byId: Map<string, string> };

export function proposed(lines: PostingLine[], names: AccountNames): ProposedLine[] {
  return lines
    .filter((line) => line.amountCents !== 0)
    .map(({ account, amountCents }) => ({
      account: ("id" in account ? names.byId.get(account.id) : names.byRole.get(account.role)) ?? "?",
      amountCents,
    }));
}
