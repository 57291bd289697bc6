import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import { deleteTimeEntryAction, submitTimeAction } from "../actions";

type Entry = { id: string; status: string; projectLabel: string; workedOn: PlainDate; durationMinutes: number };

export function EntryActions({ companyId, entry, mayEdit }: { companyId: string; entry: Entry; mayEdit: boolean }) {
  return (
    <>
      {entry.status === "draft" && mayEdit ? (
        <Form action={submitTimeAction} companyId={companyId} inline>
          <HiddenField name="timeEntryIds[]" value={entry.id} />
          <Submit variant="secondary" icon="send" pendingText="Submitting…">
            Submit
          </Submit>
        </Form>
      ) : null}
      {mayEdit ? (
        <Form
          action={deleteTimeEntryAction}
          companyId={companyId}
          inline
          confirm={{
            title: "Delete this time entry?",
            facts: [
              { term: "Project", value: entry.projectLabel },
              { term: "Day", value: formatDay(entry.workedOn) },
              { term: "Time", value: formatMinutes(entry.durationMinutes) },
            ],
            effect: "It is gone from every list. The audit log keeps what it said.",
            action: "Delete time entry",
            danger: true,
          }}
        >
          <HiddenField name="timeEntryId" value={entry.id} />
          <Submit variant="ghost" icon="trash" pendingText="Deleting…">
            Delete…
          </Submit>
        </Form>
      ) : null}
    </>
  );
}
