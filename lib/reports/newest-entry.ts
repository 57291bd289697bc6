import { max } from "drizzle-orm";
import { journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";

/**
 * The number of the newest entry, zero before the first. Entries never change and their numbers have no gap, so what
 * has this number or a lower one is one picture of the books, however many reads it is put together from.
 */
export async function newestEntryNumber(scope: Scope<"reports.read"> | Scope<"data.export">): Promise<number> {
  const [row] = await scope.read((db) =>
    db
      .select({ newest: max(journalEntries.number) })
      .from(journalEntries)
      .where(owned(scope, journalEntries)),
  );
  return row?.newest ?? 0;
}
