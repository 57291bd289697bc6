import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { reverseEntryAction } from "../actions";

type Reversible = { id: string; number: number; entryOn: PlainDate; totalCents: number };

/** Folded away: rare, and in the books for ever. */
export function ReverseForm(props: { companyId: string; entry: Reversible; today: PlainDate }) {
  const { companyId, entry, today } = props;
  const amount = formatDollars(entry.totalCents);
  return (
    <Card className="print:hidden">
      <Fold title="Reverse this entry…">
        <p className="mt-3 max-w-[70ch] text-text-muted">
          The same lines are posted with debits and credits exchanged, on the day that you choose. Both entries stay and
          name each other.
        </p>
        <Form
          action={reverseEntryAction}
          companyId={companyId}
          className="mt-4"
          confirm={{
            title: `Reverse entry ${entry.number}?`,
            facts: [{ term: "Amount", value: amount }],
            effect: `Posts the mirror of entry ${entry.number}: ${amount} go back to where they came from. An entry can be reversed once.`,
            action: "Reverse entry",
          }}
        >
          <HiddenField name="entryId" value={entry.id} />
          <FieldRow>
            <TextField name="memo" label="Reason" hint="It is the memo of the new entry." />
            <DateField
              name="entryOn"
              label="Date of the reversal"
              defaultValue={today > entry.entryOn ? today : entry.entryOn}
              min={entry.entryOn}
            />
          </FieldRow>
          <Submit variant="secondary" icon="undo" pendingText="Reversing…">
            Reverse entry
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}
