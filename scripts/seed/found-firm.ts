import { changeSubscription } from "@/lib/billing/change-subscription";
import { createItem } from "@/lib/catalog/create-item";
import { deactivateItem } from "@/lib/catalog/deactivate-item";
import { addMember } from "@/lib/companies/add-member";
import { updateMember } from "@/lib/companies/update-member";
import { billingOffice } from "@/lib/doors/billing-office";
import { type Desk, deskOf, foundWith, listCompanies, makeLogin } from "@/lib/doors/console";
import { present } from "@/lib/kernel/assert";
import { addMonths, firstOfMonth, type PlainDate } from "@/lib/kernel/dates";
import type { UserId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { createAccount } from "@/lib/ledger/create-account";
import { listAccounts } from "@/lib/ledger/queries";
import { Trouble } from "../local/trouble";
import { newAgenda } from "./agenda";
import { type Clock, clockOn, workdayFrom, zone } from "./calendar";
import { diceOf } from "./dice";
import { type Firm, named, type Person } from "./firm";
import type { FirmPlan, PersonPlan } from "./plan";
import { retiredItem } from "./survey-trade";

/** Every login of the seed has this one. */
export const demoPassword = "demo-password";

/** Refuses a database in which the firm or one of its logins is already. */
export async function refuseSecondSeed(plan: FirmPlan): Promise<void> {
  const taken = (await listCompanies()).some((company) => company.name === plan.companyName);
  if (taken) throw new Trouble(alreadySeeded(plan));
}

/** Company, people, accounts and services, on the first workday of the plan's first month. */
export async function foundFirm(plan: FirmPlan, users: Map<string, UserId>, today: PlainDate): Promise<Firm> {
  const foundedOn = workdayFrom(firstOfMonth(addMonths(firstOfMonth(today), -plan.months)));
  const clock = clockOn(foundedOn, 9);
  const signUp = { ...plan.owner, password: demoPassword, companyName: plan.companyName, timeZone: zone };
  const { slug, userId } = await foundWith(signUp, clock.next()).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === "email_taken" ? new Trouble(alreadySeeded(plan)) : error;
  });
  users.set(plan.owner.email, userId);
  const paid = { plan: plan.subscribes, status: "active", interval: "year" } as const;
  await (await billingOffice(slug)).work((work) => changeSubscription(work, paid), clock.next());

  await createLogins(plan, users, clock.next());
  const owner = { plan: plan.owner, desk: await deskOf(slug, plan.owner.email), sheet: [] };
  const people: Person[] = [owner];
  for (const one of joining(plan)) {
    people.push(await join(owner.desk, slug, one, named(users, one.email), clock));
  }
  const bookkeeper = people.find((person) => person.plan.role === "admin") ?? owner;
  const managers = people.filter((person) => person.plan.role === "manager");
  return {
    plan,
    slug,
    today,
    foundedOn,
    dice: { deeds: diceOf(plan.projects), till: diceOf(plan.projects + 1), time: diceOf(plan.projects + 2) },
    agenda: newAgenda(),
    till: newAgenda(),
    owner,
    bookkeeper,
    managers: managers.length > 0 ? managers : [bookkeeper],
    people,
    items: await fillCatalog(owner.desk, plan, clock),
    accounts: await openAccounts(bookkeeper.desk, plan, clock),
    clients: new Map(),
    projects: [],
    unsubmitted: [],
    submitted: [],
    landmarks: new Map(),
    counts: { timeEntries: 0, invoices: 0, payments: 0 },
  };
}

function alreadySeeded(plan: FirmPlan): string {
  return `This database holds "${plan.companyName}" or its logins already. Seed an empty database.`;
}

function joining({ people, bookkeeper }: FirmPlan): PersonPlan[] {
  if (!bookkeeper) return people;
  return [{ ...bookkeeper, role: "admin", hourlyRateCents: null, entriesPer100Days: 0, services: [] }, ...people];
}

/** At once, since a password takes its time to be hashed. Somebody with a login of another firm keeps that login. */
async function createLogins(plan: FirmPlan, users: Map<string, UserId>, now: Date): Promise<void> {
  const missing = joining(plan).filter(({ email }) => !users.has(email));
  const logins = missing.map(({ name, email }) => ({ name, email, password: demoPassword }));
  const userIds = await Promise.all(logins.map((login) => makeLogin(login, now)));
  logins.forEach(({ email }, i) => void users.set(email, present(userIds[i], email)));
}

async function join(owners: Desk, slug: string, plan: PersonPlan, userId: UserId, clock: Clock): Promise<Person> {
  const { name, email, role, hourlyRateCents } = plan;
  const member = { userId, displayName: name, role, hourlyRateCents };
  const memberId = await owners.work((work) => addMember(work, member), { now: clock.next() });
  if (hourlyRateCents !== null) {
    const costs = { memberId, costRateCents: costOf(hourlyRateCents), weeklyMinutes: 40 * 60 };
    await owners.work((work) => updateMember(work, costs), { now: clock.next() });
  }
  return { plan, desk: await deskOf(slug, email), sheet: [] };
}

/** About two fifths of what is charged, in whole dollars. */
function costOf(rate: Cents): Cents {
  return cents(Math.round((rate * 4) / 1000) * 100);
}

async function fillCatalog(desk: Desk, plan: FirmPlan, clock: Clock): Promise<Firm["items"]> {
  const items: Firm["items"] = new Map();
  for (const item of plan.items) {
    const { itemId } = await desk.work((work) => createItem(work, item), { now: clock.next() });
    items.set(item.name, itemId);
  }
  const retired = await desk.work((work) => createItem(work, retiredItem), { now: clock.next() });
  await desk.work((work) => deactivateItem(work, retired), { now: clock.next() });
  return items;
}

/** By code, the accounts that every company begins with included. */
async function openAccounts(desk: Desk, plan: FirmPlan, clock: Clock): Promise<Firm["accounts"]> {
  for (const account of plan.accounts) {
    await desk.work((work) => createAccount(work, { ...account, isBank: false }), { now: clock.next() });
  }
  const all = await listAccounts(desk.scope(clock.next()), {});
  return new Map(all.map((account) => [account.code, account.id]));
}
