import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { YearSummary } from "@/lib/ledger/fiscal-years";
import { closeYearAction, reopenYearAction } from "../actions";

export function CloseYear({ companyId, year, again }: { companyId: string; year: YearSummary; again: boolean }) {
  const words = again ? `Close ${year.name} again` : `Close ${year.name}`;
  return (
    <Form
      action={closeYearAction}
      companyId={companyId}
      inline
      confirm={{
        title: `${words}?`,
        facts: [{ term: "To retained earnings", value: formatDollars(year.netCents) }],
        effect:
          "Posts the entry above. Profit and loss of the year stays readable as it is; an owner can take it back.",
        action: words,
      }}
    >
      <HiddenField name="endsOn" value={year.endsOn} />
      <Submit icon="lock" pendingText="Closing…">
        {words}
      </Submit>
    </Form>
  );
}

/** Folded away: an owner's, with a reason. */
export function ReopenYear({ companyId, year }: { companyId: string; year: YearSummary }) {
  return (
    <Card className="print:hidden">
      <Fold title={`Reopen ${year.name}…`}>
        <p className="mt-3 max-w-[70ch] text-text-muted">
          The mirror of the closing entry is posted on the same day. Both stay, and the year can be closed anew.
        </p>
        <Form action={reopenYearAction} companyId={companyId} className="mt-4">
          <HiddenField name="endsOn" value={year.endsOn} />
          <TextField name="reason" label="Reason" />
          <Submit variant="danger" icon="lock-open" pendingText="Reopening…">
            Reopen {year.name}
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}
