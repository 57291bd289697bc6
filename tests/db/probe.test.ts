import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { accountByCode, bookByHand, issued, newClient, pay, newProject, approved, billed, issue } from "../deeds";
import { today, world } from "../world";
import { as, sql, verdict } from "./roles";

test("probe", async () => {
  const w = await world();
  const m = w.a.manager;
  const a = m.seat.company.id;
  const me = m.seat.member.id;
  const account = await accountByCode(m);
  const clientId = await newClient(m);
  const inv = await issued(m, clientId);
  const inv2 = await issued(m, clientId);
  const p = await pay(m, inv, "40");
  const e = newId("journalEntry");
  const entry = (id: string, n: number, total: number, count: number) => sql`insert into journal_entries (company_id,id,number,entry_on,memo,source_type,source_id,line_count,total_cents) values (${a},${id},${n},${today},'x','manual',${id},${count},${total})`;
  const line = (id: string, no: number, acc: string, amount: number, invoice: string | null = null) => sql`insert into journal_lines (company_id,entry_id,line_no,account_id,entry_on,amount_cents,invoice_id) values (${a},${id},${no},${acc},${today},${amount},${invoice})`;
  const out: Record<string, string | null> = {};
  out.good = await verdict("app", a, [entry(e, 999, 100, 2), line(e, 1, account("1000"), 100), line(e, 2, account("4000"), -100)]);
  out.immediateThenAppend = await verdict("app", a, [entry(e, 999, 100, 2), line(e, 1, account("1000"), 100), line(e, 2, account("4000"), -100), "set constraints all immediate", line(e, 3, account("1000"), 55)]);
  out.tempShadowPeriods = await verdict("app", a, [
    sql`insert into accounting_periods (company_id,id,name,starts_on,ends_on,status) values (${a},${newId("period")},'x',${today},${today},'closed')`,
    "create temp table accounting_periods (company_id text, name text, status text, starts_on date, ends_on date)",
    entry(e, 999, 100, 2), line(e, 1, account("1000"), 100), line(e, 2, account("4000"), -100)]);
  out.tempShadowLines = await verdict("app", a, [
    entry(e, 999, 100, 2), line(e, 1, account("1000"), 100), line(e, 2, account("4000"), -55),
    "create temp table journal_lines (company_id text, entry_id text, account_id text, amount_cents bigint, line_no int, entry_on date, invoice_id text, client_id text)",
    sql`insert into journal_lines values (${a},${e},${account("1000")},100,1,${today},null,null)`,
    sql`insert into journal_lines values (${a},${e},${account("4000")},-100,2,${today},null,null)`,
    "grant all on journal_lines to public"]);
  out.allocExtra = await verdict("app", a, [sql`insert into allocations (company_id,id,invoice_id,payment_id,amount_cents,allocated_on) values (${a},${newId("allocation")},${inv2},${p},50,${today})`]);
  out.creditExtra = await verdict("app", a, [sql`insert into credit_entries (company_id,id,client_id,payment_id,amount_cents,entered_on,reason) values (${a},${newId("creditEntry")},${clientId},${p},50,${today},'x')`]);
  out.rogueReceivable = await verdict("app", a, [entry(e, 999, 100, 2), line(e, 1, account("1100"), 100, inv), line(e, 2, account("4000"), -100)]);
  out.jump = await verdict("app", a, [sql`insert into invoices (company_id,id,client_id,status,number,sequence,issued_on,due_on,tax_ppm,subtotal_cents,tax_cents,total_cents,created_by) values (${a},${newId("invoice")},${clientId},'issued','INV-77',77,${today},${today},0,1,0,1,${me})`]);
  const project = await newProject(m, clientId);
  const t = await approved(w.a, project, 60);
  const bill = await billed(m, clientId, [t]);
  await issue(m, bill);
  out.release = await verdict("app", a, [sql`update time_entries set status='approved', invoice_line_id=null where id=${t}`]);
  const t2 = await approved(w.a, project, 60);
  const [l] = await as("app", a, (run) => run<{ id: string }>(sql`select id from invoice_lines where invoice_id=${inv}`));
  out.attachIssued = await verdict("app", a, [sql`update time_entries set status='billed', invoice_line_id=${l?.id} where id=${t2}`]);
  const c2 = await newClient(m);
  const other = await billed(m, c2, [t2]).catch((x) => x);
  out.otherClientTime = String(other?.code ?? other);
  out.bookByHandOk = String(await bookByHand(m, "1000", "3000", "5"));
  console.log(out);
  expect(1).toBe(1);
});
