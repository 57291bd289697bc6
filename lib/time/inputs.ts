import { z } from "zod";
import {
  checkbox,
  dayField,
  idField,
  jsonList,
  minutesField,
  optionalId,
  optionalText,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { mostServices } from "./split";

const work = {
  projectId: idField("project", "a project"),
  itemId: optionalId("catalogItem", "a service"),
  note: optionalText("a note", { max: 1_000 }),
};

export const startTimerInput = z.object(work);

/** What the timer's one form asks for. There is one timer for each member, so only a start names anything. */
export const timerInput = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("start"), ...work }),
    z.object({ intent: z.literal(["pause", "resume", "stop", "discard"]) }),
  ],
  { error: "Start, pause, resume, stop or discard the timer." },
);

/** The services beside the first; their minutes are taken from the whole duration, and what remains is the first's. */
const moreServices = jsonList(
  z
    .array(z.object({ itemId: optionalId("catalogItem", "a service"), minutes: minutesField("a duration") }), {
      error: "Enter each service with its time.",
    })
    .max(mostServices - 1, `Split a time entry over ${mostServices} services at most.`),
).optional();

const entry = {
  ...work,
  moreServices,
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

/** The approvals' form has two buttons; only a return says why. */
export const decideTimeInput = z.discriminatedUnion(
  "intent",
  [timeEntriesInput.extend({ intent: z.literal("approve") }), returnTimeInput.extend({ intent: z.literal("return") })],
  { error: "Approve or return the time." },
);
export const submitWeekInput = z.object({ day: dayField("a day of the week") });

/** A cell that was emptied has no duration; one that was empty has no entry. */
export const saveCellInput = z.object({
  timeEntryId: optionalId("timeEntry", "a time entry"),
  revision: revisionField(),
  memberId: optionalId("member", "a member"),
  projectId: work.projectId,
  itemId: work.itemId,
  workedOn: dayField("the day"),
  durationMinutes: z.preprocess((value) => (value === "" ? null : value), minutesField("a duration").nullable()),
});

export const approveWeekInput = z.object({
  memberId: idField("member", "a member"),
  day: dayField("a day of the week"),
});

export type StartTimerInput = z.output<typeof startTimerInput>;
export type TimerInput = z.output<typeof timerInput>;
export type NewTimeEntryInput = z.output<typeof newTimeEntryInput>;
export type EditTimeEntryInput = z.output<typeof editTimeEntryInput>;
export type TimeEntryInput = z.output<typeof timeEntryInput>;
export type TimeEntriesInput = z.output<typeof timeEntriesInput>;
export type ReturnTimeInput = z.output<typeof returnTimeInput>;
export type SubmitWeekInput = z.output<typeof submitWeekInput>;
export type ApproveWeekInput = z.output<typeof approveWeekInput>;
export type SaveCellInput = z.output<typeof saveCellInput>;
