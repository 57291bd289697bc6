import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { submitWeekAction } from "./actions";

/** One's own drafts of the shown week, all at once. */
export function SubmitWeek({ companyId, day, drafts }: { companyId: string; day: string; drafts: number }) {
  return (
    <Form action={submitWeekAction} companyId={companyId} inline>
      <HiddenField name="day" value={day} />
      <Submit variant="secondary" icon="send" pendingText="Submitting…">
        {`Submit week (${drafts})`}
      </Submit>
    </Form>
  );
}
