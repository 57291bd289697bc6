import { entryHref } from "@/components/accounting/links";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { OpeningEntry } from "@/lib/ledger/opening";
import { takeBackOpeningAction } from "./actions";

/** The one that stands, and the way to take it back. */
export function StandingOpening(props: { home: string; companyId: string; opening: OpeningEntry }) {
  const { home, companyId, opening } = props;
  return (
    <div className="max-w-3xl space-y-5">
      <Banner kind="success" title={`Opening balances on ${formatDay(opening.entryOn)} stand`}>
        They are <TextLink href={entryHref(home, opening.id)}>entry {opening.number}</TextLink> of{" "}
        {formatDollars(opening.totalCents)}.
      </Banner>
      <Card>
        <Fold title="Take them back…">
          <p className="mt-3 max-w-[70ch] text-text-muted">
            The mirror of the entry is posted on the same day. Both stay, and others can be entered.
          </p>
          <Form action={takeBackOpeningAction} companyId={companyId} className="mt-4">
            <TextField name="reason" label="Reason" />
            <Submit variant="danger" icon="undo" pendingText="Taking back…">
              Take back opening balances
            </Submit>
          </Form>
        </Fold>
      </Card>
    </div>
  );
}
