"use server";

import { action } from "@/lib/doors/action";
import { approveTime, returnTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { deleteTimeEntry } from "@/lib/time/delete-time-entry";
import {
  decideTimeInput,
  editTimeEntryInput,
  newTimeEntryInput,
  submitWeekInput,
  timeEntriesInput,
  timeEntryInput,
  timerInput,
} from "@/lib/time/inputs";
import { runTimer } from "@/lib/time/run-timer";
import { submitTime, submitWeek } from "@/lib/time/submit-time";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { weekOf } from "@/lib/time/week";

export const timerAction = action({ name: "timer", can: "timer.use", input: timerInput, run: runTimer });

export const createTimeEntryAction = action({
  name: "time.create",
  can: "time.write",
  input: newTimeEntryInput,
  run: createTimeEntry,
  leadsTo: (_entry, { workedOn }) => `/time?${new URLSearchParams(weekOf(workedOn))}`,
});

export const updateTimeEntryAction = action({
  name: "time.update",
  can: "time.write",
  input: editTimeEntryInput,
  run: updateTimeEntry,
  leadsTo: ({ timeEntryId }) => `/time/${timeEntryId}`,
});

export const deleteTimeEntryAction = action({
  name: "time.delete",
  can: "time.write",
  input: timeEntryInput,
  run: deleteTimeEntry,
  leadsTo: () => "/time",
});

export const submitTimeAction = action({
  name: "time.submit",
  can: "time.write",
  input: timeEntriesInput,
  run: submitTime,
});

export const submitWeekAction = action({
  name: "time.submit-week",
  can: "time.write",
  input: submitWeekInput,
  run: submitWeek,
});

export const decideTimeAction = action({
  name: "time.decide",
  can: "time.approve",
  input: decideTimeInput,
  run: (work, input) => (input.intent === "approve" ? approveTime(work, input) : returnTime(work, input)),
});
