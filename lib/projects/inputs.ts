import { z } from "zod";
import { idField, optionalDay, optionalMoney, optionalText, revisionField, textField } from "@/lib/kernel/fields";
import { parseBudget } from "./budget";
import { projectBillings } from "./project";

const details = {
  name: textField("the project's name", { max: 160 }),
  description: optionalText("a description", { max: 4_000 }),
  billing: z.enum(projectBillings, { error: "Choose hourly or a flat fee." }),
  hourlyRateCents: optionalMoney("an hourly rate"),
  flatFeeCents: optionalMoney("a flat fee"),
  budgetMinutes: budgetField(),
  dueOn: optionalDay("a due date"),
  memberIds: z.preprocess(
    (value) => value ?? [],
    z
      .array(idField("member", "members"), { error: "Choose members from the list." })
      .max(500, "Choose 500 members or fewer."),
  ),
};

const feeNamed = {
  check: (project: { billing: string; flatFeeCents: number | null }) =>
    project.billing !== "flat" || project.flatFeeCents !== null,
  words: { message: "Enter the flat fee.", path: ["flatFeeCents"] },
};

export const newProjectInput = z.preprocess(
  withoutOtherAmount,
  z.object({ clientId: idField("client", "a client"), ...details }).refine(feeNamed.check, feeNamed.words),
);
export const editProjectInput = z.preprocess(
  withoutOtherAmount,
  z
    .object({ projectId: idField("project", "a project"), revision: revisionField(), ...details })
    .refine(feeNamed.check, feeNamed.words),
);
export const projectInput = z.object({ projectId: idField("project", "a project") });

export type NewProjectInput = z.output<typeof newProjectInput>;
export type EditProjectInput = z.output<typeof editProjectInput>;
export type ProjectInput = z.output<typeof projectInput>;

/** The form hides the amount that the chosen billing does not use; what may still stand in it is not read. */
function withoutOtherAmount(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("billing" in input)) return input;
  return { ...input, [input.billing === "flat" ? "hourlyRateCents" : "flatFeeCents"]: "" };
}

function budgetField() {
  const field = z.string({ error: "Enter a budget in hours." }).transform((text, context): number => {
    const result = parseBudget(text);
    if (result.ok) return result.value;
    context.addIssue({ code: "custom", message: result.sentence });
    return z.NEVER;
  });
  const isBlank = (value: unknown) => value === undefined || (typeof value === "string" && value.trim() === "");
  return z.preprocess((value) => (isBlank(value) ? null : value), field.nullable());
}
