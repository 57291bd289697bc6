import type { Work } from "@/lib/access/scope";
import type { TimerInput } from "./inputs";
import { discardTimer, pauseTimer, resumeTimer } from "./pause-timer";
import { startTimer } from "./start-timer";
import { stopTimer } from "./stop-timer";

/** The timer's one form: which of its buttons was pressed. */
export async function runTimer(work: Work<"timer.use">, input: TimerInput) {
  if (input.intent === "start") {
    const { intent: _, ...start } = input;
    return startTimer(work, start);
  }
  if (input.intent === "stop") return stopTimer(work);
  if (input.intent === "pause") return pauseTimer(work);
  if (input.intent === "resume") return resumeTimer(work);
  return discardTimer(work);
}
