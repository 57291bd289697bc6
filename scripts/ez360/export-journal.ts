import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ownersDesk } from "@/lib/doors/console";
import { type JournalRange, journalAccounts, journalBatches } from "@/lib/reports/journal-export";
import { csvJournal } from "./csv-journal";
import { hledgerJournal } from "./hledger-journal";
import { Misuse, needed, type Options } from "./options";

/** The journal as a file for another program, a batch at a time, however long it is. */
export async function exportJournal(options: Options): Promise<number> {
  if (options.words[0] !== "journal") throw new Misuse("What can be exported is the journal.");
  const format = needed(options.format, "format");
  if (format !== "csv" && format !== "hledger") throw new Misuse("--format is hledger or csv.");
  const out = needed(options.out, "out");
  const scope = (await ownersDesk(needed(options.company, "company"))).scope();
  const range: JournalRange = { from: options.from ?? null, to: options.to ?? null };
  const batches = journalBatches(scope, range);
  const text = format === "csv" ? csvJournal(batches) : hledgerJournal(await journalAccounts(scope), batches);
  await pipeline(Readable.from(text), createWriteStream(out));
  return 0;
}
