import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { Scope } from "@/lib/access/scope";
import type { PeriodId } from "@/lib/kernel/ids";
import { reopenPeriodAction } from "../actions";
import { WhoMay } from "./who-may";

/** The way back, folded away: an owner's, from the latest period on. `laterClosed` names those that come first. */
export function Reopen(props: {
  scope: Scope<"members.read">;
  period: { id: PeriodId; name: string };
  laterClosed: string[];
}) {
  const { scope, period, laterClosed } = props;
  if (!scope.can("periods.reopen"))
    return (
      <Banner kind="lock" title="Only an owner reopens a period">
        <WhoMay scope={scope} may="periods.reopen" verb="reopen it, with a reason" />
      </Banner>
    );
  if (laterClosed.length > 0)
    return (
      <Banner kind="lock" title="Later periods rest on this one">
        To reopen {period.name}, reopen {new Intl.ListFormat("en-US").format(laterClosed)} first.
      </Banner>
    );
  return (
    <Card className="print:hidden">
      <Fold title={`Reopen ${period.name}…`}>
        <p className="mt-3 max-w-[70ch] text-text-muted">
          Figures that were reported may change. The certificate stays in the history, and a new close makes a new one.
        </p>
        <Form
          action={reopenPeriodAction}
          companyId={scope.company.id}
          className="mt-4"
          confirm={{
            title: `Reopen ${period.name}?`,
            effect: "Entries dated inside are possible again. Who reopened it and why stays in the audit log for good.",
            action: `Reopen ${period.name}`,
            danger: true,
          }}
        >
          <HiddenField name="periodId" value={period.id} />
          <TextArea name="reason" label="Reason" rows={2} />
          <Submit variant="danger" icon="lock-open" pendingText="Reopening…">
            Reopen {period.name}
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}
