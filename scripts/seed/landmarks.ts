import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { addDays, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { returnTime } from "@/lib/time/approve-time";
import { startTimer } from "@/lib/time/start-timer";
import { submitTime } from "@/lib/time/submit-time";
import { type Clock, isWorkday, workdayUntil } from "./calendar";
import { type Firm, managerOf, named, personAt } from "./firm";
import { draftByHand, invoiceOf, issue, lineOf } from "./invoices";
import { type Money, takePayment } from "./payments";
import { clientOf, openProject } from "./projects";
import { enterTime } from "./time";

/** What scripts/seed.ts promises is there on every day, at every size: named, and untouched by chance. */
export const landmarks = {
  client: "Alder & Pike Architects",
  hourlyProject: "Harbor Street boundary survey",
  flatProject: "Harbor Street planting plan",
  statesClient: "Larkspur Dental Group",
  creditClient: "Quillfeather Foods",
};

export function scheduleLandmarks(firm: Firm): void {
  const start = daysAgo(firm, 45);
  firm.agenda.on(start, (clock) => openHarborStreet(firm, clock));
  for (let day = start; day < firm.today; day = addDays(day, 1)) {
    if (isWorkday(day) && [2, 4].includes(weekdayOf(day)))
      firm.agenda.on(day, (clock) => workOnHarborStreet(firm, clock));
  }
  firm.agenda.on(daysAgo(firm, 9), (clock) => sendOneBack(firm, clock));
  scheduleInvoice(firm, { ago: 50, reference: "PO 7001", dollars: 1_840, paid: { ago: 20 } });
  scheduleInvoice(firm, { ago: 48, reference: "PO 7002", dollars: 2_275 });
  scheduleInvoice(firm, { ago: 12, reference: "PO 7003", dollars: 3_000, paid: { ago: 4, percent: 40 } });
  scheduleInvoice(firm, { ago: 7, reference: "PO 7004", dollars: 960 });
  scheduleInvoice(firm, { ago: 30, reference: "PO 7005", dollars: 1_210, voidedAgo: 27 });
  const credit = { ago: 15, extraCents: 25_000 };
  scheduleInvoice(firm, {
    ago: 40,
    reference: "PO 7010",
    dollars: 1_500,
    paid: credit,
    client: landmarks.creditClient,
  });
}

/** What is under way at this very moment: drafts of today, and a timer that has run for three quarters of an hour. */
export async function leaveOpen(firm: Firm, now: Date): Promise<void> {
  const staff = personAt(firm, "staff");
  const harborStreet = projectNamed(firm, landmarks.hourlyProject);
  const worked = { projectId: harborStreet.id, workedOn: firm.today, isBillable: true };
  const entries = [
    {
      ...worked,
      itemId: named(firm.items, "Drafting and CAD"),
      durationMinutes: 90,
      note: "Plan of record, first sheet",
    },
    { ...worked, itemId: null, durationMinutes: 45, note: "Call with the abutter" },
  ];
  await enterTime(firm, staff, entries, now);

  const clientId = named(firm.clients, landmarks.statesClient);
  const line = lineOf("Record plan, reduced copies", 4, cents(4_500));
  await draftByHand(firm, managerOf(firm, 0), invoiceOf(clientId, firm.today, [line], { reference: "PO 7006" }), now);

  const devon = personAt(firm, "devon");
  const started = new Date(now.getTime() - 47 * 60_000);
  const timed = { projectId: harborStreet.id, itemId: null, note: "Setting the last corner" };
  await devon.desk.work((work) => startTimer(work, timed), { now: started });
}

async function openHarborStreet(firm: Firm, clock: Clock): Promise<void> {
  const people = [personAt(firm, "staff"), personAt(firm, "devon"), managerOf(firm, 0)];
  const shared = {
    client: landmarks.client,
    people,
    startsOn: clock.day,
    endsOn: addDays(firm.today, 60),
    isHeld: true,
  };
  const hourly = { hourlyRateCents: cents(13_500), flatFeeCents: null, budgetMinutes: 60 * 60 };
  const flat = { hourlyRateCents: null, flatFeeCents: cents(640_000), budgetMinutes: null };
  for (const [name, billing] of [
    [landmarks.hourlyProject, hourly],
    [landmarks.flatProject, flat],
  ] as const) {
    firm.landmarks.set(name, await openProject(firm, { ...shared, name, ...billing }, clock));
  }
}

async function workOnHarborStreet(firm: Firm, clock: Clock): Promise<void> {
  const { id: projectId } = projectNamed(firm, landmarks.hourlyProject);
  const worked = { projectId, itemId: null, workedOn: clock.day, isBillable: true };
  const entry = { ...worked, durationMinutes: 120, note: "Monuments along Harbor Street" };
  await enterTime(firm, personAt(firm, "staff"), [entry], clock.next());
}

/** An entry of the staff login that waits for its author, with the manager's reason. */
async function sendOneBack(firm: Firm, clock: Clock): Promise<void> {
  const staff = personAt(firm, "staff");
  const { id: projectId } = projectNamed(firm, landmarks.hourlyProject);
  const worked = { projectId, itemId: null, workedOn: clock.day, isBillable: true };
  const entry = { ...worked, durationMinutes: 165, note: "Field work" };
  const timeEntryIds = await enterTime(firm, staff, [entry], clock.next());
  firm.unsubmitted = firm.unsubmitted.filter(({ id }) => !timeEntryIds.includes(id));
  await staff.desk.work((work) => submitTime(work, { timeEntryIds }), { now: clock.next() });
  const reason = "Was the crew on site for all of it? Please split field and office.";
  const { desk } = managerOf(firm, 0);
  await desk.work((work) => returnTime(work, { timeEntryIds, reason }), { now: clock.next(20) });
}

type InvoicePlan = {
  ago: number;
  reference: string;
  dollars: number;
  client?: string;
  paid?: Money & { ago: number };
  voidedAgo?: number;
};

function scheduleInvoice(firm: Firm, plan: InvoicePlan): void {
  const { reference, paid, voidedAgo } = plan;
  const made = new Map<string, InvoiceId>();
  firm.agenda.on(daysAgo(firm, plan.ago), async (clock) => {
    const clientId: ClientId = await clientOf(firm, plan.client ?? landmarks.statesClient, clock);
    const line = lineOf("Record plan and certification", 1, cents(plan.dollars * 100));
    const invoiceId = await draftByHand(
      firm,
      managerOf(firm, 0),
      invoiceOf(clientId, clock.day, [line], { reference }),
      clock.next(),
    );
    await issue(managerOf(firm, 0), invoiceId, clock.next());
    made.set(reference, invoiceId);
  });
  if (paid) {
    firm.till.on(daysAgo(firm, paid.ago), async (clock) => {
      await takePayment(firm, named(made, reference), paid, clock);
    });
  }
  if (voidedAgo === undefined) return;
  firm.agenda.on(daysAgo(firm, voidedAgo), async (clock) => {
    const input = { invoiceId: named(made, reference), voidedOn: clock.day, reason: "Made out to the wrong entity" };
    await managerOf(firm, 0).desk.work((work) => voidInvoice(work, input), { now: clock.next() });
  });
}

function projectNamed(firm: Firm, name: string) {
  return named(firm.landmarks, name);
}

function daysAgo(firm: Firm, days: number): PlainDate {
  return workdayUntil(addDays(firm.today, -days));
}
