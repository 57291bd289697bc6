"use client";

import { CheckboxField } from "@/components/form/choice-fields";

/** Shown where a project is chosen. */
export function ProjectNumbersField({ defaultChecked }: { defaultChecked: boolean }) {
  return (
    <CheckboxField
      name="useProjectNumbers"
      label="Number by project"
      hint="The project’s number and a count within it, such as P-00012-3."
      defaultChecked={defaultChecked}
    />
  );
}
