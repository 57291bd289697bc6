import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { JournalEntryId, PeriodId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { balanceAsOf } from "@/lib/ledger/balances";

/** An entry that is not what its period's seal says. Nothing expected: it came in afterwards. Nothing found: it is gone. */
export type AlteredEntry = {
  periodId: PeriodId;
  period: string;
  entryId: JournalEntryId;
  number: number;
  expected: string | null;
  found: string | null;
};

/** A closed period with its digest as the close wrote it, and as it is computed from the rows of this moment. */
export type SealState = {
  periodId: PeriodId;
  period: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** Which close of this company; null for a period that was closed before there were seals. */
  place: number | null;
  entries: number;
  postedCents: Cents;
  previousDigest: string | null;
  expected: string | null;
  found: string | null;
  /** By number. */
  altered: AlteredEntry[];
};

type SealRow = Omit<SealState, "entries" | "postedCents" | "altered"> & {
  entries: string | null;
  postedCents: string | null;
  altered: Omit<AlteredEntry, "periodId" | "period">[];
};

/** Every closed period in the order of its days. Reads all their entries once: a second or two for a hundred thousand. */
export async function listSeals(scope: Scope<"periods.read">): Promise<SealState[]> {
  const { rows } = await scope.read((db) =>
    db.execute<SealRow>(sql`
      select period_id as "periodId", period_name as period, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
        to_char(ends_on, 'YYYY-MM-DD') as "endsOn", place, entry_count as entries, posted_cents as "postedCents",
        previous_digest as "previousDigest", expected, found, altered
      from seal_states(${scope.company.id}) order by starts_on`),
  );
  return rows.map(({ altered, ...row }) => ({
    ...row,
    entries: Number(row.entries ?? 0),
    postedCents: cents(Number(row.postedCents ?? 0)),
    altered: altered.map((entry) => ({ ...entry, periodId: row.periodId, period: row.period })),
  }));
}

/** What the database put under seal when the period was closed just now, as the facts of the close tell it. */
export async function sealOf(scope: Scope<"periods.read">, period: { id: PeriodId; endsOn: PlainDate }) {
  const { rows } = await scope.read((db) =>
    db.execute<{
      entries: string;
      posted: string;
      balance: string;
      fingerprint: string;
      digest: string;
      previous: string;
    }>(sql`
      select entry_count as entries, posted_cents as posted, fingerprint, digest, previous_digest as previous, (
        select coalesce(sum(greatest(amount, 0)), 0) from (
          select ${balanceAsOf(period.endsOn)} as amount from ${accounts} where ${owned(scope, accounts)}) balance) as balance
      from period_seals where company_id = ${scope.company.id} and period_id = ${period.id} order by number desc limit 1`),
  );
  const { entries, posted, balance, ...rest } = present(rows[0], "the seal of a period that was closed");
  return {
    ...rest,
    entries: Number(entries),
    postedCents: cents(Number(posted)),
    /** The debit side of the trial balance at the period's last day. */
    balanceCents: cents(Number(balance)),
  };
}

/** The fingerprint of balances that every close has in its facts, computed anew: all there is of closes before seals. */
export async function fingerprintOf(
  scope: Scope<"periods.read">,
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
): Promise<string> {
  const { rows } = await scope.read((db) =>
    db.execute<{ fingerprint: string }>(
      sql`select balance_fingerprint(${scope.company.id}, ${startsOn}, ${endsOn}) as fingerprint`,
    ),
  );
  return present(rows[0], "the fingerprint of a period").fingerprint;
}
