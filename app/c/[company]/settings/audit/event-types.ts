import { eventTypes } from "@/lib/events/types";

/** `time_entry.approved` → “Time entry approved”. */
export function typeWords(type: string): string {
  const words = type.replaceAll(/[._]/g, " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

const groups = [...new Set(eventTypes.map((type) => type.split(".")[0] ?? type))];

/** Whole groups first, `invoice.` for everything about invoices; then each kind of fact. */
export const typeOptions = [
  ...groups.map((group) => ({ value: `${group}.`, label: `All: ${typeWords(group).toLowerCase()}`, group: "Groups" })),
  ...eventTypes.map((type) => ({ value: type as string, label: typeWords(type), group: "Kinds" })),
];
