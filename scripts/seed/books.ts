import { addDays, addMonths, firstOfMonth, lastOfMonth, type PlainDate, plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { closeYear } from "@/lib/ledger/close-year";
import { createPeriod } from "@/lib/ledger/create-period";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { listAccounts } from "@/lib/ledger/queries";
import { reopenPeriod } from "@/lib/ledger/reopen-period";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { type Clock, lastWorkday, nthWorkday } from "./calendar";
import { type Firm, named } from "./firm";

/** Capital at the start, costs each month, savings and the owner's draw each quarter, sales tax each month. */
export function scheduleBooks(firm: Firm): void {
  const { plan, agenda, foundedOn } = firm;
  agenda.on(foundedOn, (clock) => book(firm, clock, "Owner's capital", "1000", "3000", plan.capital));
  const first = firstOfMonth(foundedOn);
  for (let month = first; month < firm.today; month = addMonths(month, 1)) {
    for (const { workday, memo, account, cents: amount } of plan.costs) {
      agenda.on(nthWorkday(month, workday), (clock) => book(firm, clock, memo, account, "1000", amount));
    }
    if (month > first) agenda.on(nthWorkday(month, 14), (clock) => payTax(firm, clock));
    const isQuarter = month > first && ["03", "06", "09", "12"].includes(month.slice(5, 7));
    if (isQuarter) {
      const saved = cents(Math.floor(plan.capital / 20));
      const drawn = cents(saved * 4);
      agenda.on(nthWorkday(month, 17), (clock) => book(firm, clock, "Savings certificate", "1200", "1000", saved));
      agenda.on(nthWorkday(month, 18), (clock) => book(firm, clock, "Owner's draw", "3100", "1000", drawn));
    }
  }
}

/**
 * Four months ago the firm began to close its books: all that lay before as one period for each calendar year, with the year
 * that was over closed first, from then on a month at a time, two months later. So two months are closed besides and the last three open. One was opened again for a late bill. A younger firm has the
 * months alone, all open.
 */
export function schedulePeriods(firm: Firm): void {
  const { agenda, foundedOn, today } = firm;
  const first = firstOfMonth(foundedOn);
  const current = firstOfMonth(today);
  const begun = addMonths(current, -4);
  const periods = new Map<PlainDate, PeriodId>();
  const open = (on: PlainDate, from: PlainDate, to: PlainDate) =>
    agenda.on(on, async (clock) => void periods.set(from, await openPeriod(firm, from, lastOfMonth(to), clock)));
  const close = (on: PlainDate, from: PlainDate) =>
    agenda.on(on, (clock) => closeMonth(firm, named(periods, from), "", clock));

  const isYoung = first >= begun;
  const past = isYoung ? [] : yearsOf(first, addMonths(begun, -1));
  for (const { from, to } of past) open(lastWorkday(addMonths(begun, -1)), from, to);
  for (let month = isYoung ? first : begun; month <= current; month = addMonths(month, 1)) {
    open(month === first ? foundedOn : lastWorkday(addMonths(month, -1)), month, month);
  }
  if (isYoung) return;
  for (const { from, to } of past) {
    if (to.endsWith("-12-31")) agenda.on(lastWorkday(addMonths(begun, 1)), (clock) => closeBooksOf(firm, to, clock));
    close(lastWorkday(addMonths(begun, 1)), from);
  }
  close(lastWorkday(addMonths(begun, 2)), begun);
  agenda.on(addDays(lastWorkday(addMonths(begun, 2)), 2), (clock) =>
    bookLateBill(firm, named(periods, begun), begun, clock),
  );
  close(lastWorkday(addMonths(begun, 3)), addMonths(begun, 1));
}

/** From the first day to the end of a month, cut where a calendar year ends: no period spans the end of a fiscal year. */
function yearsOf(first: PlainDate, lastMonth: PlainDate): { from: PlainDate; to: PlainDate }[] {
  const end = lastOfMonth(lastMonth);
  const yearEnd = plainDate(`${first.slice(0, 5)}12-31`);
  if (end <= yearEnd) return [{ from: first, to: end }];
  return [{ from: first, to: yearEnd }, ...yearsOf(addDays(yearEnd, 1), lastMonth)];
}

/** The profit of the year to retained earnings, before its last day is closed for good. */
async function closeBooksOf(firm: Firm, endsOn: PlainDate, clock: Clock): Promise<void> {
  await firm.bookkeeper.desk.work((work) => closeYear(work, { endsOn }), { now: clock.next() });
}

async function openPeriod(firm: Firm, startsOn: PlainDate, endsOn: PlainDate, clock: Clock): Promise<PeriodId> {
  const input = { name: "", startsOn, endsOn };
  const { periodId } = await firm.bookkeeper.desk.work((work) => createPeriod(work, input), { now: clock.next() });
  return periodId;
}

/** What the bookkeeper says of whatever is left to judge. */
const judged = {
  ...{ unbilled: "Invoiced in the following month, as agreed with the clients", unapproved: "Approved next week" },
  ...{
    unsubmitted: "Not billable, and small",
    running: "Nothing more is expected",
    credit: "Kept for the next invoice",
  },
  ...{ uncovered: "From before the first period", year: "The accountant closes the year in spring" },
};

async function closeMonth(firm: Firm, periodId: PeriodId, note: string, clock: Clock): Promise<void> {
  await firm.bookkeeper.desk.work((work) => closePeriod(work, { periodId, note, reasons: judged }), {
    now: clock.next(5),
  });
}

/** The only way to book into a closed month: the owner opens it with a reason, and it is closed again. */
async function bookLateBill(firm: Firm, periodId: PeriodId, month: PlainDate, clock: Clock): Promise<void> {
  const reason = "The accountant's bill for this month came late";
  await firm.owner.desk.work((work) => reopenPeriod(work, { periodId, reason }), { now: clock.next() });
  await book(firm, clock, "Accountant, monthly review", "6070", "1000", cents(38_500), lastWorkday(month));
  await closeMonth(firm, periodId, "Closed again after the accountant's bill", clock);
}

/** To the state goes what was collected for it. */
async function payTax(firm: Firm, clock: Clock): Promise<void> {
  const [tax] = await listAccounts(firm.bookkeeper.desk.scope(clock.next()), { search: "2100" });
  const owed = 0 - (tax?.balanceCents ?? 0);
  if (owed > 0) await book(firm, clock, "Sales tax paid to the state", "2100", "1000", cents(owed));
}

async function book(
  firm: Firm,
  clock: Clock,
  memo: string,
  debit: string,
  credit: string,
  amount: Cents,
  entryOn: PlainDate = clock.day,
): Promise<void> {
  const zero = cents(0);
  const lines = [
    { accountId: named(firm.accounts, debit), debit: amount, credit: zero, memo: "" },
    { accountId: named(firm.accounts, credit), debit: zero, credit: amount, memo: "" },
  ];
  await firm.bookkeeper.desk.work((work) => postManualEntry(work, { entryOn, memo, lines }), { now: clock.next() });
}
