import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { formatDollars, formatMinutes, formatPercent } from "@/lib/kernel/decimal-text";

/** One line of a fact in words: what a field was and is, or with `before` null what was said of it. */
export type FactRow = { label: string; before: string | null; after: string };

/** The facts of an event for people: amounts in dollars, days as days, and what lies deeper on lines of its own. */
export function factRows(facts: Record<string, unknown>, prefix = ""): FactRow[] {
  return Object.entries(facts).flatMap(([key, value]): FactRow[] => {
    const label = `${prefix}${prefix ? wordsOf(key).toLowerCase() : wordsOf(key)}`;
    if (isChange(value)) return [{ label, before: textOf(key, value.before), after: textOf(key, value.after) }];
    if (isRecord(value)) return factRows(value, `${label}: `);
    if (Array.isArray(value) && value.some(isRecord)) {
      return value.map((one, index) => ({ label: `${label} ${index + 1}`, before: null, after: deepText(key, one) }));
    }
    return [{ label, before: null, after: textOf(key, value) }];
  });
}

function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => deepText(key, one)).join(", ");
  if (typeof value === "number" && Number.isSafeInteger(value)) {
    if (key.endsWith("Cents")) return formatDollars(value);
    if (key.endsWith("Minutes") && value >= 0) return formatMinutes(value);
    if (key.endsWith("Ppm")) return `${formatPercent(value)}%`;
    return value.toLocaleString("en-US");
  }
  if (typeof value === "string") return isPlainDate(value) ? formatDay(value) : value;
  return deepText(key, value);
}

function deepText(key: string, value: unknown): string {
  if (!isRecord(value)) return textOf(key, value);
  return Object.entries(value)
    .map(([part, inner]) => textOf(part, inner))
    .join(" · ");
}

/** `totalCents` → “Total”, `issuedOn` → “Issued on”. */
function wordsOf(key: string): string {
  const words = key
    .replace(/(Cents|Ppm|Minutes)$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words === "" ? key : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

function isChange(value: unknown): value is { before: unknown; after: unknown } {
  return isRecord(value) && Object.keys(value).sort().join() === "after,before";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
