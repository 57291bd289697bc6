"use server";

import { action } from "@/lib/doors/action";
import { approveTime, approveWeek, returnTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { deleteTimeEntry } from "@/lib/time/delete-time-entry";
import {
  approveWeekInput,
  decideTimeInput,
  editTimeEntryInput,
  newTimeEntryInput,
  returnTimeInput,
  saveCellInput,
  submitWeekInput,
  timeEntriesInput,
  timeEntryInput,
  timerInput,
} from "@/lib/time/inputs";
import { runTimer } from "@/lib/time/run-timer";
import { saveCell } from "@/lib/time/save-cell";
import { submitTime, submitWeek } from "@/lib/time/submit-time";
import { roundedWords } from "@/lib/time/time-entry";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { weekOf } from "@/lib/time/week";

export const timerAction = action({
  name: "timer",
  can: "timer.use",
  input: timerInput,
  run: runTimer,
  says: (stopped) => (stopped ? roundedWords(stopped) : null),
});

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
  can: ["time.approve", "time.return"],
  input: decideTimeInput,
  run: (work, input) => (input.intent === "approve" ? approveTime(work, input) : returnTime(work, input)),
});

/** Opens approved time again, on every plan. */
export const returnTimeAction = action({
  name: "time.return",
  can: "time.return",
  input: returnTimeInput,
  run: returnTime,
});
export const approveWeekAction = action({
  name: "time.approve-week",
  can: "time.approve",
  input: approveWeekInput,
  run: approveWeek,
});

export const saveCellAction = action({ name: "time.cell", can: "time.write", input: saveCellInput, run: saveCell });
