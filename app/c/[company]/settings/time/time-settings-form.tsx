import { CheckboxField, RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FieldRow, Fieldset, FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { getTimeSettings } from "@/lib/companies/time-settings";
import { updateTimeSettingsAction } from "./actions";

type Settings = Awaited<ReturnType<typeof getTimeSettings>>;

const modes = [
  { value: "none", label: "No rounding", hint: "Minutes are recorded as they were worked" },
  { value: "nearest", label: "Nearest", hint: "With steps of 15: 1:07 is 1:00, and 1:08 is 1:15" },
  { value: "up", label: "Up", hint: "With steps of 15: 1:01 is 1:15; 1:15 stays" },
  { value: "down", label: "Down", hint: "With steps of 15: 1:14 is 1:00; less than one step stays as worked" },
];

export function TimeSettingsForm({ companyId, settings }: { companyId: string; settings: Settings }) {
  const { rounding, needsApproval, ownApproval, revision } = settings;
  return (
    <Form action={updateTimeSettingsAction} companyId={companyId} className="max-w-3xl">
      <HiddenField name="revision" value={String(revision)} />
      <Card>
        <Fieldset
          legend="Rounding"
          hint="When the timer is stopped, and when time is entered. What was worked is kept beside it."
        >
          <RadioGroup name="timeRounding" label="Round time" options={modes} defaultValue={rounding.mode} />
          <FieldRow>
            <TextField
              name="timeRoundingMinutes"
              label="To steps of minutes"
              inputMode="numeric"
              defaultValue={String(rounding.stepMinutes)}
              hint="1 to 60."
            />
            <TextField
              name="timeMinimumMinutes"
              label="Shortest time, minutes"
              inputMode="numeric"
              defaultValue={String(rounding.minimumMinutes)}
              hint="A whole multiple of the step, or 0 for none."
            />
          </FieldRow>
        </Fieldset>
      </Card>
      <Card>
        <Fieldset legend="Approval">
          <CheckboxField
            name="timeNeedsApproval"
            label="Submitted time waits for approval"
            hint="Without it, time is approved as soon as it is submitted."
            defaultChecked={needsApproval}
          />
          <CheckboxField
            name="timeOwnApproval"
            label="Managers may approve their own time"
            hint="Without it, their time waits for another manager, where there is one."
            defaultChecked={ownApproval}
          />
        </Fieldset>
      </Card>
      <FormActions sticky>
        <Submit>Save rules</Submit>
      </FormActions>
    </Form>
  );
}
