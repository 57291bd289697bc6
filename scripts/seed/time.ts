import { addDays, daysBetween, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { approveTime, returnTime } from "@/lib/time/approve-time";
import { logTime } from "@/lib/time/log-time";
import { getTimeEntry } from "@/lib/time/queries";
import { submitTime } from "@/lib/time/submit-time";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { inParallel } from "./agenda";
import { type Clock, workdayFrom } from "./calendar";
import { type Entry, type Firm, named, type Person } from "./firm";

type Sheet = Parameters<typeof logTime>[1];

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
        async () =>
          void (await enterTime(firm, person, entries, clock.next(1))),
    ),
  );
}

export async function enterTime(firm: Firm, person: Person, entries: Sheet, now: Date): Promise<TimeEntryId[]> {
  const { timeEntryIds } = await person.desk.work((work) => logTime(work, entries), { now });
  const drafts = timeEntryIds.map((id, i) => ({ id, author: person, isClear: entries[i]?.note !== "" }));
  firm.unsubmitted.push(...drafts);
  firm.counts.timeEntries += entries.length;
  return timeEntryIds;
}

/** On the week's last workday most people submit their week; the others remember on Monday. */
export async function submitDay(firm: Firm, clock: Clock): Promise<void> {
  const next = workdayFrom(addDays(clock.day, 1));
  if (weekdayOf(next) > weekdayOf(clock.day)) return;
  const forgetful = firm.people.filter(() => firm.dice.chance(12));
  firm.agenda.on(next, (late) => submitAll(firm, forgetful, late));
  await submitAll(
    firm,
    firm.people.filter((person) => !forgetful.includes(person)),
    clock,
  );
}

/** Each Tuesday the managers approve what waits, each what is not their own. One entry in a hundred goes back. */
export function scheduleApprovals(firm: Firm): void {
  for (let day = firm.foundedOn; daysBetween(day, firm.today) >= approvalsStopBefore; day = addDays(day, 1)) {
    if (weekdayOf(day) === 2) firm.agenda.on(day, (clock) => approveAll(firm, clock));
  }
}

async function submitAll(firm: Firm, people: Person[], clock: Clock): Promise<void> {
  const jobs = people.flatMap((author) => {
    const drafts = firm.unsubmitted.filter((entry) => entry.author === author);
    return drafts.length > 0 ? [() => submit(firm, author, drafts, clock.next(1))] : [];
  });
  await inParallel(jobs);
}

async function submit(firm: Firm, { desk }: Person, drafts: Entry[], now: Date): Promise<void> {
  const timeEntryIds = drafts.map((entry) => entry.id);
  await desk.work((work) => submitTime(work, { timeEntryIds }), { now });
  firm.unsubmitted = firm.unsubmitted.filter((entry) => !drafts.includes(entry));
  firm.submitted.push(...drafts);
}

async function approveAll(firm: Firm, clock: Clock): Promise<void> {
  for (const manager of firm.managers) {
    const others = firm.people.filter((person) => person !== manager);
    const waiting = others.flatMap((author) => firm.submitted.filter((entry) => entry.author === author));
    if (waiting.length === 0) continue;
    const questioned = waiting.filter((entry) => !entry.isClear && firm.dice.chance(40));
    for (const entry of questioned) await sendBack(firm, manager, entry, clock);
    const timeEntryIds = waiting.filter((entry) => !questioned.includes(entry)).map((entry) => entry.id);
    const { desk } = manager;
    if (timeEntryIds.length > 0) {
      await desk.work((work) => approveTime(work, { timeEntryIds }), { now: clock.next() });
    }
    firm.submitted = firm.submitted.filter((entry) => !waiting.includes(entry));
  }
}

/** The manager asks what it was; a day later the note is there, and the entry is submitted again. */
async function sendBack(firm: Firm, manager: Person, entry: Entry, clock: Clock): Promise<void> {
  const { id: timeEntryId, author } = entry;
  const reason = "Please say what this was.";
  const returned = { timeEntryIds: [timeEntryId], reason };
  await manager.desk.work((work) => returnTime(work, returned), { now: clock.next() });
  firm.agenda.on(addDays(clock.day, 1), async (later) => {
    const now = later.next();
    const before = await getTimeEntry(author.desk.scope(now), timeEntryId);
    const { revision, projectId, itemId, workedOn, durationMinutes, isBillable } = before;
    const worked = { projectId, itemId, workedOn, durationMinutes, isBillable, note: "Call with the client" };
    await author.desk.work((work) => updateTimeEntry(work, { timeEntryId, revision, ...worked }), { now });
    await submit(firm, author, [{ ...entry, isClear: true }], later.next());
  });
}

/** A full day in quarter hours over the person's projects; now and then a day off. */
function drawDay(firm: Firm, person: Person, day: PlainDate): Sheet {
  const { dice, plan } = firm;
  const { entriesPer100Days, services } = person.plan;
  const open = firm.projects.filter((project) => project.people.includes(person) && isUnderWay(project, day));
  const many = Math.floor((entriesPer100Days + dice.below(100)) / 100);
  if (many === 0 || open.length === 0 || !dice.chance(plan.presencePercent)) return [];
  const quarters = Math.max(3, Math.floor(dice.between(27, 33) / Math.max(many, 2)));
  return Array.from({ length: many }, () => {
    const project = dice.pick(open);
    const service = dice.pick(services);
    return {
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
