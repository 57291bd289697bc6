import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { returnTimeAction } from "../actions";

/** Opens an approved entry again: back to its member, with the reason. */
export function ReturnForm({ companyId, timeEntryId }: { companyId: string; timeEntryId: string }) {
  return (
    <Card title="Return to draft">
      <Form action={returnTimeAction} companyId={companyId} inline label="Return to draft">
        <HiddenField name="timeEntryIds[]" value={timeEntryId} />
        <TextField name="reason" label="Reason" hint="Its member reads it beside the entry." />
        <Submit variant="secondary" icon="undo" pendingText="Returning…">
          Return to draft
        </Submit>
      </Form>
    </Card>
  );
}
