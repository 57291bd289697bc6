import { timeZones } from "@/lib/kernel/time-zones";

const zones = new Set(Intl.supportedValuesOf("timeZone"));

export function isTimeZone(zone: string): boolean {
  return zones.has(zone);
}

/** Every zone by its IANA name, as people type it; first those of the United States, by the names that they use. */
export const timeZoneChoices = [
  ...timeZones.map(({ value, label }) => ({ value, label: `${label} (${spaced(value)})` })),
  ...[...zones].filter((zone) => !isAmerican(zone)).map((zone) => ({ value: zone, label: spaced(zone) })),
];

function isAmerican(zone: string): boolean {
  return timeZones.some(({ value }) => value === zone);
}

function spaced(zone: string): string {
  return zone.replaceAll("_", " ");
}
