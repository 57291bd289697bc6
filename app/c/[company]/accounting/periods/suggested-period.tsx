import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { firstOfMonth, formatDays, formatMonth, lastOfMonth, type PlainDate } from "@/lib/kernel/dates";
import { createPeriodAction } from "./actions";

/** The next period by one press. */
export function SuggestedPeriod(props: { companyId: string; startsOn: PlainDate; endsOn: PlainDate; first?: boolean }) {
  const { companyId, startsOn, endsOn, first } = props;
  const isMonth = startsOn === firstOfMonth(startsOn) && endsOn === lastOfMonth(startsOn);
  return (
    <Form action={createPeriodAction} companyId={companyId} inline>
      <HiddenField name="startsOn" value={startsOn} />
      <HiddenField name="endsOn" value={endsOn} />
      <Submit variant={first ? "primary" : "ghost"} icon="plus" pendingText="Making…">
        {isMonth ? `Add ${formatMonth(startsOn)}` : `Add ${formatDays(startsOn, endsOn)}`}
      </Submit>
    </Form>
  );
}
