import { archiveClient } from "@/lib/clients/archive-client";
import { createClient } from "@/lib/clients/create-client";
import { addDays, daysBetween, type PlainDate } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { closeProject } from "@/lib/projects/close-project";
import { createProject } from "@/lib/projects/create-project";
import { type Clock, workdayFrom } from "./calendar";
import { type Firm, managerOf, named, type Person, type Project } from "./firm";

export type ProjectPlan = {
  client: string;
  name: string;
  hourlyRateCents: Cents | null;
  /** Null when it is charged by the hour. */
  flatFeeCents: Cents | null;
  budgetMinutes: number | null;
  people: Person[];
  startsOn: PlainDate;
  endsOn: PlainDate;
  isHeld: boolean;
};

const towns = [
  "Keene, NH 03431",
  "Brattleboro, VT 05301",
  "Gloucester, MA 01930",
  "Camden, ME 04843",
  "Mystic, CT 06355",
];
const streets = ["Water Street", "Main Street", "Chestnut Street", "Summer Street", "Wharf Road"];
const firstNames = ["Adele", "Bertrand", "Corinne", "Desmond", "Estelle", "Felix", "Greta", "Hugo", "Imogen", "Jonas"];
const lastNames = [
  "Abernathy",
  "Bellweather",
  "Castellan",
  "Dunmore",
  "Eversley",
  "Fairbairn",
  "Goldthwait",
  "Hathorne",
];

/** Projects begin over the whole life of the firm, with some at once; the last of them some weeks before today. */
export function scheduleProjects(firm: Firm): void {
  const { plan, foundedOn, today, agenda } = firm;
  const later = plan.projects - plan.openingProjects;
  const days = daysBetween(foundedOn, today) - 25;
  for (let i = 0; i < plan.projects; i++) {
    const wait = i < plan.openingProjects ? i % 4 : Math.round(((i - plan.openingProjects + 1) * days) / later);
    const project = drawProject(firm, i, workdayFrom(addDays(foundedOn, wait)));
    agenda.on(project.startsOn, (clock) => openProject(firm, project, clock).then(() => undefined));
  }
}

/** One client who left again, for the list of archived clients. */
export function scheduleArchivedClient(firm: Firm): void {
  const name = "Wickerwork Catering";
  firm.agenda.on(addDays(firm.foundedOn, 12), async (clock) => void (await clientOf(firm, name, clock)));
  firm.agenda.on(addDays(firm.foundedOn, 75), async (clock) => {
    const clientId = named(firm.clients, name);
    await managerOf(firm, 0).desk.work((work) => archiveClient(work, { clientId }), { now: clock.next() });
  });
}

export async function openProject(firm: Firm, plan: ProjectPlan, clock: Clock): Promise<Project> {
  const { name, flatFeeCents, people, startsOn, endsOn, isHeld } = plan;
  const clientId = await clientOf(firm, plan.client, clock);
  const isHourly = flatFeeCents === null;
  const { desk } = managerOf(firm, firm.projects.length);
  const input = {
    clientId,
    name,
    description: "",
    billing: isHourly ? ("hourly" as const) : ("flat" as const),
    hourlyRateCents: plan.hourlyRateCents,
    flatFeeCents,
    budgetMinutes: plan.budgetMinutes,
    dueOn: endsOn,
    memberIds: people.map((person) => person.desk.seat.member.id),
  };
  const { projectId: id } = await desk.work((work) => createProject(work, input), { now: clock.next() });
  const number = firm.projects.length;
  const project = { id, number, clientId, isHourly, flatFeeCents: flatFeeCents ?? 0, people, startsOn, endsOn, isHeld };
  firm.projects.push(project);
  firm.agenda.on(addDays(endsOn, 45), async (late) => {
    await desk.work((work) => closeProject(work, { projectId: id }), { now: late.next() });
  });
  return project;
}

/** The client by name, made when the firm first hears of it. */
export async function clientOf(firm: Firm, name: string, clock: Clock): Promise<ClientId> {
  const known = firm.clients.get(name);
  if (known) return known;
  const dice = firm.dice.deeds;
  const mailbox = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]+/g, "");
  const input = {
    name,
    contactName: `${dice.pick(firstNames)} ${dice.pick(lastNames)}`,
    email: `accounts@${mailbox}.example`,
    phone: `(${dice.pick(["603", "802", "978", "207"])}) 555-01${dice.between(10, 99)}`,
    address: `${dice.between(2, 480)} ${dice.pick(streets)}\n${dice.pick(towns)}`,
    note: "",
  };
  const { desk } = managerOf(firm, firm.clients.size);
  const { clientId } = await desk.work((work) => createClient(work, input), { now: clock.next() });
  firm.clients.set(name, clientId);
  return clientId;
}

/** Two or three people who log time, and the manager; one project in five for a flat fee, one in nine at members' rates. */
function drawProject(firm: Firm, n: number, startsOn: PlainDate): ProjectPlan {
  const { plan, people } = firm;
  const dice = firm.dice.deeds;
  const workers = people.filter((person) => person.plan.role === "staff");
  const assigned = [workers[n % workers.length], workers[(n + 2) % workers.length], managerOf(firm, n), firm.owner];
  const isFlat = n % 5 === 3;
  const rate = n % 9 === 4 && workers.length > 0 ? null : dice.pick(plan.rates);
  return {
    client: plan.clients[n % plan.clients.length] as string,
    name: `${plan.places[n % plan.places.length]} ${plan.kinds[(n * 3 + Math.floor(n / plan.places.length)) % plan.kinds.length]}`,
    hourlyRateCents: isFlat ? null : rate,
    flatFeeCents: isFlat ? cents(dice.between(24, 140) * 25_000) : null,
    budgetMinutes: dice.chance(70) ? dice.between(4, 30) * 600 : null,
    people: [...new Set(assigned.filter((person) => person !== undefined))],
    startsOn,
    endsOn: addDays(startsOn, dice.between(120, 270)),
    isHeld: false,
  };
}
