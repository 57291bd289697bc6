import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { EstimateStanding } from "@/lib/invoicing/estimate";
import type { PlainDate } from "@/lib/kernel/dates";
import type { FormAction } from "@/lib/kernel/form-state";
import { acceptEstimateAction, declineEstimateAction, extendEstimateAction, withdrawEstimateAction } from "./actions";

type AnswerProps = {
  companyId: string;
  today: PlainDate;
  estimate: { id: string; validUntil: PlainDate };
  standing: EstimateStanding;
};

/** What the client said, or what the firm does while it says nothing. */
export function ClientsAnswer(props: AnswerProps) {
  return (
    <Card title="The client's answer" className="print:hidden">
      {props.standing === "expired" ? <Extend {...props} /> : <Accept {...props} />}
      <div className="mt-4 space-y-3 border-t border-border pt-4">
        {props.standing === "expired" ? null : (
          <Fold title="Extend the validity…">
            <div className="mt-3">
              <Extend {...props} />
            </div>
          </Fold>
        )}
        <Fold title="Record as declined…">
          <End {...props} action={declineEstimateAction} label="Declined on" button="Record as declined" />
        </Fold>
        <Fold title="Withdraw…">
          <End {...props} action={withdrawEstimateAction} label="Withdrawn on" button="Withdraw" />
        </Fold>
      </div>
    </Card>
  );
}

function Accept({ companyId, today, estimate }: AnswerProps) {
  return (
    <Form action={acceptEstimateAction} companyId={companyId}>
      <HiddenField name="estimateId" value={estimate.id} />
      <FieldRow>
        <TextField name="name" label="Accepted by" hint="The person who said yes. The name stays on the document." />
        <DateField name="acceptedOn" label="Accepted on" defaultValue={today} />
      </FieldRow>
      <Submit icon="check" pendingText="Saving…">
        Record as accepted
      </Submit>
    </Form>
  );
}

function Extend({ companyId, estimate }: AnswerProps) {
  return (
    <Form action={extendEstimateAction} companyId={companyId}>
      <HiddenField name="estimateId" value={estimate.id} />
      <DateField name="validUntil" label="Valid until" defaultValue={estimate.validUntil} className="max-w-60" />
      <Submit variant="secondary" icon="calendar" pendingText="Saving…">
        Extend
      </Submit>
    </Form>
  );
}

function End(props: AnswerProps & { action: FormAction; label: string; button: string }) {
  const { action, companyId, today, estimate, label, button } = props;
  return (
    <Form action={action} companyId={companyId} className="mt-3">
      <HiddenField name="estimateId" value={estimate.id} />
      <FieldRow>
        <TextField name="reason" label="Reason" />
        <DateField name="decidedOn" label={label} defaultValue={today} />
      </FieldRow>
      <Submit variant="secondary" pendingText="Saving…">
        {button}
      </Submit>
    </Form>
  );
}
