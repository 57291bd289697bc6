import type { Rounding } from "@/lib/companies/rounding";
import { minutesOfDay } from "./time-entry";

/**
 * Whole minutes by a company's rule; half a step goes up. A whole multiple stays, so that what was rounded once is not
 * rounded again when it is saved anew. What would round to nothing stays as it was worked: nothing is lost, and nobody
 * is charged for more. A day has 24 hours, whatever the step.
 */
export function roundMinutes(minutes: number, { mode, stepMinutes, minimumMinutes }: Rounding): number {
  if (mode === "none") return minutes;
  const steps = minutes / stepMinutes;
  const whole = { nearest: Math.floor(steps + 0.5), up: Math.ceil(steps), down: Math.floor(steps) }[mode];
  const rounded = Math.max(whole * stepMinutes, minimumMinutes);
  return rounded === 0 ? minutes : Math.min(rounded, minutesOfDay);
}

/**
 * The parts of an entry after its sum was rounded: the longest takes the difference, so that most of what was typed
 * stays as typed; where it is too short for that, the next longest gives the rest. None falls below a minute.
 */
export function roundParts<P extends { minutes: number }>(parts: P[], rounding: Rounding): P[] {
  const sum = parts.reduce((all, part) => all + part.minutes, 0);
  let difference = Math.max(roundMinutes(sum, rounding), parts.length) - sum;
  const byLength = [...parts.keys()].sort((a, b) => minutesAt(parts, b) - minutesAt(parts, a) || a - b);
  const rounded = [...parts];
  for (const at of byLength) {
    const part = parts[at] as P;
    const change = Math.max(difference, 1 - part.minutes);
    rounded[at] = { ...part, minutes: part.minutes + change };
    difference -= change;
  }
  return rounded;
}

function minutesAt(parts: { minutes: number }[], at: number): number {
  return parts[at]?.minutes ?? 0;
}
