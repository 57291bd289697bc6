import type { Books } from "./october";
import { type Statement, sql } from "./roles";

/** Every way to write a settlement or a credit note that is dated in October, past the commands. */
export const settlementVerbs: { table: string; verb: string; statement: (books: Books) => Statement }[] = [
  {
    table: "settlements",
    verb: "settle",
    statement: ({ octoberGrant }) =>
      sql`insert into settlements select (jsonb_populate_record(null::settlements, to_jsonb(s) || '{"id":"stl_2"}')).* from settlements s where id = ${octoberGrant}`,
  },
  {
    table: "settlements",
    verb: "undo",
    statement: ({ octoberGrant }) =>
      sql`update settlements set status = 'void', voided_on = settled_on where id = ${octoberGrant}`,
  },
  {
    table: "credit_notes",
    verb: "draft",
    statement: ({ draftNote }) =>
      sql`insert into credit_notes select (jsonb_populate_record(null::credit_notes, to_jsonb(n) || '{"id":"cn_2"}')).* from credit_notes n where id = ${draftNote}`,
  },
  {
    table: "credit_notes",
    verb: "edit a draft",
    statement: ({ draftNote }) => sql`update credit_notes set reason = 'x' where id = ${draftNote}`,
  },
  {
    table: "credit_notes",
    verb: "move a draft out",
    statement: ({ draftNote }) => sql`update credit_notes set noted_on = noted_on + 31 where id = ${draftNote}`,
  },
  {
    table: "credit_notes",
    verb: "post",
    statement: ({ draftNote }) =>
      sql`update credit_notes set status = 'posted', number = 'CN-9', sequence = 9 where id = ${draftNote}`,
  },
  {
    table: "credit_notes",
    verb: "void",
    statement: ({ postedNote }) =>
      sql`update credit_notes set status = 'void', voided_on = noted_on where id = ${postedNote}`,
  },
  {
    table: "credit_notes",
    verb: "delete a draft",
    statement: ({ draftNote }) => sql`delete from credit_notes where id = ${draftNote}`,
  },
];
