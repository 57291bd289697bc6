import { z } from "zod";
import {
  checkbox,
  dayField,
  idField,
  minutesField,
  optionalId,
  optionalText,
  revisionField,
  textField,
} from "@/lib/kernel/fields";

const work = {
  projectId: idField("project", "a project"),
  itemId: optionalId("catalogItem", "a service"),
  note: optionalText("a note", { max: 1_000 }),
};

export const startTimerInput = z.object(work);
/** There is one timer for each member, so nothing needs naming. */
export const timerInput = z.object({});

const entry = {
  ...work,
  workedOn: dayField("the day"),
  durationMinutes: minutesField("a duration"),
  isBillable: checkbox(),
};

/** Without a member it is one's own. */
export const newTimeEntryInput = z.object({ memberId: optionalId("member", "a member"), ...entry });
export const editTimeEntryInput = z.object({
  timeEntryId: idField("timeEntry", "a time entry"),
  revision: revisionField(),
  ...entry,
});
export const timeEntryInput = z.object({ timeEntryId: idField("timeEntry", "a time entry") });

const chosen = {
  timeEntryIds: z
    .array(idField("timeEntry", "time entries"), { error: "Tick at least one time entry." })
    .min(1, "Tick at least one time entry.")
    .max(500, "Tick 500 time entries or fewer."),
};

export const timeEntriesInput = z.object(chosen);
export const returnTimeInput = z.object({ ...chosen, reason: textField("a reason", { max: 500 }) });
export const submitWeekInput = z.object({ day: dayField("a day of the week") });

export type StartTimerInput = z.output<typeof startTimerInput>;
export type NewTimeEntryInput = z.output<typeof newTimeEntryInput>;
export type EditTimeEntryInput = z.output<typeof editTimeEntryInput>;
export type TimeEntryInput = z.output<typeof timeEntryInput>;
export type TimeEntriesInput = z.output<typeof timeEntriesInput>;
export type ReturnTimeInput = z.output<typeof returnTimeInput>;
export type SubmitWeekInput = z.output<typeof submitWeekInput>;
