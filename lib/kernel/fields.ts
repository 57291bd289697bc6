import { z } from "zod";
import { isPlainDate, type PlainDate } from "./dates";
import { type Parsed, parseDiscount, parseMinutes, parseMoney, parsePercent, parseQuantity } from "./decimal-text";
import { type Id, type IdKind, idPattern } from "./ids";
import type { Cents, Quantity, RatePpm } from "./money";

/**
 * The fields of which every form's schema is made. They take the strings of a form and give domain values,
 * with a sentence that says how to mend what is wrong. Text is NFC, trimmed, and free of control characters; what
 * consists of nothing that can be seen is empty.
 */
export function textField(label: string, { max = 200 }: { max?: number } = {}) {
  return anyText(label, max).refine((text) => text !== "", `Enter ${label}.`);
}

export function optionalText(label: string, { max = 200 }: { max?: number } = {}) {
  return z.preprocess((value) => value ?? "", anyText(label, max));
}

export function emailField() {
  return anyText("an e-mail address", 254)
    .transform((text) => text.normalize("NFKC").toLowerCase())
    .refine((text) => z.email().safeParse(text).success, "Enter an e-mail address, such as name@example.com.");
}

export function optionalEmail() {
  return z.preprocess(
    (value) => value ?? "",
    anyText("an e-mail address", 254).refine(
      (text) => text === "" || z.email().safeParse(text).success,
      "Enter an e-mail address, such as name@example.com, or leave it empty.",
    ),
  );
}

export function idField<K extends IdKind>(kind: K, label: string) {
  return z
    .string({ error: `Choose ${label}.` })
    .refine((text) => text !== "", `Choose ${label}.`)
    .refine((text) => text === "" || idPattern(kind).test(text), `Choose ${label} from the list.`)
    .transform((text) => text as Id<K>);
}

export function optionalId<K extends IdKind>(kind: K, label: string) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), idField(kind, label).nullable());
}

export function dayField(label = "a date") {
  return z
    .string({ error: `Enter ${label}.` })
    .trim()
    .refine((text) => text !== "", `Enter ${label}.`)
    .refine((text) => text === "" || isPlainDate(text), `Enter a real date as YYYY-MM-DD, from 1970 to 2199.`)
    .transform((text) => text as PlainDate);
}

export function optionalDay(label = "a date") {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), dayField(label).nullable());
}

/** Zero or more; pass `min: 1` for more than zero. */
export function moneyField(label: string, { min = 0 }: { min?: number } = {}) {
  const floor = min > 0 ? `Enter ${label} of more than zero.` : `Enter ${label} of zero or more.`;
  return parsed<Cents>(label, parseMoney).refine((amount) => amount >= min, floor);
}

/** Null where it was left empty: "no rate" is not "a rate of zero". */
export function optionalMoney(label: string) {
  return z.preprocess((value) => (isBlank(value) ? null : value), moneyField(label).nullable());
}

export function quantityField(label: string) {
  return parsed<Quantity>(label, parseQuantity);
}

export function percentField(label: string) {
  return parsed<RatePpm>(label, parsePercent);
}

/** A percentage, an amount, or nothing. */
export function discountField(label: string, what?: string) {
  const parse = (text: string) => parseDiscount(text, what);
  return z.preprocess((value) => value ?? "", parsed<{ ppm: RatePpm; cents: Cents }>(label, parse));
}

export function minutesField(label: string) {
  return parsed<number>(label, parseMinutes);
}

export function checkbox() {
  return z.preprocess((value) => value === "on" || value === "true" || value === true, z.boolean());
}

/** A list that travels as one JSON field, such as a composer's lines; what is no JSON is no list. */
export function jsonList<S extends z.ZodType>(list: S) {
  return z.preprocess((value) => {
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return null;
    }
  }, list);
}

/** The version that the form was drawn from; a save from an older one is a conflict, never an overwrite. */
export function revisionField() {
  const sentence = "Reload the page and try again.";
  return z
    .string({ error: sentence })
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number);
}

function anyText(label: string, max: number) {
  return z
    .string({ error: `Enter ${label}.` })
    .transform((text) => seen(text.replace(/\r\n?/g, "\n").normalize("NFC").trim()))
    .refine((text) => text.isWellFormed() && !hasControl(text), "Remove the control characters from this text.")
    .refine((text) => text.length <= max, `Use ${max.toLocaleString("en-US")} characters or fewer.`);
}

function parsed<T>(label: string, parse: (text: string) => Parsed<T>) {
  return z.string({ error: `Enter ${label}.` }).transform((text, context): T => {
    const result = parse(text);
    if (result.ok) return result.value;
    context.addIssue({ code: "custom", message: result.sentence });
    return z.NEVER;
  });
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Empty where nothing of it leaves a mark on the page; joiners inside words and emoji stay as they are. */
function seen(text: string): string {
  return hasControl(text) || /[^\p{Cf}\p{Z}\s\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : "";
}

/** Also those that turn the direction of all that follows them. */
function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is here to refuse
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(text);
}
