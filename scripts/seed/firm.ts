import type { Desk } from "@/lib/doors/console";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, CatalogItemId, ClientId, ProjectId, TimeEntryId } from "@/lib/kernel/ids";
import type { logTime } from "@/lib/time/log-time";
import type { Agenda } from "./agenda";
import type { Dice } from "./dice";
import type { FirmPlan, PersonPlan } from "./plan";

/** `sheet` is time that was worked, and not yet entered. */
export type Person = { plan: PersonPlan; desk: Desk; sheet: Sheet };

export type Sheet = Parameters<typeof logTime>[1];

export type Project = {
  id: ProjectId;
  /** In the order in which the firm began them. */
  number: number;
  clientId: ClientId;
  isHourly: boolean;
  flatFeeCents: number;
  people: Person[];
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** Left out when the month is invoiced: billed when the work is done. */
  isHeld: boolean;
};

export type Entry = { id: TimeEntryId; author: Person; isClear: boolean };

/** A firm while it is lived through: who acts, what there is, and what is still to be done. */
export type Firm = {
  plan: FirmPlan;
  slug: string;
  today: PlainDate;
  foundedOn: PlainDate;
  /** What is to be done; payments apart, since they come in beside it. */
  agenda: Agenda;
  till: Agenda;
  /** One for each of the things that go on at once, so that each falls the same way on every run. */
  dice: { deeds: Dice; till: Dice; time: Dice };
  owner: Person;
  /** Who keeps the books: the admin, or the owner where there is none. */
  bookkeeper: Person;
  /** Who approve, invoice and take payments. */
  managers: Person[];
  people: Person[];
  items: Map<string, CatalogItemId>;
  accounts: Map<string, AccountId>;
  clients: Map<string, ClientId>;
  projects: Project[];
  /** Time that waits for its author, and time that waits for a manager. */
  unsubmitted: Entry[];
  submitted: Entry[];
  /** Projects that are promised by name. */
  landmarks: Map<string, Project>;
  counts: { timeEntries: number; invoices: number; payments: number };
};

export function named<V>(map: Map<string, V>, name: string): V {
  return present(map.get(name), name);
}

/** The login with this mailbox, such as `staff@…`. */
export function personAt(firm: Firm, mailbox: string): Person {
  return present(
    firm.people.find(({ plan }) => plan.email.startsWith(`${mailbox}@`)),
    mailbox,
  );
}

/** The managers in turn. */
export function managerOf(firm: Firm, n: number): Person {
  return firm.managers[n % firm.managers.length] as Person;
}
