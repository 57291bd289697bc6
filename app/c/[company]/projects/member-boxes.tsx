"use client";

import { FieldError } from "@/components/form/field";
import { typedValues, useFieldState, useFormContext } from "@/components/form/form-context";

const name = "memberIds[]";

/** Who works on the project. The first box carries the field's id, so that the error summary leads to it. */
export function MemberBoxes({
  members,
  assigned,
}: {
  members: { id: string; name: string; role: string }[];
  assigned: string[];
}) {
  const field = useFieldState(name, undefined);
  const ticked = typedValues(useFormContext().state, name) ?? assigned;
  return (
    <fieldset aria-describedby={`${field.hintId}${field.error ? ` ${field.errorId}` : ""}`}>
      <legend className="font-medium">Members</legend>
      <p id={field.hintId} className="mb-1 text-sm text-text-muted">
        Staff see a project, and enter time on it, when they are ticked here. Managers see all.
      </p>
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
      <div key={ticked.join()} className="grid gap-x-6 sm:grid-cols-2">
        {members.map((member, index) => {
          const id = index === 0 ? field.id : `${field.id}-${member.id}`;
          return (
            <label
              key={member.id}
              htmlFor={id}
              className="flex w-fit items-center gap-2.5 py-1.5 pointer-coarse:min-h-11"
            >
              <input
                id={id}
                type="checkbox"
                name={name}
                value={member.id}
                defaultChecked={ticked.includes(member.id)}
                className="size-4 shrink-0 accent-primary pointer-coarse:size-5"
              />
              <span>
                {member.name} <span className="text-text-muted">{member.role}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
