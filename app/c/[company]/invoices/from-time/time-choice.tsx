import { RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { hoursOf, lineSubtotal } from "@/lib/kernel/money";
import type { listUnbilledTime } from "@/lib/time/queries";
import { invoiceTimeAction } from "../actions";
import { ChosenTime } from "./chosen-time";

type Entry = Awaited<ReturnType<typeof listUnbilledTime>>[number];

const columns: Column[] = [
  { key: "day", label: "Day", kind: "date", phone: "line" },
  { key: "project", label: "Project", kind: "text", subKey: "note", phone: "title" },
  { key: "service", label: "Service", kind: "text" },
  { key: "member", label: "Member", kind: "text" },
  { key: "minutes", label: "Time", kind: "minutes", phone: "line" },
  { key: "rate", label: "Rate", kind: "money", phone: "line" },
  { key: "amount", label: "Amount", kind: "money", phone: "figure" },
];

const groupings = [
  { value: "service", label: "By service", hint: "One line for each service and rate" },
  { value: "entry", label: "By entry", hint: "Every entry with its day and note" },
  { value: "one", label: "One line", hint: "The whole work as one sum" },
];

export function TimeChoice(props: {
  companyId: string;
  clientId: string;
  projectId: string | null;
  entries: Entry[];
  cancelHref: string;
}) {
  const { companyId, clientId, projectId, entries, cancelHref } = props;
  const rows = entries.map(rowOf);
  const flat = [...new Set(entries.flatMap((entry) => (entry.billing === "flat" ? [entry.projectLabel] : [])))];
  return (
    <Form action={invoiceTimeAction} companyId={companyId}>
      <HiddenField name="clientId" value={clientId} />
      {projectId ? <HiddenField name="projectId" value={projectId} /> : null}
      {flat.length > 0 ? (
        <Banner kind="warning" title="Some of this time is covered by a flat fee">
          {`${flat.join(", ")}: invoiced here it is charged by the hour, beside the fee. Untick what the fee pays for.`}
        </Banner>
      ) : null}
      <DataTable
        caption="Unbilled time"
        columns={columns}
        rows={rows}
        rowKey="id"
        selectable={{ name: "timeEntryIds[]", allAtFirst: true }}
        bulkActions={<ChosenTime entries={rows.map(({ id, minutes, amount }) => ({ id, minutes, amount }))} />}
      />
      <Card>
        <RadioGroup name="grouping" label="Group the time" options={groupings} defaultValue="service" inline />
      </Card>
      <FormActions sticky>
        <Submit pendingText="Drafting…">Create draft invoice</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function rowOf(entry: Entry) {
  return {
    id: entry.id,
    day: entry.workedOn,
    project: entry.projectLabel,
    note: entry.note,
    service: entry.itemName ?? "–",
    member: entry.memberName,
    minutes: entry.durationMinutes,
    rate: entry.rateCents,
    amount: entry.rateCents === null ? null : lineSubtotal(hoursOf(entry.durationMinutes), entry.rateCents),
  };
}
