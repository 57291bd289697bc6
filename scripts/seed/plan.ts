import type { Cents, RatePpm } from "@/lib/kernel/money";
import type { Plan } from "@/lib/kernel/plans";
import type { Role } from "@/lib/kernel/roles";
import type { AccountType } from "@/lib/ledger/account";

export type PersonPlan = {
  name: string;
  email: string;
  role: Role;
  hourlyRateCents: Cents | null;
  /** Time entries on a hundred days of work. */
  entriesPer100Days: number;
  /** The services that this person works by. */
  services: string[];
};

export type ItemPlan = {
  kind: "service" | "product";
  name: string;
  description: string;
  unitPriceCents: Cents | null;
  isTaxable: boolean;
};

export type AccountPlan = { code: string; name: string; type: AccountType };

/** A cost that is booked by hand each month. */
export type CostPlan = { workday: number; memo: string; account: string; cents: Cents };

/** A firm before it is founded: what it is called, who works there, and how busy it is. */
export type FirmPlan = {
  companyName: string;
  /** What it has subscribed to, and pays. */
  subscribes: Plan;
  owner: PersonPlan;
  people: PersonPlan[];
  /** A login of another firm that keeps this firm's books as well. */
  bookkeeper: { email: string; name: string } | null;
  /** Whole months of history before the current one. */
  months: number;
  clients: string[];
  /** How many projects the firm ever had, and with how many it began. */
  projects: number;
  openingProjects: number;
  rates: Cents[];
  places: string[];
  kinds: string[];
  items: ItemPlan[];
  notes: Record<string, string[]>;
  accounts: AccountPlan[];
  costs: CostPlan[];
  capital: Cents;
  taxPercent: RatePpm;
  /** Of a hundred workdays, how many bring a person to the office. */
  presencePercent: number;
  /** Invoices of a month, from time and by hand. */
  invoicesPerMonth: number;
};
