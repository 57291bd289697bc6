import { Minutes } from "@/components/display/minutes";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { Column, Row } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/kernel/dates";
import type { listSubmittedTime } from "@/lib/time/approval-queries";
import { decideTimeAction } from "../actions";

type Submitted = Awaited<ReturnType<typeof listSubmittedTime>>[number];

const columns: Column[] = [
  { key: "day", label: "Day", kind: "link", hrefKey: "href" },
  { key: "project", label: "Project", kind: "text", subKey: "client" },
  { key: "work", label: "Work", kind: "text", subKey: "note" },
  { key: "minutes", label: "Time", kind: "minutes", subKey: "charge" },
];

/** One member's submitted time: tick, then approve, or return with a reason. One's own waits for somebody else. */
export function ApprovalCard({
  home,
  companyId,
  entries,
  mayApprove,
}: {
  home: string;
  companyId: string;
  entries: Submitted[];
  mayApprove: boolean;
}) {
  const name = entries[0]?.memberName ?? "";
  const table = {
    caption: `Submitted time of ${name}`,
    columns,
    rows: entries.map((entry) => rowOf(home, entry)),
    rowKey: "id",
  };
  const minutes = entries.reduce((sum, entry) => sum + entry.durationMinutes, 0);
  return (
    <Card title={name} description={<Minutes value={minutes} />}>
      {mayApprove ? (
        <Form action={decideTimeAction} companyId={companyId} inline label={`Time of ${name}`}>
          <ReturnOnEnter />
          <DataTable
            {...table}
            selectable={{ name: "timeEntryIds[]" }}
            bulkActions={
              <Submit name="intent" value="approve" icon="check" pendingText="Approving…">
                Approve
              </Submit>
            }
          />
          <div className="flex flex-wrap items-start gap-2">
            <TextField
              name="reason"
              label="Reason for a return"
              className="min-w-0 flex-1 basis-64 sm:max-w-md"
              optional
            />
            <Submit
              name="intent"
              value="return"
              variant="secondary"
              icon="undo"
              pendingText="Returning…"
              className="mt-6"
            >
              Return to draft
            </Submit>
          </div>
        </Form>
      ) : (
        <>
          <p className="mb-3 text-text-muted">This is your own time. Another manager approves it.</p>
          <DataTable {...table} />
        </>
      )}
    </Card>
  );
}

/** Enter in the reason presses the form's first button: that must be the return, or it would approve. */
function ReturnOnEnter() {
  return <button type="submit" name="intent" value="return" hidden aria-hidden="true" tabIndex={-1} />;
}

function rowOf(home: string, entry: Submitted): Row {
  return {
    id: entry.id,
    day: formatDay(entry.workedOn),
    href: `${home}/time/${entry.id}`,
    project: entry.projectLabel,
    client: entry.clientName,
    work: entry.itemName ?? entry.note.slice(0, 200),
    note: entry.itemName ? entry.note.slice(0, 200) : "",
    minutes: entry.durationMinutes,
    charge: entry.isBillable ? "" : "Not billable",
  };
}
