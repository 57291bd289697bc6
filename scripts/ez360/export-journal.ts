import { ownersDesk } from "@/lib/doors/console";
import { csvJournal } from "@/lib/reports/journal-csv";
import { journalAccounts, journalBatches } from "@/lib/reports/journal-export";
import { hledgerJournal } from "./hledger-journal";
import { Misuse, needed, type Options } from "./options";
import { writeFile } from "./write-file";

/** The journal as a file for another program, a batch at a time, however long it is. */
export async function exportJournal(options: Options): Promise<number> {
  const format = needed(options.format, "format");
  if (format !== "csv" && format !== "hledger") throw new Misuse("--format is hledger or csv.");
  const out = needed(options.out, "out");
  const scope = (await ownersDesk(needed(options.company, "company"))).scope();
  const batches = journalBatches(scope, { from: options.from ?? null, to: options.to ?? null });
  await writeFile(out, format === "csv" ? csvJournal(batches) : hledgerJournal(await journalAccounts(scope), batches));
  return 0;
}
