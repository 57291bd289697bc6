import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { accounts, clients, journalEntries, journalLines, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import { newestEntryNumber } from "./newest-entry";

/** Both ends are days of it; null is the first or the last entry. */
export type JournalRange = { from: PlainDate | null; to: PlainDate | null };

/** Who reads the books, and who takes the company's data along. */
type JournalReader = Scope<"reports.read"> | Scope<"data.export">;

export type JournalAccount = Awaited<ReturnType<typeof journalAccounts>>[number];
export type JournalRow = Awaited<ReturnType<typeof readBatch>>[number];

type Place = { entryOn: PlainDate; number: number };

export function journalAccounts(scope: Scope<"reports.read">) {
  return scope.read((db) =>
    db
      .select({ code: accounts.code, name: accounts.name, type: accounts.type })
      .from(accounts)
      .where(owned(scope, accounts))
      .orderBy(asc(accounts.code)),
  );
}

/**
 * Every line by date and entry number, whole entries together, a batch of entries at a time. What was there at the
 * start is one picture; what is posted meanwhile is left out.
 */
export async function* journalBatches(scope: JournalReader, range: JournalRange, entries = 1_000) {
  const newest = await newestEntryNumber(scope);
  let after: Place | null = null;
  for (;;) {
    const rows: JournalRow[] = await readBatch(scope, { ...range, newest }, after, entries);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = { entryOn: last.entryOn, number: last.number };
  }
}

function readBatch(
  scope: JournalReader,
  { from, to, newest }: JournalRange & { newest: number },
  after: Place | null,
  limit: number,
) {
  return scope.read((db) => {
    const batch = db
      .select({ id: journalEntries.id })
      .from(journalEntries)
      .where(
        and(
          owned(scope, journalEntries),
          lte(journalEntries.number, newest),
          from ? gte(journalEntries.entryOn, from) : undefined,
          to ? lte(journalEntries.entryOn, to) : undefined,
          after
            ? sql`(${journalEntries.entryOn}, ${journalEntries.number}) > (${after.entryOn}::date, ${after.number}::bigint)`
            : undefined,
        ),
      )
      .orderBy(asc(journalEntries.entryOn), asc(journalEntries.number))
      .limit(limit)
      .as("batch");
    return db
      .select({
        entryId: journalEntries.id,
        number: journalEntries.number,
        entryOn: journalEntries.entryOn,
        memo: journalEntries.memo,
        sourceType: journalEntries.sourceType,
        sourceId: journalEntries.sourceId,
        code: accounts.code,
        name: accounts.name,
        type: accounts.type,
        amountCents: journalLines.amountCents,
        lineMemo: journalLines.memo,
        client: clients.name,
        project: projects.name,
      })
      .from(batch)
      .innerJoin(journalEntries, and(owned(scope, journalEntries), eq(journalEntries.id, batch.id)))
      .innerJoin(journalLines, and(owned(scope, journalLines), eq(journalLines.entryId, batch.id)))
      .innerJoin(accounts, and(owned(scope, accounts), eq(accounts.id, journalLines.accountId)))
      .leftJoin(clients, and(owned(scope, clients), eq(clients.id, journalLines.clientId)))
      .leftJoin(projects, and(owned(scope, projects), eq(projects.id, journalLines.projectId)))
      .orderBy(asc(journalEntries.entryOn), asc(journalEntries.number), asc(journalLines.lineNo));
  });
}
