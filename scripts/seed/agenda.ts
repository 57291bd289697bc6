import type { PlainDate } from "@/lib/kernel/dates";
import { type Clock, workdayFrom } from "./calendar";

export type Deed = (clock: Clock) => Promise<void>;

/** What is to be done on which day. A deed for a day off is done on the next workday; one for a day to come never is. */
export type Agenda = {
  on(day: PlainDate, deed: Deed): void;
  take(day: PlainDate): Deed[];
};

export function newAgenda(): Agenda {
  const days = new Map<PlainDate, Deed[]>();
  return {
    on(day, deed) {
      const workday = workdayFrom(day);
      days.set(workday, [...(days.get(workday) ?? []), deed]);
    },
    take(day) {
      const deeds = days.get(day) ?? [];
      days.delete(day);
      return deeds;
    },
  };
}

/** For deeds whose order does not matter: so many at once. The first failure ends all. */
export async function inParallel(jobs: (() => Promise<void>)[], lanes = 4): Promise<void> {
  const waiting = jobs.values();
  const lane = async () => {
    for (const job of waiting) await job();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
