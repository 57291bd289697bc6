import { addDays, dayIn, daysBetween, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { approveTime, returnTime } from "@/lib/time/approve-time";
import { logTime } from "@/lib/time/log-time";
import { getTimeEntry } from "@/lib/time/queries";
import { submitTime } from "@/lib/time/submit-time";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { inParallel } from "./agenda";
import { type Clock, workdayFrom, zone } from "./calendar";
import { type Entry, type Firm, managerOf, named, type Person, type Sheet } from "./firm";

/** Approvals stop a week before today, so that there is always time that waits for them. */
const approvalsStopBefore = 7;

/**
 * In the evening people enter their time, some today's alone and some of two days or three, all at once: it is the bulk of
 * the seed, and the order does not matter.
 */
export async function logDay(firm: Firm, clock: Clock): Promise<void> {
  clock.notBefore(17);
  const sheets = firm.people.flatMap((person) => {
    person.sheet.push(...drawDay(firm, person, clock.day));
    const isEntered = endsWeek(clock.day) || firm.dice.chance(50);
    return isEntered && person.sheet.length > 0 ? [{ person, entries: person.sheet.splice(0) }] : [];
  });
  await inParallel(
    sheets.map(
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
  if (!endsWeek(clock.day)) return;
  const forgetful = firm.people.filter(() => firm.dice.chance(12));
  firm.agenda.on(addDays(clock.day, 1), (late) => submitAll(firm, forgetful, late));
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
  const waiting = firm.people.flatMap((author) => firm.submitted.filter((entry) => entry.author === author));
  firm.submitted = [];
  const isQuestioned = (entry: Entry) => !entry.isClear && firm.dice.chance(40);
  const jobs = firm.managers.map((manager) => {
    const theirs = waiting.filter(({ author }) => approverOf(firm, author) === manager);
    const questioned = theirs.filter(isQuestioned);
    const timeEntryIds = theirs.filter((entry) => !questioned.includes(entry)).map((entry) => entry.id);
    const now = clock.next();
    return async () => {
      for (const entry of questioned) await sendBack(firm, manager, entry, now);
      if (timeEntryIds.length === 0) return;
      await manager.desk.work((work) => approveTime(work, { timeEntryIds }), { now });
    };
  });
  await inParallel(jobs);
}

/** Never oneself. */
function approverOf(firm: Firm, author: Person): Person {
  const n = firm.people.indexOf(author);
  const first = managerOf(firm, n);
  return first === author ? managerOf(firm, n + 1) : first;
}

/** The manager asks what it was; a day later the note is there, and the entry is submitted again. */
async function sendBack(firm: Firm, manager: Person, entry: Entry, now: Date): Promise<void> {
  const { id: timeEntryId, author } = entry;
  const reason = "Please say what this was.";
  const returned = { timeEntryIds: [timeEntryId], reason };
  await manager.desk.work((work) => returnTime(work, returned), { now });
  firm.agenda.on(addDays(dayIn(zone, now), 1), async (later) => {
    await author.desk.work(
      async (work) => {
        const before = await getTimeEntry(work, timeEntryId);
        const { revision, projectId, itemId, workedOn, durationMinutes, isBillable } = before;
        const worked = { projectId, itemId, workedOn, durationMinutes, isBillable, note: "Call with the client" };
        await updateTimeEntry(work, { timeEntryId, revision, ...worked });
      },
      { now: later.next() },
    );
    await submit(firm, author, [{ ...entry, isClear: true }], later.next());
  });
}

/** The next workday lies in another week. */
function endsWeek(day: PlainDate): boolean {
  return weekdayOf(workdayFrom(addDays(day, 1))) <= weekdayOf(day);
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
