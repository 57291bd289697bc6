import { plainDate } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { type Statement, sql } from "./roles";

const october = plainDate("2026-10-15");
const november = plainDate("2026-11-15");

type Times = { octoberTime: TimeEntryId; novemberTime: TimeEntryId };
type Verb = { table: string; verb: string; statement: (times: Times) => Statement };

/** Every way to write time that is dated in October, past the commands. */
export const timeVerbs: Verb[] = [
  {
    table: "time_entries",
    verb: "enter",
    statement: ({ octoberTime }) =>
      sql`insert into time_entries select (jsonb_populate_record(null::time_entries, to_jsonb(t) || '{"id":"tim_2"}')).* from time_entries t where id = ${octoberTime}`,
  },
  {
    table: "time_entries",
    verb: "change",
    statement: ({ octoberTime }) => sql`update time_entries set duration_minutes = 31 where id = ${octoberTime}`,
  },
  {
    table: "time_entries",
    verb: "move in",
    statement: ({ novemberTime }) => sql`update time_entries set worked_on = ${october} where id = ${novemberTime}`,
  },
  {
    table: "time_entries",
    verb: "move out",
    statement: ({ octoberTime }) => sql`update time_entries set worked_on = ${november} where id = ${octoberTime}`,
  },
  {
    table: "time_entries",
    verb: "delete",
    statement: ({ octoberTime }) =>
      sql`with gone as (delete from time_entry_services where time_entry_id = ${octoberTime})
        delete from time_entries where id = ${octoberTime}`,
  },
  {
    table: "time_entry_services",
    verb: "enter",
    statement: ({ octoberTime }) =>
      sql`insert into time_entry_services (company_id, time_entry_id, position, minutes)
        select company_id, id, 2, 5 from time_entries where id = ${octoberTime}`,
  },
  {
    table: "time_entry_services",
    verb: "change",
    statement: ({ octoberTime }) =>
      sql`update time_entry_services set minutes = 31 where time_entry_id = ${octoberTime}`,
  },
  {
    table: "time_entry_services",
    verb: "delete",
    statement: ({ octoberTime }) => sql`delete from time_entry_services where time_entry_id = ${octoberTime}`,
  },
];
