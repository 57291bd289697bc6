import { cents, type RatePpm } from "@/lib/kernel/money";
import type { FirmPlan } from "./plan";
import { accounts, items, kinds, notes, places } from "./survey-trade";

/** Two people over five months: the owner draws, and Northmoor's bookkeeper keeps the books here as well. */
export const tidewell: FirmPlan = {
  companyName: "Tidewell Drafting Studio",
  subscribes: "professional",
  owner: {
    name: "Gideon Prewitt",
    email: "owner@tidewell.example",
    role: "owner",
    hourlyRateCents: null,
    entriesPer100Days: 250,
    services: ["Drafting and CAD", "Site design", "Client meeting"],
  },
  people: [],
  bookkeeper: { email: "admin@northmoor.example", name: "Odette Farrow" },
  months: 4,
  clients: [
    "Amberline Interiors",
    "Blue Heron Kitchens",
    "Corbel & Lintel Studio",
    "Driftwood Cottages",
    "Evergreen Play Centers",
  ],
  projects: 10,
  openingProjects: 5,
  rates: [8_500, 9_500].map(cents),
  places: [...places].reverse(),
  kinds,
  items: items.filter((item) => !["Field survey crew", "Drone mapping", "Construction staking"].includes(item.name)),
  notes,
  accounts: accounts.filter((account) => account.code !== "1500"),
  costs: [
    { workday: 1, memo: "Studio rent", account: "6010", cents: cents(65_000) },
    { workday: 4, memo: "Software subscriptions", account: "6020", cents: cents(18_900) },
  ],
  capital: cents(1_200_000),
  taxPercent: 62_500 as RatePpm,
  presencePercent: 26,
  invoicesPerMonth: 4,
};
