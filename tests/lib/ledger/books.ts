import { sql } from "drizzle-orm";
import type { Desk } from "@/lib/doors/console";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, JournalEntryId, PeriodId } from "@/lib/kernel/ids";
import { reverseEntryInput } from "@/lib/ledger/inputs";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { listAccounts } from "@/lib/ledger/queries";
import { reopenPeriod } from "@/lib/ledger/reopen-period";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { dollars, reasons } from "../../deeds";
import { today } from "../../world";

export function close(desk: Desk, periodId: PeriodId, note = "") {
  return desk.work((work) => closePeriod(work, { periodId, note, reasons }));
}

export function reopen(desk: Desk, periodId: PeriodId, reason = "A late bill") {
  return desk.work((work) => reopenPeriod(work, { periodId, reason }));
}

export function reverseBy(desk: Desk, entryId: JournalEntryId, entryOn: PlainDate = today) {
  const input = reverseEntryInput.parse({ entryId, entryOn, memo: "Wrong account" });
  return desk.work((work) => reverseEntry(work, input));
}

/** Lines as `[account, debit, credit]`, posted by hand. */
export function postLines(desk: Desk, lines: [AccountId, string, string][], entryOn: PlainDate = today) {
  return desk.work((work) =>
    postManualEntry(work, {
      entryOn,
      memo: "By hand",
      lines: lines.map(([accountId, debit, credit]) => ({
        accountId,
        debit: dollars(debit),
        credit: dollars(credit),
        memo: "",
      })),
    }),
  );
}

/** The balances that are not zero, by code, debit positive. */
export async function balances(desk: Desk): Promise<Record<string, number>> {
  const all = await listAccounts(desk.scope(), {});
  return Object.fromEntries(all.filter((one) => one.balanceCents !== 0).map((one) => [one.code, one.balanceCents]));
}

const tables = [
  "journal_entries",
  "journal_lines",
  "account_months",
  "accounting_periods",
  "accounts",
  "invoices",
  "invoice_lines",
  "payments",
  "allocations",
  "credit_entries",
  "time_entries",
  "time_entry_services",
  "events",
  "requests",
  "number_series",
];

/** Every row of the company's books as one fingerprint for each table: equal before and after means nothing was left behind. */
async function traces(desk: Desk): Promise<Record<string, string>> {
  const counts = sql.raw(
    tables
      .map(
        (table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t) as ${table}`,
      )
      .join(", "),
  );
  const { rows } = await desk.scope().read((db) => db.execute<Record<string, string>>(sql`select ${counts}`));
  return rows[0] ?? {};
}

/** A deed that is refused so, and leaves the books as they were. */
export async function refused(desk: Desk, deed: () => Promise<unknown>): Promise<Record<string, unknown>> {
  const before = await traces(desk);
  const refusal = await deed().then(
    () => ({ code: "carried out" }),
    (error: unknown) => error,
  );
  const after = await traces(desk);
  const touched = tables.filter((table) => before[table] !== after[table]);
  if (touched.length > 0) throw new Error(`the refusal left traces in ${touched.join(", ")}`);
  return refusal as Record<string, unknown>;
}
