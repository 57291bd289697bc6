import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import { isAtLeast, type Role } from "@/lib/kernel/roles";

/** draft → submitted → approved → billed. Returned goes back to draft; a void invoice gives billed back to approved. */
export const timeEntryStatuses = ["draft", "submitted", "approved", "billed"] as const;
export type TimeEntryStatus = (typeof timeEntryStatuses)[number];

/** What was worked can be changed: by its own member while a draft, by managers until it is approved. */
export function mayEditEntry(
  member: { id: string; role: Role },
  entry: { memberId: string; status: TimeEntryStatus },
): boolean {
  if (isAtLeast(member.role, "manager")) return entry.status === "draft" || entry.status === "submitted";
  return entry.memberId === member.id && entry.status === "draft";
}

export const minutesOfDay = 24 * 60;

/** `1:30 on Nov 23, 2026`: how facts and confirmations call an entry. */
export function entryWords({ durationMinutes, workedOn }: { durationMinutes: number; workedOn: PlainDate }): string {
  return `${formatMinutes(durationMinutes)} on ${formatDay(workedOn)}`;
}

/** `1:07 worked, 1:15 recorded`: why an entry says another time than the clock; null where it does not. */
export function roundedWords(entry: { durationMinutes: number; workedMinutes: number | null }): string | null {
  if (entry.workedMinutes === null) return null;
  return `${formatMinutes(entry.workedMinutes)} worked, ${formatMinutes(entry.durationMinutes)} recorded`;
}
