"use client";

import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { FieldRow } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";

export type RhythmTyped = {
  frequency: string;
  interval: string;
  startsOn: string;
  dayOfMonth: string;
  ends: string;
  endsOn: string;
  occurrences: string;
};

const frequencies = [
  { value: "weekly", label: "Weeks" },
  { value: "monthly", label: "Months" },
  { value: "quarterly", label: "Quarters" },
  { value: "yearly", label: "Years" },
];

const endings = [
  { value: "never", label: "Never" },
  { value: "on", label: "On a day" },
  { value: "after", label: "After a number of invoices" },
];

/** On which days, from when until when; only what the chosen rhythm and end need is asked for. */
export function RhythmFields({ plan }: { plan: RhythmTyped }) {
  const [frequency, setFrequency] = useState(plan.frequency);
  const [ends, setEnds] = useState(plan.ends);
  return (
    <>
      <FieldRow columns={3}>
        <TextField name="interval" label="Every" inputMode="numeric" defaultValue={plan.interval} />
        <SelectField
          name="frequency"
          label="Unit"
          defaultValue={plan.frequency}
          options={frequencies}
          onValueChange={setFrequency}
        />
        {frequency === "weekly" ? null : (
          <TextField
            name="dayOfMonth"
            label="Day of the month"
            inputMode="numeric"
            defaultValue={plan.dayOfMonth}
            hint="A shorter month uses its last day."
          />
        )}
      </FieldRow>
      <FieldRow columns={3}>
        <DateField
          name="startsOn"
          label="From"
          defaultValue={plan.startsOn}
          hint="From a past day, the missed invoices are made too, the last twelve at most."
        />
        <SelectField name="ends" label="Ends" defaultValue={plan.ends} options={endings} onValueChange={setEnds} />
        {ends === "on" ? <DateField name="endsOn" label="Last day" defaultValue={plan.endsOn} /> : null}
        {ends === "after" ? (
          <TextField name="occurrences" label="Invoices in all" inputMode="numeric" defaultValue={plan.occurrences} />
        ) : null}
      </FieldRow>
    </>
  );
}
