import { product, type Rule, type SourceFile, standing, under } from "./source";

/** Tables that only one file writes; whoever it is, the journal and the rollup are the database function's. */
const oneWriter: Record<string, string[]> = {
  journalEntries: [],
  journalLines: [],
  accountMonths: [],
  events: [],
  requests: [],
};

/** A room that writes another room's table, and why. */
const guests: Record<string, string> = {
  "lib/reconciliation/close-period.ts accountingPeriods":
    "a close rests on the checklist and the verified books, which stand after the ledger",
};

/** Table → the room that owns it, from the schema files: each, or the folder that it lies in, is named as its room. */
function owners(files: SourceFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, code } of under(files, "db/schema")) {
    const room = path.split("/")[2]?.replace(".ts", "") ?? "";
    for (const [, table = ""] of code.matchAll(/export const (\w+) = pgTable\(/g)) found.set(table, room);
  }
  return found;
}

/** Every write of a table by its name, built or written as SQL. */
function writes({ code }: SourceFile): string[] {
  const built = code.matchAll(/\.(?:insert|update|delete)\(\s*(?:schema\.)?(\w+)\s*\)/g);
  const written = code.matchAll(/\b(?:insert into|update|delete from|truncate|merge into)\s+\$\{\s*(\w+)\s*\}/gi);
  return [...built, ...written].map(([, table = ""]) => table);
}

function strangeWriters(files: SourceFile[]): string[] {
  const tables = owners(files);
  return product(files).flatMap((file) =>
    writes(file)
      .filter((table) => tables.has(table) && !mayWrite(file.path, table, tables.get(table) ?? ""))
      .map((table) => `${file.path} ${table}`)
      .filter((place) => !guests[place]),
  );
}

function mayWrite(path: string, table: string, room: string): boolean {
  return oneWriter[table]?.includes(path) ?? path.startsWith(`lib/${room}/`);
}

const snake =
  /\b(insert into|delete from|truncate(?: table)?|merge into|update)\s+(?:public\.)?"?(journal_entries|journal_lines|account_months|events|allocations|credit_entries|payments|settlements|credit_notes|invoices|requests)\b/i;

export const writerRules: Rule[] = [
  {
    promise: "a table is written by the room that owns it; journal, rollup, facts and answers by one writer each",
    broken: strangeWriters,
    plants: [
      ["lib/invoicing/x.ts", "await work.db.insert(journalEntries).values(entry);"],
      ["lib/ledger/x.ts", "await work.db.update(journalLines).set({ amountCents });"],
      ["lib/ledger/x.ts", "await work.db.insert(accountMonths).values(month);"],
      ["lib/invoicing/x.ts", "await work.db.insert(events).values(fact);"],
      ["lib/events/x.ts", "await work.db.delete(events);"],
      ["lib/invoicing/x.ts", "await work.db\n  .insert(payments)\n  .values(row);"],
      ["lib/payments/x.ts", `await work.db.execute(sql\`update \${invoices} set status = 'paid'\`);`],
      ["lib/doors/x.ts", "await db.insert(requests).values(row);"],
      ["app/api/x/route.ts", "await db.delete(clients);"],
    ],
  },
  {
    promise: "no SQL by hand goes round the writers",
    broken: (files) => standing(product(files), snake),
    plants: [
      ["lib/ledger/x.ts", "await work.db.execute(sql`insert into journal_lines values (1)`);"],
      ["lib/reports/x.ts", "await db.execute(sql`DELETE FROM events`);"],
      ["lib/payments/x.ts", 'await db.execute(sql`update "payments" set status = 1`);'],
    ],
  },
  {
    promise:
      "the way into the journal is called by post() alone, that into the queue by enqueue(), that of facts by the commit",
    broken: (files) => [
      ...standing(product(files), /\bpost_entry\(/, ["lib/ledger/post.ts"]),
      ...standing(product(files), /\bkeep_deed\(/, ["db/client.ts"]),
      ...standing(product(files), /\badd_job\(|\bquickAddJob\b|\baddJob\b/, ["lib/jobs/enqueue.ts"]),
    ],
    plants: [
      ["lib/invoicing/x.ts", "await work.db.execute(sql`select post_entry(1)`);"],
      ["lib/events/x.ts", "await work.db.execute(sql`select keep_deed(1)`);"],
      ["lib/invoicing/x.ts", "await db.execute(sql`select graphile_worker.add_job('x')`);"],
    ],
  },
];
