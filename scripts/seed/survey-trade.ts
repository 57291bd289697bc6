import { cents } from "@/lib/kernel/money";
import type { AccountPlan, ItemPlan } from "./plan";

/** What a design and survey firm sells, does and books: shared by both firms of the seed. */
const service = (name: string, description: string, dollars: number | null = null): ItemPlan => {
  const unitPriceCents = dollars === null ? null : cents(dollars * 100);
  return { kind: "service", name, description, unitPriceCents, isTaxable: false };
};

const product = (name: string, description: string, dollars: number, isTaxable = true): ItemPlan => {
  return { kind: "product", name, description, unitPriceCents: cents(dollars * 100), isTaxable };
};

export const items: ItemPlan[] = [
  service("Field survey crew", "Two people with total station and GNSS receiver, per hour", 165),
  service("Boundary research", "Deeds, plans and monuments of record"),
  service("Drafting and CAD", "Plans and sheets, to the client's standard"),
  service("Site design", "Layout, grading and drainage"),
  service("Project management", "Schedule, coordination and review"),
  service("Construction staking", "Offsets and grades on site, per hour", 150),
  service("Permit coordination", "Filings with town boards and agencies"),
  service("Client meeting", "On site or by video"),
  service("Expert consultation", "By a licensed principal, per hour", 225),
  service("Drone mapping", "Flight, control and orthophoto, per hour", 190),
  product("Plot set 24 × 36", "One full set on bond", 18),
  product("Boundary marker set", "Four capped iron rods with guard stakes", 85),
  product("Aerial print, mounted", "36 × 48, on board", 140),
  product("Recording fee", "Registry of deeds, at cost", 105, false),
];

/** Offered once, and no longer. */
export const retiredItem = product("Blueprint copies", "Per sheet", 6);

export const notes: Record<string, string[]> = {
  "Field survey crew": ["Traverse and side shots", "Control set along the street", "Located monuments and fences"],
  "Boundary research": ["Registry, plan book search", "Abutters' deeds", "Compared record plan with field data"],
  "Drafting and CAD": [
    "Existing conditions sheet",
    "Revisions after review",
    "Title block and notes",
    "Sheet set, 60 %",
  ],
  "Site design": ["Grading, first pass", "Parking layout, option B", "Drainage areas", "Planting along the walk"],
  "Project management": ["Weekly coordination", "Scope and schedule", "Review of the set before it goes out"],
  "Construction staking": ["Building corners", "Curb line, 10 ft offsets", "Utility trench grades"],
  "Permit coordination": ["Planning board filing", "Answers to the board's letter", "Conservation commission"],
  "Client meeting": ["Walked the site with the owner", "Design review by video", ""],
  "Expert consultation": ["Line dispute, opinion", "Reviewed easement language"],
  "Drone mapping": ["Flight and ground control", "Orthophoto and contours"],
};

export const accounts: AccountPlan[] = [
  { code: "1200", name: "Savings Certificates", type: "asset" },
  { code: "1500", name: "Survey Equipment", type: "asset" },
  { code: "3100", name: "Owner's Draws", type: "equity" },
  { code: "6010", name: "Rent", type: "expense" },
  { code: "6020", name: "Software", type: "expense" },
  { code: "6030", name: "Payroll", type: "expense" },
  { code: "6040", name: "Payroll Taxes", type: "expense" },
  { code: "6050", name: "Insurance", type: "expense" },
  { code: "6060", name: "Vehicles and Fuel", type: "expense" },
  { code: "6070", name: "Professional Fees", type: "expense" },
];

export const places = [
  "Harrow Lane",
  "Mill Pond",
  "Granite Street",
  "Ferry Landing",
  "Orchard Hill",
  "Depot Square",
  "Salt Marsh Road",
  "Quarry Ridge",
  "Union Wharf",
  "Maple Terrace",
  "Old Turnpike",
  "Beacon Lot 7",
  "Cooper's Yard",
  "North Common",
  "Linden Court",
  "Shipyard Row",
];

export const kinds = [
  "boundary survey",
  "topographic survey",
  "site plan",
  "land title survey",
  "subdivision plan",
  "construction staking",
  "as-built survey",
  "landscape design",
  "stormwater design",
  "parking layout",
  "accessibility review",
];
