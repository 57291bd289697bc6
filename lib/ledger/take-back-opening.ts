import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { TakeBackOpeningInput } from "./inputs";
import { lockBooks } from "./lock-books";
import { listOpenings } from "./opening";
import { reverse } from "./reverse";

/** The mirror of the opening entry on its own day; others can be entered then. Refuses `opening_none`, `period_closed`. */
export async function takeBackOpening(work: Work<"opening.write">, { reason }: TakeBackOpeningInput) {
  await lockBooks(work);
  const standing = (await listOpenings(work)).find((one) => one.standing);
  if (!standing) throw new Refusal("opening_none");
  const { number } = await reverse(work, standing.id, {
    entryOn: standing.entryOn,
    memo: `Opening balances taken back: ${reason}`,
    sourceType: "opening_void",
    sourceId: standing.id,
  });
  record(work, "opening.taken_back", standing.id, {
    summary: `Opening balances of entry ${standing.number} were taken back: ${reason}`,
    facts: { reason, entry: number },
  });
}
