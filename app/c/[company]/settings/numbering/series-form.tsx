"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { useFormContext } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { nextNumbers, patternTrouble, type Reset, type SeriesState, withPattern } from "@/lib/companies/number-pattern";
import type { PlainDate } from "@/lib/kernel/dates";
import { updateNumberingAction } from "./actions";

const resetOptions = [
  { value: "none", label: "Never" },
  { value: "monthly", label: "Each month" },
  { value: "yearly", label: "Each year" },
];

/** One series, with its next three numbers while it is typed: by the code that will number them. */
export function SeriesForm({
  companyId,
  label,
  series,
  today,
}: {
  companyId: string;
  label: string;
  series: SeriesState & { series: string; revision: number };
  today: PlainDate;
}) {
  const [pattern, setPattern] = useState(series.pattern);
  const [reset, setReset] = useState<string>(series.reset);
  const typed = pattern.trim();
  const trouble = patternTrouble(typed, reset as Reset);
  const next = trouble ? [] : nextNumbers(withPattern(series, typed, reset as Reset), today, 3);
  return (
    <Card title={label}>
      <Form action={updateNumberingAction} companyId={companyId} label={label}>
        <HiddenField name="series" value={series.series} />
        <HiddenField name="revision" value={String(series.revision)} />
        <div
          className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[minmax(0,1fr)_9.5rem]"
          onInput={({ target }) => {
            if (target instanceof HTMLInputElement && target.name === "pattern") setPattern(target.value);
          }}
        >
          <TextField
            name="pattern"
            label="Pattern"
            defaultValue={series.pattern}
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField
            name="beginsAnew"
            label="Restart at 1"
            defaultValue={series.reset}
            options={resetOptions}
            onValueChange={setReset}
          />
        </div>
        <Preview trouble={trouble} next={next} />
        <Submit variant="secondary">Save</Submit>
      </Form>
    </Card>
  );
}

/** A trouble that the field has beside it already is not told again. */
function Preview({ trouble, next }: { trouble: string | null; next: string[] }) {
  const { state } = useFormContext();
  const isToldThere = trouble !== null && state.fields.pattern !== undefined;
  return (
    <p aria-live="polite" className="min-h-6 text-sm break-words text-text-muted empty:min-h-0">
      {isToldThere ? null : (trouble ?? `Next: ${next.join(", ")}`)}
    </p>
  );
}
