import { addDays, daysBetween, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { listSubmittedTime } from "@/lib/time/approval-queries";
import { approveTime, returnTime } from "@/lib/time/approve-time";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import type { NewTimeEntryInput } from "@/lib/time/inputs";
import { getTimeEntry } from "@/lib/time/queries";
import { submitTime, submitWeek } from "@/lib/time/submit-time";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { inParallel } from "./agenda";
import { type Clock, workdayFrom } from "./calendar";
import { type Firm, named, type Person } from "./firm";

/** Approvals stop a week before today, so that there is always time that waits for them. */
const approvalsStopBefore = 7;

/** Everybody enters the day's time in the evening, all at once: it is the bulk of the seed, and the order does not matter. */
export async function logDay(firm: Firm, clock: Clock): Promise<void> {
  clock.notBefore(17);
  const drawn = firm.people.map((person) => ({ person, entries: drawDay(firm, person, clock.day) }));
  const days = drawn.filter(({ entries }) => entries.length > 0);
  await inParallel(
    days.map(
      ({ person, entries }) =>
        () =>
          logTime(firm, person, entries, clock.next(1)),
    ),
  );
}

export async function logTime(firm: Firm, person: Person, entries: NewTimeEntryInput[], now: Date): Promise<void> {
  await person.desk.work(
    async (work) => {
      for (const entry of entries) await createTimeEntry(work, entry);
    },
    { now },
  );
  firm.counts.timeEntries += entries.length;
  firm.unsubmitted.add(person);
}

/** On the week's last workday most people submit their week; the others remember on Monday. */
export async function submitDay(firm: Firm, clock: Clock): Promise<void> {
  const next = workdayFrom(addDays(clock.day, 1));
  if (weekdayOf(next) > weekdayOf(clock.day)) return;
  const submitting = firm.people.filter((person) => firm.unsubmitted.has(person));
  const forgetful = submitting.filter(() => firm.dice.chance(12));
  firm.agenda.on(next, (late) => submitWeeks(firm, forgetful, clock.day, late));
  const punctual = submitting.filter((person) => !forgetful.includes(person));
  await submitWeeks(firm, punctual, clock.day, clock);
}

/** Each Tuesday the managers approve what waits, each what is not their own. One entry in a hundred goes back. */
export function scheduleApprovals(firm: Firm): void {
  for (let day = firm.foundedOn; daysBetween(day, firm.today) >= approvalsStopBefore; day = addDays(day, 1)) {
    if (weekdayOf(day) === 2) firm.agenda.on(day, (clock) => approveAll(firm, clock));
  }
}

async function submitWeeks(firm: Firm, people: Person[], day: PlainDate, clock: Clock): Promise<void> {
  const jobs = people.map((person) => async () => {
    await person.desk.work((work) => submitWeek(work, { day }), { now: clock.next(1) });
    firm.unsubmitted.delete(person);
  });
  await inParallel(jobs);
}

async function approveAll(firm: Firm, clock: Clock): Promise<void> {
  for (const { desk } of firm.managers) {
    const waiting = await listSubmittedTime(desk.scope(clock.next()));
    const others = waiting.filter((entry) => entry.memberId !== desk.seat.member.id);
    const questioned = others.filter((entry) => entry.note === "" && firm.dice.chance(40));
    for (const entry of questioned) await sendBack(firm, desk, entry, clock);
    const timeEntryIds = others.filter((entry) => !questioned.includes(entry)).map((entry) => entry.id);
    if (timeEntryIds.length > 0) {
      await desk.work((work) => approveTime(work, { timeEntryIds }), { now: clock.next() });
    }
  }
}

/** The manager asks what it was; a day later the note is there, and the entry is submitted again. */
async function sendBack(
  firm: Firm,
  manager: Person["desk"],
  entry: { id: TimeEntryId; memberId: string },
  clock: Clock,
): Promise<void> {
  const timeEntryIds = [entry.id];
  const reason = "Please say what this was.";
  await manager.work((work) => returnTime(work, { timeEntryIds, reason }), { now: clock.next() });
  const author = firm.people.find((person) => person.desk.seat.member.id === entry.memberId);
  if (!author) return;
  firm.agenda.on(addDays(clock.day, 1), async (later) => {
    const { desk } = author;
    const now = later.next();
    const {
      id: timeEntryId,
      revision,
      projectId,
      itemId,
      workedOn,
      durationMinutes,
      isBillable,
    } = await getTimeEntry(desk.scope(now), entry.id);
    const worked = { projectId, itemId, workedOn, durationMinutes, isBillable, note: "Call with the client" };
    await desk.work((work) => updateTimeEntry(work, { timeEntryId, revision, ...worked }), { now });
    await desk.work((work) => submitTime(work, { timeEntryIds }), { now: later.next() });
  });
}

/** A full day in quarter hours over the person's projects; now and then a day off. */
function drawDay(firm: Firm, person: Person, day: PlainDate): NewTimeEntryInput[] {
  const { dice, plan } = firm;
  const { entriesPer100Days, services } = person.plan;
  const open = firm.projects.filter((project) => project.people.includes(person) && isUnderWay(project, day));
  const many = Math.floor((entriesPer100Days + dice.below(100)) / 100);
  if (many === 0 || open.length === 0 || dice.chance(3)) return [];
  const quarters = Math.max(3, Math.floor(dice.between(27, 33) / Math.max(many, 2)));
  return Array.from({ length: many }, () => {
    const project = dice.pick(open);
    const service = dice.pick(services);
    return {
      memberId: null,
      projectId: project.id,
      itemId: named(firm.items, service),
      workedOn: day,
      durationMinutes: 15 * dice.between(Math.ceil(quarters / 2), Math.floor(quarters * 1.5)),
      isBillable: project.isHourly && !dice.chance(4),
      note: dice.pick(plan.notes[service] ?? [""]),
    };
  });
}

function isUnderWay(project: { startsOn: PlainDate; endsOn: PlainDate; isHeld: boolean }, day: PlainDate): boolean {
  return !project.isHeld && project.startsOn <= day && day <= project.endsOn;
}
