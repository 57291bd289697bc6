import { listCompanies, ownersDesk } from "@/lib/doors/console";
import { verifyBooks } from "@/lib/reconciliation/verify-books";
import { say } from "../local/terminal";
import type { Options } from "./options";

export async function verify({ company, json }: Options): Promise<number> {
  const slugs = company ? [company] : (await listCompanies()).map(({ slug }) => slug);
  const results = [];
  for (const slug of slugs) {
    const verdicts = await verifyBooks((await ownersDesk(slug)).scope());
    results.push({ company: slug, ok: verdicts.every((verdict) => verdict.ok), invariants: verdicts });
  }
  if (json) say(JSON.stringify(results, null, 2));
  else for (const result of results) print(result);
  return results.every((result) => result.ok) ? 0 : 1;
}

function print({
  company,
  invariants,
}: {
  company: string;
  invariants: Awaited<ReturnType<typeof verifyBooks>>;
}): void {
  const broken = invariants.filter((verdict) => !verdict.ok);
  say(`${company}: ${invariants.length - broken.length} of ${invariants.length} invariants hold`);
  for (const { ok, title, count, rows, explanation } of invariants) {
    say(`  ${ok ? "holds " : "BROKEN"}  ${title}`);
    if (ok) continue;
    say(`          ${explanation}`);
    for (const row of rows) say(`          ${row.label} (${row.id}): expected ${row.expected}, found ${row.found}`);
    if (count > rows.length) say(`          … and ${count - rows.length} more`);
  }
}
