import type { Desk } from "@/lib/doors/console";
import type { PlainDate } from "@/lib/kernel/dates";
import { cents } from "@/lib/kernel/money";
import { closeYear } from "@/lib/ledger/close-year";
import type { OpeningInput } from "@/lib/ledger/inputs";
import { postOpening } from "@/lib/ledger/post-opening";
import { reopenYear } from "@/lib/ledger/reopen-year";
import { takeBackOpening } from "@/lib/ledger/take-back-opening";
import { accountByCode, dollars } from "../../deeds";

/** Years and openings in few words; balances by code, debit positive. */
export async function openingOf(
  desk: Desk,
  balances: Record<string, string>,
  openedOn: PlainDate,
): Promise<OpeningInput> {
  const account = await accountByCode(desk);
  const lines = Object.entries(balances).map(([code, amount]) => {
    const signed = dollars(amount);
    return { accountId: account(code), debit: cents(Math.max(signed, 0)), credit: cents(Math.max(0 - signed, 0)) };
  });
  return { openedOn, lines };
}

export async function opening(desk: Desk, balances: Record<string, string>, openedOn: PlainDate) {
  const input = await openingOf(desk, balances, openedOn);
  return desk.work((work) => postOpening(work, input));
}

export function takingBack(desk: Desk) {
  return desk.work((work) => takeBackOpening(work, { reason: "A wrong file" }));
}

export function closing(desk: Desk, endsOn: PlainDate) {
  return desk.work((work) => closeYear(work, { endsOn }));
}

export function reopening(desk: Desk, endsOn: PlainDate) {
  return desk.work((work) => reopenYear(work, { endsOn, reason: "A late bill" }));
}
