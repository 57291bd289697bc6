import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { requireOpen, requireYear, takeBack } from "./close-year";
import { listClosings } from "./fiscal-years";
import type { ReopenYearInput } from "./inputs";
import { lockBooks } from "./lock-books";

/** Takes a year's closing entry back, with a reason that stays. Refuses `year_not_closed`, `year_in_closed_period`. */
export async function reopenYear(work: Work<"years.reopen">, { endsOn, reason }: ReopenYearInput) {
  const year = requireYear(endsOn);
  await lockBooks(work);
  const standing = (await listClosings(work)).find((one) => one.entryOn === endsOn && one.standing);
  if (!standing) throw new Refusal("year_not_closed");
  await requireOpen(work, endsOn);
  const { number } = await takeBack(work, year, standing.id, reason);
  record(work, "year.reopened", standing.id, {
    summary: `Fiscal year ${year.name} was reopened: ${reason}`,
    facts: { endsOn, reason, entry: number },
  });
}
