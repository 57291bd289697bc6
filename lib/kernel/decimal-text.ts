import { type Cents, cents, maxCents, type Quantity, type RatePpm } from "./money";

/**
 * Numbers as people type and read them, from the string to an integer without a float on the way.
 * Taken: `$1,234.56`, `1234.5`, `(12.00)`, `-12`; refused with a sentence: `1.005`, `1e9`, `NaN`, `1,23`, text.
 * No pattern may begin with a repetition that its end looks for: on a megabyte of blanks it would look for minutes.
 */
export type Parsed<T> = { ok: true; value: T } | { ok: false; sentence: string };

const plain = /^(\d+)(?:\.(\d*))?$|^\.(\d+)$/;
const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

export function parseMoney(text: string): Parsed<Cents> {
  const parsed = parseDecimal(text.trim().replace(/^([-−]?\(?)\s*\$/, "$1"), 2, maxCents);
  if (parsed.ok) return { ok: true, value: cents(parsed.value) };
  return { ok: false, sentence: moneySentences[parsed.why] };
}

export function parseQuantity(text: string): Parsed<Quantity> {
  const parsed = parseDecimal(text, 4, 999_999_999_999);
  if (parsed.ok && parsed.value >= 0) return { ok: true, value: parsed.value as Quantity };
  if (parsed.ok) return { ok: false, sentence: "Enter a quantity of zero or more." };
  return { ok: false, sentence: quantitySentences[parsed.why] };
}

/** Percent as people type it, `6.25` or `6.25%`, to ppm. */
export function parsePercent(text: string): Parsed<RatePpm> {
  const parsed = parseDecimal(text.trim().replace(/%$/, "").trimEnd(), 4, 1_000_000);
  if (parsed.ok && parsed.value >= 0) return { ok: true, value: parsed.value as RatePpm };
  return { ok: false, sentence: "Enter a percentage from 0 to 100, such as 6.25." };
}

/** `10%`, `25.00`, or nothing at all: a part or a sum. */
export function parseDiscount(text: string, what = "discount"): Parsed<{ ppm: RatePpm; cents: Cents }> {
  const trimmed = text.trim();
  const none = { ppm: 0 as RatePpm, cents: cents(0) };
  if (trimmed === "") return { ok: true, value: none };
  if (trimmed.endsWith("%")) {
    const rate = parsePercent(trimmed);
    return rate.ok ? { ok: true, value: { ...none, ppm: rate.value } } : rate;
  }
  const sum = parseMoney(trimmed);
  if (sum.ok && sum.value >= 0) return { ok: true, value: { ...none, cents: sum.value } };
  return { ok: false, sentence: `Enter a ${what} as a percentage or an amount, such as 10% or 25.00.` };
}

/** `1:30`, `1.5`, `90m`, `1h 30m`, `45 min`; a bare number is hours. */
export function parseMinutes(text: string): Parsed<number> {
  const trimmed = text.trim().toLowerCase();
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(trimmed);
  const words = /^(?:(\d{1,4})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,5})\s*m(?:in(?:utes?)?)?)?$/.exec(trimmed);
  const hours = parseDecimal(trimmed.replace(/h(ours?|rs?)?$/, "").trimEnd(), 4, 100_000_000);
  let minutes = Number.NaN;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (trimmed !== "" && words) minutes = Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0);
  else if (hours.ok) minutes = Math.floor((hours.value * 60 + 5_000) / 10_000);
  if (!Number.isFinite(minutes)) return { ok: false, sentence: "Enter a duration such as 1:30, 1.5 or 90m." };
  if (minutes < 1) return { ok: false, sentence: "Enter at least one minute." };
  if (minutes > 24 * 60) return { ok: false, sentence: "A day has 24 hours. Enter 24:00 or less." };
  return { ok: true, value: minutes };
}

/** `1,234.56`; negative with a real minus sign. No currency: the head of a column says it once. */
export function formatCents(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "−" : ""}${whole}.${digits.slice(-2)}`;
}

/** `$1,234.56`, for sentences and paper. */
export function formatDollars(amount: number): string {
  return amount < 0 ? `−$${formatCents(-amount)}` : `$${formatCents(amount)}`;
}

/** `1234.56`, `-0.05`: for inputs and exports, where a machine reads it. */
export function decimalOfCents(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `1.5`, `0.3333`, `12`: without trailing zeros. */
export function formatQuantity(quantity: number): string {
  return trimmedDecimal(quantity, 4);
}

/** `6.25`, without the sign. */
export function formatPercent(rate: number): string {
  return trimmedDecimal(rate, 4);
}

/** `1:30`. */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `10%`, `25.00`, or nothing: as parseDiscount reads it. */
export function formatDiscount({ ppm, cents: sum }: { ppm: number; cents: number }): string {
  if (ppm > 0) return `${formatPercent(ppm)}%`;
  return sum > 0 ? decimalOfCents(sum) : "";
}

type Trouble = "empty" | "notANumber" | "tooPrecise" | "tooLarge";

const moneySentences: Record<Trouble, string> = {
  empty: "Enter an amount, such as 1,234.56.",
  notANumber: "Enter an amount in dollars and cents, such as 1,234.56.",
  tooPrecise: "Dollars have two decimals. Enter an amount such as 1,234.56.",
  tooLarge: "Enter an amount of 9,999,999,999.99 or less.",
};

const quantitySentences: Record<Trouble, string> = {
  empty: "Enter a quantity, such as 1.5.",
  notANumber: "Enter a quantity as a number, such as 1.5.",
  tooPrecise: "A quantity has at most four decimals.",
  tooLarge: "Enter a quantity of 99,999,999 or less.",
};

/** Of a fraction, before anybody looks for zeros at its end. */
const maxDigits = 60;

function parseDecimal(
  text: string,
  decimals: number,
  max: number,
): { ok: true; value: number } | { ok: false; why: Trouble } {
  const { negative, body } = withoutSign(text.trim());
  if (body === "") return { ok: false, why: "empty" };
  if (!plain.test(body) && !grouped.test(body)) return { ok: false, why: "notANumber" };
  const [whole = "", fraction = ""] = body.replaceAll(",", "").split(".");
  const significant = fraction.length > maxDigits ? fraction : fraction.replace(/0+$/, "");
  if (significant.length > decimals) return { ok: false, why: "tooPrecise" };
  const value = BigInt((whole || "0") + significant.padEnd(decimals, "0"));
  if (value > BigInt(max)) return { ok: false, why: "tooLarge" };
  return { ok: true, value: negative && value !== 0n ? -Number(value) : Number(value) };
}

function withoutSign(text: string): { negative: boolean; body: string } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return { negative: true, body: (bracketed[1] ?? "").trim() };
  const signed = /^[-−]\s*(.*)$/.exec(text);
  return signed ? { negative: true, body: signed[1] ?? "" } : { negative: false, body: text };
}

function trimmedDecimal(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  const whole = digits.slice(0, -decimals);
  return `${value < 0 ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
