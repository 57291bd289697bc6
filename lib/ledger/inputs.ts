import { z } from "zod";
import { dayField, idField, jsonList, moneyField, optionalText, revisionField, textField } from "@/lib/kernel/fields";
import { accountTypes } from "./account";

const code = textField("a code", { max: 24 }).refine((text) => /^[0-9A-Za-z.-]+$/.test(text), {
  message: "Use letters, digits, dots and hyphens.",
});

export const newAccountInput = z.object({
  code,
  name: textField("a name", { max: 120 }),
  type: z.enum(accountTypes, { error: "Choose a type." }),
});

export const editAccountInput = newAccountInput.extend({
  accountId: idField("account", "an account"),
  revision: revisionField(),
});

export const accountInput = z.object({ accountId: idField("account", "an account") });

const journalLine = z
  .object({
    accountId: idField("account", "an account"),
    debit: z.preprocess(orZero, moneyField("a debit")),
    credit: z.preprocess(orZero, moneyField("a credit")),
    memo: optionalText("a memo", { max: 240 }),
  })
  .refine((line) => (line.debit === 0) !== (line.credit === 0), {
    message: "Enter a debit or a credit, one of the two.",
    path: ["debit"],
  });

export const journalEntryInput = z.object({
  entryOn: dayField("a date"),
  memo: textField("a memo", { max: 240 }),
  lines: jsonList(
    z.array(journalLine).min(2, "An entry needs at least two lines.").max(200, "An entry has 200 lines at most."),
  ),
});

export const reverseEntryInput = z.object({
  entryId: idField("journalEntry", "an entry"),
  entryOn: dayField("a date"),
  memo: textField("a reason", { max: 240 }),
});

export const newPeriodInput = z
  .object({
    name: optionalText("a name", { max: 60 }),
    startsOn: dayField("the first day"),
    endsOn: dayField("the last day"),
  })
  .refine((period) => period.endsOn >= period.startsOn, {
    message: "The last day lies before the first.",
    path: ["endsOn"],
  });

export const closePeriodInput = z.object({
  periodId: idField("period", "a period"),
  note: optionalText("a note", { max: 1_000 }),
});

export const reopenPeriodInput = z.object({
  periodId: idField("period", "a period"),
  reason: textField("a reason", { max: 1_000 }),
});

export const deletePeriodInput = z.object({ periodId: idField("period", "a period") });

export type NewAccountInput = z.output<typeof newAccountInput>;
export type EditAccountInput = z.output<typeof editAccountInput>;
export type AccountInput = z.output<typeof accountInput>;
export type JournalEntryInput = z.output<typeof journalEntryInput>;
export type ReverseEntryInput = z.output<typeof reverseEntryInput>;
export type NewPeriodInput = z.output<typeof newPeriodInput>;
export type ClosePeriodInput = z.output<typeof closePeriodInput>;
export type ReopenPeriodInput = z.output<typeof reopenPeriodInput>;
export type DeletePeriodInput = z.output<typeof deletePeriodInput>;

function orZero(value: unknown): unknown {
  return typeof value === "string" && value.trim() === "" ? "0" : value;
}
