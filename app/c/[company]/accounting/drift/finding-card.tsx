import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Card } from "@/components/ui/card";
import { HeadCell, NumericCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { Finding, RepairKind } from "@/lib/reconciliation/drift";
import { approveRepairAction } from "./actions";

const repairWords: Record<RepairKind, string> = {
  post_missing: "Post the missing entry",
  apply_unapplied: "Apply the credit",
  recalculate: "Recalculate",
};

/** What is wrong, the entry that would mend it, and the button for whoever may approve it. */
export function FindingCard({ scope, home, finding }: { scope: Scope; home: string; finding: Finding }) {
  const { kind, subjectId, title, explanation, path, entry, change } = finding;
  return (
    <Card title={title}>
      <div className="space-y-4">
        <p className="max-w-[70ch] text-pretty text-text-muted">
          {explanation} {path ? <TextLink href={`${home}${path}`}>Open the record</TextLink> : null}
        </p>
        {entry ? <ProposedEntry entry={entry} /> : null}
        {change ? (
          <p className="tabular-nums">
            {change.what}: <Money cents={change.before} /> becomes <Money cents={change.after} />
          </p>
        ) : null}
        {scope.can("books.repair") ? (
          <Form
            action={approveRepairAction}
            companyId={scope.company.id}
            inline
            confirm={{
              title: `${repairWords[kind]}?`,
              facts: entry
                ? [
                    { term: "Date", value: formatDay(entry.entryOn) },
                    { term: "Amount", value: formatDollars(amountOf(entry)) },
                  ]
                : [],
              effect: entry
                ? `Posts the entry shown: ${entry.memo}. The audit log keeps your name.`
                : "Adds up the kept sums of all months again from the lines. No line and no document changes.",
              action: repairWords[kind],
            }}
          >
            <HiddenField name="kind" value={kind} />
            <HiddenField name="subjectId" value={subjectId} />
            <Submit variant="secondary" pendingText="Repairing…">
              {repairWords[kind]}
            </Submit>
          </Form>
        ) : (
          <p className="text-sm text-text-muted">An admin or owner can approve this repair.</p>
        )}
      </div>
    </Card>
  );
}

function amountOf({ lines }: NonNullable<Finding["entry"]>): number {
  return lines.reduce((sum, line) => sum + Math.max(line.amountCents, 0), 0);
}

function ProposedEntry({ entry }: { entry: NonNullable<Finding["entry"]> }) {
  return (
    <div>
      <p className="text-sm text-text-muted">
        Would be posted on <Day value={entry.entryOn} />: {entry.memo}
      </p>
      <Table caption="The entry that the repair would post" bare cards>
        <TableHead>
          <HeadCell>Account</HeadCell>
          <HeadCell numeric className="w-32">
            Debit
          </HeadCell>
          <HeadCell numeric className="w-32">
            Credit
          </HeadCell>
        </TableHead>
        <tbody>
          {entry.lines
            .toSorted((a, b) => b.amountCents - a.amountCents)
            .map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one proposal never move
              <TableRow key={n} cards>
                <RowHead place="title">{line.account}</RowHead>
                <NumericCell label="Debit">
                  {line.amountCents > 0 ? <Money cents={line.amountCents} /> : null}
                </NumericCell>
                <NumericCell label="Credit">
                  {line.amountCents < 0 ? <Money cents={0 - line.amountCents} /> : null}
                </NumericCell>
              </TableRow>
            ))}
        </tbody>
      </Table>
    </div>
  );
}
