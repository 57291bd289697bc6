import { CheckboxField } from "@/components/form/choice-fields";
import { ComboboxField, type ComboboxOption } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { DurationField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";
import type { PickableWork } from "./pickable-work";
import { ServiceSplit } from "./service-split";

type Entry = {
  id: string;
  revision: number;
  projectId: string;
  itemId: string | null;
  workedOn: string;
  durationMinutes: number;
  services: { itemId: string | null; minutes: number }[];
  isBillable: boolean;
  note: string;
};

export function EntryForm(props: {
  action: FormAction;
  companyId: string;
  home: string;
  work: PickableWork;
  /** For whom it may be entered: managers choose, everybody else enters his own. */
  members: ComboboxOption[] | null;
  entry?: Entry;
  start: { projectId: string; workedOn: string; memberId?: string };
  cancelHref: string;
}) {
  const { action, companyId, home, work, members, entry, start, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {entry ? (
        <>
          <HiddenField name="timeEntryId" value={entry.id} />
          <HiddenField name="revision" value={String(entry.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          {members ? (
            <ComboboxField name="memberId" label="Member" options={members} defaultValue={start.memberId} />
          ) : null}
          <ServiceSplit
            services={work.services}
            rows={(entry?.services ?? [])
              .slice(1)
              .map((part) => ({ itemId: part.itemId ?? "", minutes: formatMinutes(part.minutes) }))}
            total={entry ? formatMinutes(entry.durationMinutes) : ""}
          >
            <FieldRow>
              <ComboboxField
                name="projectId"
                label="Project"
                options={work.projects}
                searchUrl={work.hasMoreProjects ? `${home}/projects/choices` : undefined}
                defaultValue={start.projectId}
                placeholder="Choose a project"
              />
              <SelectField
                name="itemId"
                label="Service"
                options={work.services}
                placeholder="No service"
                defaultValue={entry?.itemId ?? ""}
                optional
              />
            </FieldRow>
            <FieldRow>
              <DateField name="workedOn" label="Day" defaultValue={start.workedOn} />
              <DurationField
                name="durationMinutes"
                label="Time"
                defaultValue={entry ? formatMinutes(entry.durationMinutes) : ""}
              />
            </FieldRow>
          </ServiceSplit>
          <TextArea name="note" label="Note" defaultValue={entry?.note} optional />
          <CheckboxField
            name="isBillable"
            label="Billable"
            hint="Approved billable time can be invoiced to the client."
            defaultChecked={entry?.isBillable ?? true}
          />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{entry ? "Save time" : "Add time"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}
