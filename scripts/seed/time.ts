import { getTimeSettings } from "@/lib/companies/time-settings";
import { updateTimeSettings } from "@/lib/companies/update-company";
import { addDays, dayIn, daysBetween, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { CatalogItemId, TimeEntryId } from "@/lib/kernel/ids";
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
 * The day's work, and who enters it: some enter today's alone and some two days or three at once. All at once, and beside
 * the other deeds of the day: it is the bulk of the seed, and the order does not matter.
 */
export function logDay(firm: Firm, clock: Clock): Promise<void> {
  const sheets = firm.people.flatMap((person) => {
    person.sheet.push(...drawDay(firm, person, clock.day));
    const isEntered = endsWeek(clock.day) || firm.dice.time.chance(40);
    return isEntered && person.sheet.length > 0 ? [{ person, entries: person.sheet.splice(0) }] : [];
  });
  return inParallel(
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

/** On the week's last workday people submit their week; of those who joined last, some remember on Monday only. */
export async function submitDay(firm: Firm, clock: Clock): Promise<void> {
  if (!endsWeek(clock.day)) return;
  const week = firm.unsubmitted;
  firm.unsubmitted = [];
  const forgetful = firm.people.slice(-4).filter(() => firm.dice.time.chance(30));
  const isLate = ({ author }: Entry) => forgetful.includes(author);
  const late = week.filter(isLate);
  firm.agenda.on(addDays(clock.day, 1), (monday) => submitAll(firm, late, monday));
  await submitAll(
    firm,
    week.filter((entry) => !isLate(entry)),
    clock,
  );
}

/** Each Tuesday the managers approve what waits, each what is not their own. One entry in a hundred goes back. */
export function scheduleApprovals(firm: Firm): void {
  for (let day = firm.foundedOn; daysBetween(day, firm.today) >= approvalsStopBefore; day = addDays(day, 1)) {
    if (weekdayOf(day) === 2) firm.agenda.on(day, (clock) => approveAll(firm, clock));
  }
}

async function submitAll(firm: Firm, drafts: Entry[], clock: Clock): Promise<void> {
  const jobs = byAuthor(firm, drafts).map(
    ({ author, entries }) =>
      () =>
        submit(firm, author, entries, clock.next(1)),
  );
  await inParallel(jobs);
}

async function submit(firm: Firm, { desk }: Person, drafts: Entry[], now: Date): Promise<void> {
  const timeEntryIds = drafts.map((entry) => entry.id);
  await desk.work((work) => submitTime(work, { timeEntryIds }), { now });
  firm.submitted.push(...drafts);
}

async function approveAll(firm: Firm, clock: Clock): Promise<void> {
  const waiting = byAuthor(firm, firm.submitted);
  firm.submitted = [];
  const now = clock.next();
  const jobs = firm.managers.map((manager) => {
    const theirs = waiting
      .filter(({ author }) => approverOf(firm, author) === manager)
      .flatMap(({ entries }) => entries);
    const questioned = theirs.filter((entry) => !entry.isClear && firm.dice.deeds.chance(40));
    const timeEntryIds = theirs.filter((entry) => !questioned.includes(entry)).map((entry) => entry.id);
    return async () => {
      for (const entry of questioned) await sendBack(firm, manager, entry, now);
      if (timeEntryIds.length === 0) return;
      await manager.desk.work((work) => approveTime(work, { timeEntryIds }), { now });
    };
  });
  await inParallel(jobs);
}

/** In the order of the people, whatever the order in which their time came in. */
function byAuthor({ people }: Firm, entries: Entry[]): { author: Person; entries: Entry[] }[] {
  return people
    .map((author) => ({ author, entries: entries.filter((entry) => entry.author === author) }))
    .filter((group) => group.entries.length > 0);
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
        const { revision, projectId, itemId, services, workedOn, durationMinutes, isBillable } = before;
        const moreServices = services.slice(1).map((part) => ({ itemId: part.itemId, minutes: part.minutes }));
        const minutes = { itemId, durationMinutes, moreServices };
        const worked = { projectId, ...minutes, workedOn, isBillable, note: "Call with the client" };
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

/** Entries of this length hold half an hour of another service; no dice are thrown for it. */
const splitMinutes = 150;

function besides(firm: Firm, service: string, services: string[]): { itemId: CatalogItemId; minutes: number }[] {
  const other = services.find((one) => one !== service);
  return other ? [{ itemId: named(firm.items, other), minutes: 30 }] : [];
}

/** The second firm bills by the started quarter of an hour. */
export async function setTimeRules({ owner }: Firm): Promise<void> {
  await owner.desk.work(async (work) => {
    const { revision } = await getTimeSettings(work);
    const rounding = { timeRounding: "up", timeRoundingMinutes: 15, timeMinimumMinutes: 15 } as const;
    await updateTimeSettings(work, { revision, ...rounding, timeNeedsApproval: true, timeOwnApproval: false });
  });
}

/** A full day in quarter hours over the person's projects; now and then a day off. */
function drawDay(firm: Firm, person: Person, day: PlainDate): Sheet {
  const { plan } = firm;
  const dice = firm.dice.time;
  const { entriesPer100Days, services } = person.plan;
  const open = firm.projects.filter((project) => project.people.includes(person) && isUnderWay(project, day));
  const many = Math.floor((entriesPer100Days + dice.below(100)) / 100);
  if (many === 0 || open.length === 0 || !dice.chance(plan.presencePercent)) return [];
  const quarters = Math.max(3, Math.floor(dice.between(27, 33) / Math.max(many, 2)));
  return Array.from({ length: many }, () => {
    const project = dice.pick(open);
    const service = dice.pick(services);
    const durationMinutes = 15 * dice.between(Math.ceil(quarters / 2), Math.floor(quarters * 1.5));
    return {
      projectId: project.id,
      itemId: named(firm.items, service),
      moreServices: durationMinutes === splitMinutes ? besides(firm, service, services) : [],
      workedOn: day,
      durationMinutes,
      isBillable: project.isHourly && !dice.chance(4),
      note: dice.pick(plan.notes[service] ?? [""]),
    };
  });
}

function isUnderWay(project: { startsOn: PlainDate; endsOn: PlainDate; isHeld: boolean }, day: PlainDate): boolean {
  return !project.isHeld && project.startsOn <= day && day <= project.endsOn;
}
