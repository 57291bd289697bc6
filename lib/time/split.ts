import type { Rounding } from "@/lib/companies/rounding";
import type { CatalogItemId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { roundParts } from "./rounding";

export type ServiceMinutes = { itemId: CatalogItemId | null; minutes: number };

export const mostServices = 20;

/** What a form asks for: the whole duration, its first service, and what of it belongs to others. */
type SplitTime = {
  itemId: CatalogItemId | null;
  durationMinutes: number;
  moreServices?: ServiceMinutes[] | undefined;
};

/** The minutes by service; the first keeps what the others leave. Refuses `time_split_too_long` when that is nothing. */
export function servicesOf({ itemId, durationMinutes, moreServices = [] }: SplitTime): ServiceMinutes[] {
  const minutes = durationMinutes - sumMinutes(moreServices);
  if (minutes < 1) throw refuseField("moreServices", "time_split_too_long");
  return [{ itemId, minutes }, ...moreServices];
}

/** By the company's rule: what is recorded, and what was worked where that is not the same. */
export function roundedTime(worked: ServiceMinutes[], rounding: Rounding) {
  const services = roundParts(worked, rounding);
  const [durationMinutes, workedMinutes] = [sumMinutes(services), sumMinutes(worked)];
  return { services, durationMinutes, workedMinutes: workedMinutes === durationMinutes ? null : workedMinutes };
}

function sumMinutes(parts: { minutes: number }[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0);
}
