import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { OpeningInput } from "./inputs";
import { lockBooks } from "./lock-books";
import { listOpeningAccounts, listOpenings } from "./opening";
import { post } from "./post";

/**
 * The balances of another program on a day, as one entry of what they differ by from the books. What is not stated is
 * zero. Accounts that documents keep are compared and not posted: their documents come first. Refuses
 * `opening_unbalanced`, `opening_control`, `opening_stands`, `opening_empty`, `period_closed`.
 */
export async function postOpening(work: Work<"opening.write">, { openedOn, lines }: OpeningInput) {
  await lockBooks(work);
  const made = await listOpenings(work);
  const standing = made.find((one) => one.standing);
  if (standing) throw new Refusal("opening_stands", { number: standing.number });
  const off = sumCents(lines.map((line) => cents(line.debit - line.credit)));
  if (off !== 0) throw refuseField("lines", "opening_unbalanced", { amount: formatDollars(Math.abs(off)) });

  const accounts = await listOpeningAccounts(work, openedOn);
  if (lines.some((line) => !accounts.some((one) => one.accountId === line.accountId))) throw new Refusal("not_found");
  const stated = (accountId: string) =>
    sumCents(lines.filter((one) => one.accountId === accountId).map((one) => cents(one.debit - one.credit)));
  const moves = accounts.map((one) => ({ ...one, amountCents: cents(stated(one.accountId) - one.booksCents) }));
  const wrong = moves.find((one) => one.isControl && one.amountCents !== 0);
  if (wrong)
    throw refuseField("lines", "opening_control", {
      account: `${wrong.code} ${wrong.name}`,
      books: formatDollars(wrong.booksCents),
      amount: formatDollars(Math.abs(wrong.amountCents)),
    });
  const posted = moves.filter((one) => one.amountCents !== 0);
  if (posted.length === 0) throw new Refusal("opening_empty");

  const entry = await post(work, {
    entryOn: openedOn,
    memo: `Opening balances on ${formatDay(openedOn)}`,
    sourceType: "opening",
    sourceId: `opening-${made.length + 1}`,
    lines: posted.map((one) => ({ account: { id: one.accountId }, amountCents: one.amountCents })),
  });
  record(work, "opening.posted", entry.id, {
    summary: `Opening balances on ${formatDay(openedOn)} were posted as entry ${entry.number}`,
    facts: { openedOn, accounts: posted.length, entry: entry.number },
  });
  return { entryId: entry.id };
}
