import { formatMinutes } from "@/lib/kernel/decimal-text";
import { hoursOf, lineSubtotal } from "@/lib/kernel/money";
import type { listUnbilledTime } from "@/lib/time/queries";

type Minutes = Awaited<ReturnType<typeof listUnbilledTime>>[number];

/**
 * One row for each entry, however many services it was split over: an entry is invoiced as a whole. A rate is said where
 * there is one; several services with several rates have none of their own, and the amount is the sum of theirs.
 */
export function choosable(time: Minutes[]) {
  const entries = new Map<string, Minutes[]>();
  for (const row of time) {
    const parts = entries.get(row.id);
    if (parts) parts.push(row);
    else entries.set(row.id, [row]);
  }
  return [...entries.values()].map((parts) => {
    const [first] = parts as [Minutes, ...Minutes[]];
    const amounts = parts.map((part) =>
      part.rateCents === null ? null : lineSubtotal(hoursOf(part.durationMinutes), part.rateCents),
    );
    return {
      id: first.id,
      day: first.workedOn,
      project: first.projectLabel,
      note: first.note,
      service: parts.length === 1 ? (first.itemName ?? "–") : parts.map(partWords).join(", "),
      member: first.memberName,
      minutes: parts.reduce((sum, part) => sum + part.durationMinutes, 0),
      rate: parts.every((part) => part.rateCents === first.rateCents) ? first.rateCents : null,
      amount: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
    };
  });
}

function partWords(part: Minutes): string {
  return `${part.itemName ?? "No service"} ${formatMinutes(part.durationMinutes)}`;
}
