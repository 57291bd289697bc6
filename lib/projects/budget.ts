import { type Parsed, parseQuantity } from "@/lib/kernel/decimal-text";

/** 100,000 hours: what a typing slip exceeds and no small firm's project reaches. */
const maxMinutes = 6_000_000;

/** A project's hours as people type them: `40`, `40h`, `40:30`, `37.5`, `40h 30m`, `90m`. Unlike a day's, not bound to 24. */
export function parseBudget(text: string): Parsed<number> {
  const minutes = minutesIn(text.trim().toLowerCase().replaceAll(",", ""));
  if (minutes === null) return { ok: false, sentence: "Enter a budget in hours, such as 40, 37.5 or 40:30." };
  if (minutes < 1) return { ok: false, sentence: "Enter a budget of at least one minute, or leave it empty." };
  if (minutes > maxMinutes) return { ok: false, sentence: "Enter a budget of 100,000 hours or less." };
  return { ok: true, value: minutes };
}

function minutesIn(text: string): number | null {
  const clock = /^(\d{1,7}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const words = /^(?:(\d{1,7})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,9})\s*m(?:in(?:utes?)?)?)?$/.exec(text);
  if (text !== "" && words) return Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0);
  const hours = parseQuantity(text.replace(/h(ours?|rs?)?$/, "").trimEnd());
  return hours.ok ? Math.floor((hours.value * 60 + 5_000) / 10_000) : null;
}
