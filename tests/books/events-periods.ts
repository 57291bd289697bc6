import { plainDate } from "@/lib/kernel/dates";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { accountByCode, bookByHand, dollars } from "../deeds";
import { closing, opening, reopening, takingBack } from "../lib/ledger/turns";
import type { Firm } from "../world";
import type { Event } from "./scribe";

/** Openings, closings of years and corrections. */
export async function playPeriods({ owner }: Firm, event: Event) {
  const day = plainDate("2024-12-31");
  const balances = { "1000": "900.00", "2100": "-100.00", "3000": "-800.00" };
  await event("Opening balances", "What another program says of the end of 2024, posted as one entry.", () =>
    opening(owner, balances, day),
  );
  await event("Opening balances taken back", "The mirror on the same day; others can be entered.", () =>
    takingBack(owner),
  );
  await event("Opening balances entered again", "Only what differs from the books is posted.", () =>
    opening(owner, { ...balances, "1000": "950.00", "3000": "-850.00" }, day),
  );
  await bookByHand(owner, "1000", "4000", "700.00", plainDate("2025-06-30"));
  await bookByHand(owner, "6000", "1000", "250.00", plainDate("2025-07-31"));
  const end = plainDate("2025-12-31");
  await event(
    "Fiscal year closed",
    "Two entries of 2025 came before: $700.00 earned, $250.00 spent. The net goes to retained earnings.",
    () => closing(owner, end),
  );
  await event("Fiscal year reopened", "The mirror of the closing entry on its own day, by an owner.", () =>
    reopening(owner, end),
  );
  await closing(owner, end);
  await bookByHand(owner, "6000", "1000", "50.00", plainDate("2025-12-30"));
  await event(
    "Fiscal year closed again",
    "An expense of $50.00 came after the close: the old closing entry is taken back, and a new one made.",
    () => closing(owner, end),
  );
  const account = await accountByCode(owner);
  const wrong = await bookByHand(owner, "6000", "1000", "10.00", plainDate("2026-11-16"));
  await event("Entry that corrects another", "It is free and balanced; both entries show each other.", () =>
    owner.work((work) =>
      postManualEntry(work, {
        entryOn: plainDate("2026-11-17"),
        memo: "Ten more were paid",
        lines: [
          { accountId: account("6000"), debit: dollars("10"), credit: dollars("0"), memo: "" },
          { accountId: account("1000"), debit: dollars("0"), credit: dollars("10"), memo: "" },
        ],
        correctsEntryId: wrong,
        correctionReason: "The receipt says $20.00",
      }),
    ),
  );
}
