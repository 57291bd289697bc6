import { expect, test } from "vitest";
import { as } from "./roles";

/** Left out of a digest on purpose: the company is the same for all, a transaction's number is kept by no restored copy. */
const left = ["company_id", "made_in", "entry_id"];

test("every column of an entry and its lines is in the digest, so that a new one can't be altered unseen", async () => {
  const [found] = await as("owner", null, (run) =>
    run<{ said: string }>("select pg_get_functiondef('entry_digests'::regproc) as said"),
  );
  const columns = await as("owner", null, (run) =>
    run<{
      place: string;
      name: string;
    }>(`select case table_name when 'journal_entries' then 'e' else 'j' end || '.' || column_name as place,
      column_name as name from information_schema.columns where table_name in ('journal_entries', 'journal_lines') and table_schema = 'public'`),
  );
  expect(columns.length).toBeGreaterThan(15);
  const digested = found?.said.slice(0, found.said.indexOf("where e.company_id")) ?? "";
  expect(columns.filter((one) => !left.includes(one.name) && !digested.includes(one.place))).toEqual([]);
});
