import { z } from "zod";
import { invoiceLineInput } from "@/lib/invoicing/inputs";
import { maxLines } from "@/lib/invoicing/invoice";
import {
  checkbox,
  dayField,
  discountField,
  idField,
  jsonList,
  optionalDay,
  optionalId,
  optionalText,
  percentField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { frequencies } from "./plan";

const ends = ["never", "on", "after"] as const;

const plan = {
  name: textField("a name", { max: 160 }),
  clientId: idField("client", "a client"),
  projectId: optionalId("project", "a project"),
  useProjectNumbers: checkbox(),
  frequency: z.enum(frequencies, { error: "Choose how often." }),
  interval: wholeNumber("Enter a whole number from 1 to 99.", 1, 99),
  startsOn: dayField("the first day"),
  dayOfMonth: optionalWhole("Enter a day from 1 to 31.", 1, 31),
  ends: z.enum(ends, { error: "Choose when it ends." }),
  endsOn: optionalDay("the last day"),
  occurrences: optionalWhole("Enter a whole number from 1 to 999.", 1, 999),
  dueDays: wholeNumber("Enter a whole number of days from 0 to 365.", 0, 365),
  issues: z.enum(["automatically", "draft"], { error: "Choose what becomes of each." }),
  reference: optionalText("a reference", { max: 100 }),
  notes: optionalText("notes", { max: 4_000 }),
  taxPercent: percentField("a tax percentage"),
  discount: discountField("a discount"),
  lines: jsonList(z.array(invoiceLineInput).max(maxLines, `An invoice has ${maxLines} lines at most.`)),
};

export const newPlanInput = z.preprocess(withoutUnused, z.object(plan).superRefine(complete));
export const editPlanInput = z.preprocess(
  withoutUnused,
  z.object({ planId: idField("recurringPlan", "a plan"), revision: revisionField(), ...plan }).superRefine(complete),
);
export const planInput = z.object({ planId: idField("recurringPlan", "a plan") });

export type NewPlanInput = z.output<typeof newPlanInput>;
export type EditPlanInput = z.output<typeof editPlanInput>;
export type PlanInput = z.output<typeof planInput>;

/** What the chosen rhythm and end do not use is not read. */
function withoutUnused(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const { frequency, ends: end, ...rest } = input as Record<string, unknown>;
  const unused = [
    ...(frequency === "weekly" ? ["dayOfMonth"] : []),
    ...(end === "on" ? [] : ["endsOn"]),
    ...(end === "after" ? [] : ["occurrences"]),
  ];
  return { ...rest, frequency, ends: end, ...Object.fromEntries(unused.map((name) => [name, ""])) };
}

type Typed = {
  frequency: string;
  ends: string;
  startsOn: string;
  endsOn: string | null;
  dayOfMonth: number | null;
  occurrences: number | null;
};

function complete(input: Typed, context: z.RefinementCtx): void {
  const miss = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (input.frequency !== "weekly" && input.dayOfMonth === null) miss("dayOfMonth", "Enter a day from 1 to 31.");
  if (input.ends === "on" && input.endsOn === null) miss("endsOn", "Enter the last day.");
  if (input.ends === "after" && input.occurrences === null) miss("occurrences", "Enter how many there are in all.");
  if (input.endsOn !== null && input.endsOn < input.startsOn) miss("endsOn", "The last day lies before the first.");
}

function wholeNumber(sentence: string, least: number, most: number) {
  return z
    .string({ error: sentence })
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most, sentence)
    .transform(Number);
}

function optionalWhole(sentence: string, least: number, most: number) {
  const isBlank = (value: unknown) => value === undefined || (typeof value === "string" && value.trim() === "");
  return z.preprocess((value) => (isBlank(value) ? null : value), wholeNumber(sentence, least, most).nullable());
}
