import { Minutes } from "@/components/display/minutes";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { Column, Row } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/kernel/dates";
import type { MemberId } from "@/lib/kernel/ids";
import type { listSubmittedTime } from "@/lib/time/approval-queries";
import { weekOf } from "@/lib/time/week";
import { approveWeekAction, decideTimeAction } from "../actions";

type Submitted = Awaited<ReturnType<typeof listSubmittedTime>>["entries"][number];

const columns: Column[] = [
  { key: "day", label: "Day", kind: "link", hrefKey: "href", subKey: "entered" },
  { key: "project", label: "Project", kind: "text", subKey: "client" },
  { key: "work", label: "Work", kind: "text", subKey: "note" },
  { key: "minutes", label: "Time", kind: "minutes", subKey: "charge" },
];

/**
 * One member's submitted time of a week: all of it with one press, or tick, then approve, or return with a reason. One's
 * own waits for somebody else, and what one entered for another says so.
 */
export function ApprovalCard({
  home,
  companyId,
  entries,
  isWhole,
  mayNot,
}: {
  home: string;
  companyId: string;
  entries: Submitted[];
  /** All of the week is shown, so all of it may be approved unread one by one. */
  isWhole: boolean;
  /** The approver, where nobody approves what is his own. */
  mayNot: MemberId | null;
}) {
  const [first] = entries;
  if (!first) return null;
  const name = first.memberName;
  const week = weekOf(first.workedOn);
  const mayApprove = first.memberId !== mayNot;
  const mayApproveAll = mayApprove && isWhole && !entries.some((entry) => isEnteredBy(mayNot, entry));
  const table = {
    caption: `Submitted time of ${name}, week of ${formatDay(week.from)}`,
    columns,
    rows: entries.map((entry) => rowOf(home, entry, mayNot)),
    rowKey: "id",
  };
  const minutes = entries.reduce((sum, entry) => sum + entry.durationMinutes, 0);
  return (
    <Card
      title={name}
      description={
        <>
          Week of {formatDay(week.from)}: <Minutes value={minutes} />
        </>
      }
      actions={mayApproveAll ? <ApproveWeek companyId={companyId} entry={first} count={entries.length} /> : null}
    >
      {mayApprove ? (
        <Form
          action={decideTimeAction}
          companyId={companyId}
          inline
          label={`Time of ${name}, week of ${formatDay(week.from)}`}
        >
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

function ApproveWeek({ companyId, entry, count }: { companyId: string; entry: Submitted; count: number }) {
  return (
    <Form
      action={approveWeekAction}
      companyId={companyId}
      inline
      label={`Approve the week of ${entry.memberName}, ${formatDay(weekOf(entry.workedOn).from)}`}
    >
      <HiddenField name="memberId" value={entry.memberId} />
      <HiddenField name="day" value={entry.workedOn} />
      <Submit variant="secondary" icon="check-check" pendingText="Approving…">
        {`Approve week (${count})`}
      </Submit>
    </Form>
  );
}

/** Enter in the reason presses the form's first button: that must be the return, or it would approve. */
function ReturnOnEnter() {
  return <button type="submit" name="intent" value="return" hidden aria-hidden="true" tabIndex={-1} />;
}

function isEnteredBy(memberId: MemberId | null, { enteredBy }: Submitted): boolean {
  return memberId !== null && enteredBy === memberId;
}

function rowOf(home: string, entry: Submitted, mayNot: MemberId | null): Row {
  return {
    id: entry.id,
    day: formatDay(entry.workedOn),
    entered: isEnteredBy(mayNot, entry) ? "Entered by you: another manager approves it" : "",
    href: `${home}/time/${entry.id}`,
    project: entry.projectLabel,
    client: entry.clientName,
    work: entry.itemName ?? entry.note.slice(0, 200),
    note: entry.itemName ? entry.note.slice(0, 200) : "",
    minutes: entry.durationMinutes,
    charge: entry.isBillable ? "" : "Not billable",
  };
}
