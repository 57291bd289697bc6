"use client";

import { useMemo, useState } from "react";
import { RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import type { Grouping } from "@/lib/invoicing/inputs";
import type { BillableTime } from "@/lib/invoicing/time-lines";
import type { FormAction } from "@/lib/kernel/form-state";
import type { listUnbilledTime } from "@/lib/time/queries";
import { choosable } from "./choosable";
import { ChosenTime } from "./chosen-time";
import { TimePreview } from "./time-preview";

type Minutes = Awaited<ReturnType<typeof listUnbilledTime>>[number];

const columns: Column[] = [
  { key: "day", label: "Day", kind: "date", phone: "line" },
  { key: "project", label: "Project", kind: "text", subKey: "note", phone: "title" },
  { key: "service", label: "Service", kind: "text" },
  { key: "member", label: "Member", kind: "text" },
  { key: "minutes", label: "Time", kind: "minutes", phone: "line" },
  { key: "rate", label: "Rate", kind: "money", phone: "line" },
  { key: "amount", label: "Amount", kind: "money", phone: "figure" },
];

const choices: { value: Grouping; label: string; hint: string }[] = [
  { value: "service", label: "By service", hint: "One line for each service and rate" },
  { value: "entry", label: "By entry", hint: "Every entry with its day and note" },
  { value: "one", label: "One line", hint: "The whole work as one sum" },
];

/** Which time goes on the invoice and how it is grouped; the lines that this makes stand below, before anything is made. */
export function TimeChoice(props: {
  action: FormAction;
  companyId: string;
  clientId: string;
  projectId: string | null;
  time: Minutes[];
  /** As this client's last invoice was grouped. */
  lastGrouping: Grouping;
  cancelHref: string;
}) {
  const { action, companyId, clientId, projectId, time, lastGrouping, cancelHref } = props;
  const rows = useMemo(() => choosable(time), [time]);
  const [ids, setIds] = useState(() => rows.map((row) => row.id).join(" "));
  const [grouping, setGrouping] = useState(lastGrouping);
  const chosen = useMemo(() => {
    const ticked = new Set(ids.split(" "));
    return time.flatMap((row): BillableTime[] =>
      ticked.has(row.id) && row.rateCents !== null ? [{ ...row, rateCents: row.rateCents }] : [],
    );
  }, [time, ids]);
  const flat = [...new Set(time.flatMap((row) => (row.billing === "flat" ? [row.projectLabel] : [])))];
  return (
    <Form action={action} companyId={companyId}>
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
        bulkActions={<ChosenTime entries={rows} onChosen={setIds} />}
      />
      <Card>
        <div
          onChange={({ target }) => {
            const value = target instanceof HTMLInputElement ? target.value : "";
            setGrouping((now) => choices.find((known) => known.value === value)?.value ?? now);
          }}
        >
          <RadioGroup name="grouping" label="Group the time" options={choices} defaultValue={lastGrouping} inline />
        </div>
      </Card>
      <TimePreview time={chosen} grouping={grouping} />
      <FormActions sticky>
        <Submit pendingText="Drafting…">Create draft invoice</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
