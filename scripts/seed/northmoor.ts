import { cents, type RatePpm } from "@/lib/kernel/money";
import type { CostPlan, FirmPlan, PersonPlan } from "./plan";
import { accounts, items, kinds, notes, places } from "./survey-trade";

/** People and clients are invented; `.example` belongs to nobody. */
const clients = [
  "Bramblewood Homes",
  "Castine Street Partners",
  "Dovetail Builders",
  "Eastgate Self Storage",
  "Fennimore Realty Trust",
  "Gallowglass Brewing",
  "Hartsong Music School",
  "Inverlea Land Company",
  "Juniper Row Condominiums",
  "Kestrel Solar",
  "Lantern Hill Inn",
  "Marrowstone Masonry",
  "Nettle Creek Nurseries",
  "Oxbow Paper Mill",
  "Pemberwick Academy",
  "Quayside Boatworks",
  "Rookery Development",
  "Saltbox Preservation Society",
  "Thistledown Senior Living",
  "Umberfield Farm",
  "Vantage Point Cafés",
  "Wexcombe Water District",
  "Yarrow Veterinary Clinic",
  "Zephyr Wind Services",
  "Ashgrove Cemetery Association",
  "Birchbark Outfitters",
  "Coldspring Orchards",
  "Drumlin Excavation",
  "Elmhollow Library Trust",
  "Foxglove Pharmacy",
  "Gristmill Bakery",
  "Hollowell Paving",
  "Ironbridge Storage",
  "Jasper & Vane, Attorneys",
  "Kittredge Lumber",
  "Loomis Falls Hydro",
  "Moorhen Properties",
  "Nightjar Theatre",
  "Old Harbor Fisheries",
  "Pinnacle Ridge Ski Club",
  "Ravenscroft Estates",
  "Stonecutter Quarries",
  "Tamarack Transit",
];

const designer = ["Drafting and CAD", "Site design", "Drafting and CAD", "Client meeting", "Permit coordination"];
const surveyor = [
  "Field survey crew",
  "Boundary research",
  "Drafting and CAD",
  "Construction staking",
  "Drone mapping",
];
const manager = ["Project management", "Client meeting", "Permit coordination"];

const person = (
  name: string,
  mailbox: string,
  role: PersonPlan["role"],
  rest: Partial<PersonPlan> = {},
): PersonPlan => {
  const email = `${mailbox}@northmoor.example`;
  return { name, email, role, hourlyRateCents: null, entriesPer100Days: 0, services: [], ...rest };
};

const owner = person("Marian Holloway", "owner", "owner", { entriesPer100Days: 70, services: ["Expert consultation"] });

const people: PersonPlan[] = [
  person("Odette Farrow", "admin", "admin"),
  person("Tobias Lindqvist", "manager", "manager", worker(15_500, 180, manager)),
  person("Renata Osei", "renata", "manager", worker(14_500, 180, manager)),
  person("Caleb Thornbury", "staff", "staff", worker(11_000, 370, surveyor)),
  person("Ines Marchetti", "ines", "staff", worker(12_500, 370, designer)),
  person("Devon Achterberg", "devon", "staff", worker(9_500, 370, surveyor)),
  person("Yuki Sandoval", "yuki", "staff", worker(10_500, 370, designer)),
  person("Hollis Brandt", "hollis", "staff", worker(9_000, 370, surveyor)),
];

const costs: CostPlan[] = [
  { workday: 1, memo: "Office rent", account: "6010", cents: cents(640_000) },
  { workday: 4, memo: "Software subscriptions", account: "6020", cents: cents(118_500) },
  { workday: 7, memo: "Liability insurance", account: "6050", cents: cents(248_000) },
  { workday: 11, memo: "Payroll, first half", account: "6030", cents: cents(3_340_000) },
  { workday: 15, memo: "Fuel and vehicle leases", account: "6060", cents: cents(186_400) },
  { workday: 20, memo: "Payroll, second half", account: "6030", cents: cents(3_340_000) },
  { workday: 20, memo: "Payroll taxes", account: "6040", cents: cents(511_020) },
];

/** Nine people over fourteen months. */
export const northmoor: FirmPlan = {
  companyName: "Northmoor Design & Survey",
  subscribes: "premium",
  owner,
  people,
  bookkeeper: null,
  months: 13,
  clients,
  projects: 100,
  openingProjects: 26,
  rates: [9_500, 11_000, 12_000, 13_500, 14_500].map(cents),
  places,
  kinds,
  items,
  notes,
  accounts,
  costs,
  capital: cents(24_000_000),
  taxPercent: 62_500 as RatePpm,
  presencePercent: 97,
  invoicesPerMonth: 44,
};

/** The same firm, a tenth as busy. */
export const smallNorthmoor: FirmPlan = {
  ...northmoor,
  clients: clients.slice(0, 7),
  projects: 10,
  openingProjects: 5,
  costs: costs.map((cost) => ({ ...cost, cents: cents(cost.cents / 10) })),
  capital: cents(northmoor.capital / 10),
  presencePercent: 9,
  invoicesPerMonth: 4,
};

function worker(rateCents: number, entriesPer100Days: number, services: string[]): Partial<PersonPlan> {
  return { hourlyRateCents: cents(rateCents), entriesPer100Days, services };
}
