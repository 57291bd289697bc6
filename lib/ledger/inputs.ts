import { z } from "zod";
import {
  checkbox,
  dayField,
  idField,
  jsonList,
  moneyField,
  optionalId,
  optionalText,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { accountTypes } from "./account";

const code = textField("a code", { max: 24 }).refine((text) => /^[0-9A-Za-z.-]+$/.test(text), {
  message: "Use letters, digits, dots and hyphens.",
});

export const newAccountInput = z.object({
  code,
  name: textField("a name", { max: 120 }),
  type: z.enum(accountTypes, { error: "Choose a type." }),
  /** Money is received into it and paid from it. */
  isBank: checkbox(),
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

export const journalEntryInput = z
  .object({
    entryOn: dayField("a date"),
    memo: textField("a memo", { max: 240 }),
    lines: jsonList(
      z.array(journalLine).min(2, "An entry needs at least two lines.").max(200, "An entry has 200 lines at most."),
    ),
    /** The entry that this one sets right, and why. */
    correctsEntryId: optionalId("journalEntry", "an entry").optional(),
    correctionReason: optionalText("a reason", { max: 500 }).optional(),
  })
  .refine((entry) => !entry.correctsEntryId || entry.correctionReason, {
    message: "Enter a reason.",
    path: ["correctionReason"],
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

const reason = optionalText("a reason", { max: 500 });

/** A form sends each reason as `reason.<point>`; they come out as `reasons`. */
export const closePeriodInput = z.preprocess(
  gatherReasons,
  z.object({
    periodId: idField("period", "a period"),
    note: optionalText("a note", { max: 1_000 }),
    reasons: z.record(z.string(), reason).default({}),
  }),
);

export const reopenPeriodInput = z.object({
  periodId: idField("period", "a period"),
  reason: textField("a reason", { max: 1_000 }),
});

export const deletePeriodInput = z.object({ periodId: idField("period", "a period") });

export const yearInput = z.object({ endsOn: dayField("the last day of the year") });

export const reopenYearInput = yearInput.extend({ reason: textField("a reason", { max: 200 }) });

const openingLine = z
  .object({
    accountId: idField("account", "an account"),
    debit: z.preprocess(orZero, moneyField("a debit")),
    credit: z.preprocess(orZero, moneyField("a credit")),
  })
  .refine((line) => line.debit === 0 || line.credit === 0, {
    message: "A balance is a debit or a credit, one of the two.",
    path: ["debit"],
  });

export const openingInput = z.object({
  openedOn: dayField("a date"),
  lines: jsonList(z.array(openingLine).min(1, "Enter the balances first.").max(2_000, "2,000 accounts at most.")),
});

export const takeBackOpeningInput = z.object({ reason: textField("a reason", { max: 200 }) });

export type YearInput = z.output<typeof yearInput>;
export type ReopenYearInput = z.output<typeof reopenYearInput>;
export type OpeningInput = z.output<typeof openingInput>;
export type TakeBackOpeningInput = z.output<typeof takeBackOpeningInput>;
export type NewAccountInput = z.output<typeof newAccountInput>;
export type EditAccountInput = z.output<typeof editAccountInput>;
export type AccountInput = z.output<typeof accountInput>;
export type JournalEntryInput = z.output<typeof journalEntryInput>;
export type ReverseEntryInput = z.output<typeof reverseEntryInput>;
export type NewPeriodInput = z.output<typeof newPeriodInput>;
export type ClosePeriodInput = z.output<typeof closePeriodInput>;
export type ReopenPeriodInput = z.output<typeof reopenPeriodInput>;
export type DeletePeriodInput = z.output<typeof deletePeriodInput>;

function gatherReasons(value: unknown): unknown {
  if (typeof value !== "object" || value === null || "reasons" in value) return value;
  const said = Object.entries(value).filter(([name]) => name.startsWith("reason."));
  return { ...value, reasons: Object.fromEntries(said.map(([name, text]) => [name.slice("reason.".length), text])) };
}

function orZero(value: unknown): unknown {
  return typeof value === "string" && value.trim() === "" ? "0" : value;
}
