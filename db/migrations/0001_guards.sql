-- What must always hold, said by the database itself. Refusals raise SQLSTATEs of class EZ; DETAIL carries what the
-- sentence names. db/refusals.ts turns each into the same refusal that the commands throw.
--   EZ001 day in or before a closed period   EZ002 history is append-only or the record is locked
--   EZ003 lines joined a sealed entry     EZ004 entry not balanced, or not what its seal says
--   EZ005 control account without its document   EZ006 account deactivated
--   EZ007 more than the invoice is open   EZ008 client credit below zero
--   EZ009 document and journal differ     EZ010 invoice has payments
create extension if not exists btree_gist;
--> statement-breakpoint
-- Made beforehand where the owner may make no roles; all grants and policies name this one.
do $$ begin
  if not exists (select from pg_roles where rolname = 'ez360_app') then
    create role ez360_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
create function current_company() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.company_id', true), '') $$;
--> statement-breakpoint
create function signed_in_user() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '') $$;
--> statement-breakpoint
-- Every table with a company in it: rows of the named company and no others; no company named, no rows.
do $$ declare t text; begin
  for t in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'company_id' and a.attnum > 0
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
  end loop;
end $$;
--> statement-breakpoint
-- A person sees his own memberships, and the companies behind them, before a company is chosen.
create policy own_memberships on members for select using (user_id = signed_in_user());
--> statement-breakpoint
alter table companies enable row level security;
--> statement-breakpoint
alter table companies force row level security;
--> statement-breakpoint
create policy tenant on companies using (id = current_company()) with check (id = current_company());
--> statement-breakpoint
create policy own_memberships on companies for select using (
  exists (select 1 from members m where m.company_id = companies.id and m.user_id = signed_in_user() and m.is_active));
--> statement-breakpoint
create policy operator on companies for select using (current_setting('app.operator', true) = 'on');
--> statement-breakpoint
grant usage on schema public to ez360_app;
--> statement-breakpoint
grant select on all tables in schema public to ez360_app;
--> statement-breakpoint
grant insert on users, sessions, companies, members, number_series, requests, events, accounts, journal_entries,
  journal_lines, accounting_periods, clients, catalog_items, projects, project_members, time_entries, timers, invoices,
  invoice_lines, payments, allocations, credit_entries to ez360_app;
--> statement-breakpoint
grant update on users, sessions, companies, members, number_series, accounts, accounting_periods, clients, catalog_items,
  projects, time_entries, timers, invoices, invoice_lines, payments to ez360_app;
--> statement-breakpoint
grant delete on project_members, time_entries, timers, invoices, invoice_lines to ez360_app;
--> statement-breakpoint
alter table accounting_periods add constraint accounting_periods_overlap
  exclude using gist (company_id with =, daterange(starts_on, ends_on, '[]') with &&);
--> statement-breakpoint
-- The period lock: the books are closed through the end of the latest closed period. Days before it that lie in no period
-- are closed with it, or the balances that it starts from could still change. Writers share one lock for each company; whoever makes, closes or reopens a period takes it alone,
-- so a close waits for the postings under way, and a posting that waited sees the close (each statement of a volatile
-- function has a fresh snapshot). A row lock would not do: a day may have no period row yet.
create function period_lock_key(company text) returns bigint language sql immutable parallel safe
  as $$ select hashtextextended('accounting_periods:' || company, 0) $$;
--> statement-breakpoint
create function assert_day_open(company text, day date) returns void language plpgsql volatile as $$
declare closed_period text;
begin
  perform pg_advisory_xact_lock_shared(period_lock_key(company));
  select name into closed_period from accounting_periods
    where company_id = company and status = 'closed' and ends_on >= day order by ends_on limit 1;
  if found then
    raise exception 'period_closed: % is closed with %', day, closed_period using errcode = 'EZ001', detail = closed_period;
  end if;
end $$;
--> statement-breakpoint
create function accounting_periods_guard() returns trigger language plpgsql as $$
declare later text;
begin
  perform pg_advisory_xact_lock(period_lock_key(case when tg_op = 'DELETE' then old.company_id else new.company_id end));
  if tg_op = 'DELETE' then
    raise exception 'locked: a period is never deleted' using errcode = 'EZ002', detail = 'period';
  end if;
  if tg_op = 'UPDATE' and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) and old.status = 'closed' then
    raise exception 'locked: a closed period keeps its days' using errcode = 'EZ002', detail = 'period';
  end if;
  if tg_op = 'INSERT' or (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) then
    select name into later from accounting_periods
      where company_id = new.company_id and status = 'closed' and id <> new.id and ends_on >= new.starts_on order by ends_on limit 1;
    if found then
      raise exception 'period_closed: % is closed already', later using errcode = 'EZ001', detail = later;
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger accounting_periods_guard before insert or update or delete on accounting_periods
  for each row execute function accounting_periods_guard();
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'locked: % is append-only', tg_table_name using errcode = 'EZ002', detail = tg_table_name;
end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['journal_entries', 'journal_lines', 'allocations', 'credit_entries', 'events'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_no_truncate', t);
  end loop;
end $$;
--> statement-breakpoint
create function journal_entries_guard() returns trigger language plpgsql as $$
begin
  new.made_in := pg_current_xact_id();
  perform assert_day_open(new.company_id, new.entry_on);
  return new;
end $$;
--> statement-breakpoint
create trigger journal_entries_guard before insert on journal_entries
  for each row execute function journal_entries_guard();
--> statement-breakpoint
-- Balanced is not sealed: lines join an entry only in the transaction that made it, and as many as its seal counts. With
-- the count, none can follow even there once `set constraints immediate` has had the entry checked.
create function journal_lines_guard() returns trigger language plpgsql as $$
declare inactive text;
begin
  perform assert_day_open(d.company_id, d.entry_on) from (select distinct company_id, entry_on from added) d;
  if exists (
    select 1 from added a left join journal_entries e on e.company_id = a.company_id and e.id = a.entry_id
    where e.made_in is distinct from pg_current_xact_id() or a.line_no not between 1 and e.line_count
  ) then
    raise exception 'sealed: lines join an entry only where it is made, as many as it says' using errcode = 'EZ003';
  end if;
  select c.code || ' ' || c.name into inactive from added a
    join accounts c on c.company_id = a.company_id and c.id = a.account_id
    join journal_entries e on e.company_id = a.company_id and e.id = a.entry_id
    where not c.is_active and e.reverses_entry_id is null limit 1;
  if found then
    raise exception 'account_inactive: %', inactive using errcode = 'EZ006', detail = inactive;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger journal_lines_guard after insert on journal_lines referencing new table as added
  for each statement execute function journal_lines_guard();
--> statement-breakpoint
-- Control accounts mirror their subledgers, document by document and day by day: checked at commit from both sides, by every entry
-- that touches them and by every row of the subledger, so neither can move without the other.
create function assert_receivable(company text, invoice text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  -- the account first: joined, the sum could be sought along all of the account's lines instead of the invoice's few
  select id into control from accounts where company_id = company and role = 'receivable';
  select m.day, sum(m.booked) as booked, sum(m.said) as said into wrong from (
    select entry_on as day, amount_cents as booked, 0 as said from journal_lines
      where company_id = company and invoice_id = invoice and account_id = control
    union all
    select issued_on, 0, total_cents from invoices where company_id = company and id = invoice and status <> 'draft'
    union all
    select voided_on, 0, -total_cents from invoices where company_id = company and id = invoice and status = 'void'
    union all
    select allocated_on, 0, -amount_cents from allocations where company_id = company and invoice_id = invoice
  ) m group by m.day having sum(m.booked) <> sum(m.said) limit 1;
  if found then
    raise exception 'differs: invoice % moved by % on %, the journal says %', invoice, wrong.said, wrong.day, wrong.booked
      using errcode = 'EZ009', detail = invoice;
  end if;
end $$;
--> statement-breakpoint
create function assert_credit(company text, client text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  select id into control from accounts where company_id = company and role = 'customer_credit';
  select m.day, sum(m.booked) as booked, sum(m.said) as said into wrong from (
    select entry_on as day, -amount_cents as booked, 0 as said from journal_lines
      where company_id = company and client_id = client and account_id = control
    union all
    select entered_on, 0, amount_cents from credit_entries where company_id = company and client_id = client
  ) m group by m.day having sum(m.booked) <> sum(m.said) limit 1;
  if found then
    raise exception 'differs: credit of client % moved by % on %, the journal says %', client, wrong.said, wrong.day, wrong.booked
      using errcode = 'EZ009', detail = client;
  end if;
end $$;
--> statement-breakpoint
-- At commit: the entry sums to zero, is what its seal says, and its control lines name and mirror their document.
create function journal_entries_seal() returns trigger language plpgsql as $$
declare total bigint; debits bigint; n int; control record;
begin
  select coalesce(sum(amount_cents), 0), coalesce(sum(amount_cents) filter (where amount_cents > 0), 0), count(*)
    into total, debits, n from journal_lines where company_id = new.company_id and entry_id = new.id;
  if total <> 0 or debits <> new.total_cents or n <> new.line_count then
    raise exception 'unbalanced: entry % sums to % over % lines', new.number, total, n using errcode = 'EZ004', detail = total::text;
  end if;
  for control in
    select distinct c.role, c.code, l.invoice_id, l.client_id from journal_lines l
      join accounts c on c.company_id = l.company_id and c.id = l.account_id
      where l.company_id = new.company_id and l.entry_id = new.id and c.role in ('receivable', 'customer_credit')
  loop
    if control.role = 'receivable' and control.invoice_id is null or control.role = 'customer_credit' and control.client_id is null then
      raise exception 'control: a line on % names no document', control.code using errcode = 'EZ005', detail = control.code;
    end if;
    if control.role = 'receivable' then
      perform assert_receivable(new.company_id, control.invoice_id);
    else
      perform assert_credit(new.company_id, control.client_id);
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger journal_entries_seal after insert on journal_entries deferrable initially deferred
  for each row execute function journal_entries_seal();
--> statement-breakpoint
-- Then the month rollup follows, which the application may only read. After the seal, so that its rows of one company are
-- locked for as short as can be; in account order.
create function journal_entries_to_months() returns trigger language plpgsql security definer as $$
begin
  -- asked early, before its lines are there, it would miss them
  if new.line_count <> (select count(*) from journal_lines where company_id = new.company_id and entry_id = new.id) then
    raise exception 'unbalanced: entry % has not all its lines yet', new.number using errcode = 'EZ004', detail = '0';
  end if;
  insert into account_months as m (company_id, account_id, month, amount_cents, line_count)
    select new.company_id, account_id, date_trunc('month', new.entry_on)::date, sum(amount_cents), count(*)
    from journal_lines where company_id = new.company_id and entry_id = new.id group by account_id order by account_id
    on conflict (company_id, account_id, month)
    do update set amount_cents = m.amount_cents + excluded.amount_cents, line_count = m.line_count + excluded.line_count;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger journal_entries_to_months after insert on journal_entries deferrable initially deferred
  for each row execute function journal_entries_to_months();
--> statement-breakpoint
-- The one way into the journal, in one round trip: number taken, entry and lines written. The guards above stand
-- behind it for whoever goes round it.
create function post_entry(
  company text, entry_id text, day date, memo text, source_type text, source_id text, reverses text, member text,
  account_ids text[], account_roles text[], amounts bigint[], memos text[], clients text[], projects text[], invoices text[]
) returns bigint language plpgsql as $$
declare entry_number bigint; n int := cardinality(amounts);
begin
  perform assert_day_open(company, day);
  update number_series s set next_number = s.next_number + 1
    where s.company_id = company and s.series = 'journal_entry' returning s.next_number - 1 into strict entry_number;
  insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, reverses_entry_id, line_count, total_cents, created_by)
    values (company, entry_id, entry_number, day, memo, source_type, source_id, reverses, n,
      (select coalesce(sum(a), 0) from unnest(amounts) a where a > 0), member);
  insert into journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents, memo, client_id, project_id, invoice_id)
    select company, entry_id, l.ord,
      coalesce(l.account_id, (select c.id from accounts c where c.company_id = company and c.role = l.account_role)),
      day, l.amount, coalesce(l.line_memo, ''), l.client, l.project, l.invoice
    from unnest(account_ids, account_roles, amounts, memos, clients, projects, invoices) with ordinality
      as l (account_id, account_role, amount, line_memo, client, project, invoice, ord);
  return entry_number;
end $$;
--> statement-breakpoint
create function accounts_guard() returns trigger language plpgsql as $$
begin
  if (new.role, new.company_id, new.id) is distinct from (old.role, old.company_id, old.id)
    or (new.type, new.code) is distinct from (old.type, old.code) and old.role is not null
    or new.type is distinct from old.type and exists (
      select 1 from journal_lines l where l.company_id = old.company_id and l.account_id = old.id)
  then
    raise exception 'locked: account % keeps its place', old.code using errcode = 'EZ002', detail = 'account';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger accounts_guard before update on accounts for each row execute function accounts_guard();
--> statement-breakpoint
create function invoices_guard() returns trigger language plpgsql as $$
declare
  may_change text[] := array['status', 'voided_on', 'void_reason', 'revision'];
  line_subtotal bigint; line_tax bigint; n int; untaxed int; applied bigint; last_applied date;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'locked: an invoice is born a draft' using errcode = 'EZ002', detail = 'invoice';
    end if;
    perform assert_day_open(new.company_id, new.issued_on);
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      raise exception 'locked: an issued invoice stays' using errcode = 'EZ002', detail = 'invoice';
    end if;
    perform assert_day_open(old.company_id, old.issued_on);
    return old;
  end if;
  if old.status = 'draft' and new.status in ('draft', 'issued') then
    perform assert_day_open(new.company_id, new.issued_on);
    if old.issued_on <> new.issued_on then
      perform assert_day_open(old.company_id, old.issued_on);
    end if;
    if new.status = 'issued' then
      select coalesce(sum(subtotal_cents), 0), coalesce(sum(tax_cents), 0), count(*),
          count(*) filter (where is_taxable and tax_cents <> round(subtotal_cents * new.tax_ppm / 1000000.0))
        into line_subtotal, line_tax, n, untaxed
        from invoice_lines where company_id = new.company_id and invoice_id = new.id;
      -- at 0 % a line keeps the tax that was typed for it
      if n = 0 or new.tax_ppm > 0 and untaxed > 0 or line_subtotal <> new.subtotal_cents or line_tax <> new.tax_cents or new.total_cents <= 0 then
        raise exception 'differs: invoice totals are not the sum of its lines' using errcode = 'EZ009', detail = new.id;
      end if;
    end if;
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'issued' and new.status = 'void') then
    raise exception 'locked: invoice % is %', old.number, old.status using errcode = 'EZ002', detail = 'invoice';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  select coalesce(sum(amount_cents), 0), max(allocated_on) into applied, last_applied
    from allocations where company_id = new.company_id and invoice_id = new.id;
  if applied <> 0 or new.voided_on < greatest(new.issued_on, last_applied) then
    raise exception 'has payments' using errcode = 'EZ010', detail = applied::text;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_guard before insert or update or delete on invoices
  for each row execute function invoices_guard();
--> statement-breakpoint
-- At commit: the entry of an invoice says exactly what the invoice says, and on its day: the client owes the total, income
-- has the subtotal, the state the tax, and nothing else. A void has the same once more, turned round.
create function assert_invoice_entry(invoice invoices, kind text, day date, sign int) returns void language plpgsql as $$
declare entry text; owed bigint; tax bigint; income bigint; others int;
begin
  select id into entry from journal_entries e
    where e.company_id = invoice.company_id and e.source_type = kind and e.source_id = invoice.id and e.entry_on = day;
  select coalesce(sum(l.amount_cents) filter (where a.role = 'receivable' and l.invoice_id = invoice.id), 0),
      coalesce(-sum(l.amount_cents) filter (where a.role = 'sales_tax'), 0),
      coalesce(-sum(l.amount_cents) filter (where a.type = 'income'), 0),
      count(*) filter (where l.client_id is distinct from invoice.client_id or l.project_id is distinct from invoice.project_id
        or a.type <> 'income' and (a.role is null or a.role not in ('receivable', 'sales_tax')))
    into owed, tax, income, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = invoice.company_id and l.entry_id = entry;
  if entry is null or others > 0
    or (owed, tax, income) is distinct from (sign * invoice.total_cents, sign * invoice.tax_cents, sign * invoice.subtotal_cents)
  then
    raise exception 'differs: invoice % is not what its entry says', invoice.number using errcode = 'EZ009', detail = invoice.id;
  end if;
end $$;
--> statement-breakpoint
create function invoices_seal() returns trigger language plpgsql as $$
begin
  if new.status = 'issued' then
    perform assert_invoice_entry(new, 'invoice', new.issued_on, 1);
  elsif new.status = 'void' then
    perform assert_invoice_entry(new, 'invoice_void', new.voided_on, -1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger invoices_seal after update on invoices deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function invoices_seal();
--> statement-breakpoint
create function invoice_lines_guard() returns trigger language plpgsql as $$
declare line invoice_lines := case when tg_op = 'DELETE' then old else new end; state text;
begin
  select status into state from invoices where company_id = line.company_id and id = line.invoice_id for no key update;
  if state is distinct from 'draft' or tg_op = 'UPDATE' and new.invoice_id <> old.invoice_id then
    raise exception 'locked: the invoice is %', state using errcode = 'EZ002', detail = 'invoice';
  end if;
  return line;
end $$;
--> statement-breakpoint
create trigger invoice_lines_guard before insert or update or delete on invoice_lines
  for each row execute function invoice_lines_guard();
--> statement-breakpoint
create function payments_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['status', 'voided_on', 'void_reason'];
begin
  if tg_op = 'DELETE' then
    raise exception 'locked: a payment stays' using errcode = 'EZ002', detail = 'payment';
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'received' then
      raise exception 'locked: a payment is born received' using errcode = 'EZ002', detail = 'payment';
    end if;
    perform assert_day_open(new.company_id, new.received_on);
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'received' and new.status = 'void' and new.voided_on >= old.received_on) then
    raise exception 'locked: a payment changes only by being voided' using errcode = 'EZ002', detail = 'payment';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  return new;
end $$;
--> statement-breakpoint
create trigger payments_guard before insert or update or delete on payments
  for each row execute function payments_guard();
--> statement-breakpoint
-- At commit: a received payment is wholly allocated or credit, a void one not at all.
create function assert_placed(company text, payment text) returns void language plpgsql as $$
declare paid payments; placed bigint;
begin
  select * into paid from payments where company_id = company and id = payment;
  select coalesce((select sum(amount_cents) from allocations where company_id = company and payment_id = payment), 0)
    + coalesce((select sum(amount_cents) from credit_entries where company_id = company and payment_id = payment), 0) into placed;
  if placed is distinct from (case when paid.status = 'received' then paid.amount_cents else 0 end) then
    raise exception 'differs: payment % of % places %', paid.number, paid.amount_cents, placed using errcode = 'EZ009', detail = payment;
  end if;
end $$;
--> statement-breakpoint
-- The entry of a payment puts the whole amount into its account and else moves receivables and credit alone, which their
-- subledgers mirror; that of a void turns it round.
create function assert_payment_entry(paid payments, kind text, day date, sign int) returns void language plpgsql as $$
declare entry text; deposited bigint; others int;
begin
  select id into entry from journal_entries e
    where e.company_id = paid.company_id and e.source_type = kind and e.source_id = paid.id and e.entry_on = day;
  select coalesce(sum(l.amount_cents) filter (where l.account_id = paid.deposit_account_id), 0),
      count(*) filter (where l.client_id is distinct from paid.client_id
        or l.account_id <> paid.deposit_account_id and (a.role is null or a.role not in ('receivable', 'customer_credit')))
    into deposited, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = paid.company_id and l.entry_id = entry;
  if entry is null or others > 0 or deposited <> sign * paid.amount_cents then
    raise exception 'differs: payment % is not what its entry says', paid.number using errcode = 'EZ009', detail = paid.id;
  end if;
end $$;
--> statement-breakpoint
create function payments_seal() returns trigger language plpgsql as $$
begin
  perform assert_placed(new.company_id, new.id);
  if new.status = 'void' then
    perform assert_payment_entry(new, 'payment_void', new.voided_on, -1);
  else
    perform assert_payment_entry(new, 'payment', new.received_on, 1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger payments_seal after insert or update on payments deferrable initially deferred
  for each row execute function payments_seal();
--> statement-breakpoint
-- The invoice's row is locked by whoever allocates to it, so that two payments never both take what is open.
create function allocations_guard() returns trigger language plpgsql as $$
declare owed invoices; payer text; applied bigint;
begin
  perform assert_day_open(new.company_id, new.allocated_on);
  select * into owed from invoices where company_id = new.company_id and id = new.invoice_id for no key update;
  select client_id into payer from payments where company_id = new.company_id and id = new.payment_id;
  select coalesce(sum(amount_cents), 0) + new.amount_cents into applied from allocations
    where company_id = new.company_id and invoice_id = new.invoice_id;
  if owed.status is distinct from 'issued' or payer is distinct from owed.client_id or applied < 0 or applied > owed.total_cents then
    raise exception 'overapplied: % of % on invoice %', applied, owed.total_cents, owed.number using errcode = 'EZ007', detail = coalesce(owed.number, '');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger allocations_guard before insert on allocations for each row execute function allocations_guard();
--> statement-breakpoint
create function allocations_seal() returns trigger language plpgsql as $$
begin
  perform assert_placed(new.company_id, new.payment_id), assert_receivable(new.company_id, new.invoice_id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger allocations_seal after insert on allocations deferrable initially deferred
  for each row execute function allocations_seal();
--> statement-breakpoint
create function credit_entries_guard() returns trigger language plpgsql as $$
declare credit bigint;
begin
  perform assert_day_open(new.company_id, new.entered_on);
  perform 1 from clients where company_id = new.company_id and id = new.client_id for no key update;
  if not exists (select 1 from payments where company_id = new.company_id and id = new.payment_id and client_id = new.client_id) then
    raise exception 'differs: the payment is of another client' using errcode = 'EZ009', detail = new.payment_id;
  end if;
  select coalesce(sum(amount_cents), 0) + new.amount_cents into credit from credit_entries
    where company_id = new.company_id and client_id = new.client_id;
  if credit < 0 then
    raise exception 'credit below zero' using errcode = 'EZ008';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger credit_entries_guard before insert on credit_entries for each row execute function credit_entries_guard();
--> statement-breakpoint
create function credit_entries_seal() returns trigger language plpgsql as $$
begin
  perform assert_placed(new.company_id, new.payment_id), assert_credit(new.company_id, new.client_id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger credit_entries_seal after insert on credit_entries deferrable initially deferred
  for each row execute function credit_entries_seal();
--> statement-breakpoint
-- Time becomes money: its day obeys the period lock, and once approved its content stands. Approval and billing of
-- time that was worked in a closed month stay possible; they do not change what was worked. It goes from draft to billed
-- step by step, is tied to the lines of its client's drafts alone, and what an issued invoice bills is not set free.
create function time_entries_guard() returns trigger language plpgsql as $$
declare bill record; may_change text[] := array['status', 'approved_by', 'approved_at', 'returned_reason', 'invoice_line_id', 'revision'];
begin
  if tg_op = 'INSERT' and new.status <> 'draft' or tg_op = 'UPDATE' and new.status <> old.status
    and (old.status, new.status) not in (('draft', 'submitted'), ('submitted', 'approved'), ('submitted', 'draft'),
      ('approved', 'billed'), ('approved', 'draft'), ('billed', 'approved')) then
    raise exception 'locked: time entry can not become %', new.status using errcode = 'EZ002', detail = 'time entry';
  end if;
  if tg_op = 'UPDATE' and new.invoice_line_id is distinct from old.invoice_line_id then
    -- whatever its status now: an issue that is under way is waited for, and then seen
    for bill in
      select l.id as line_id, i.status, i.client_id from invoice_lines l
        join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
        where l.company_id = new.company_id and l.id in (old.invoice_line_id, new.invoice_line_id)
        order by i.id for share of i
    loop
      if bill.line_id = old.invoice_line_id and bill.status = 'issued'
        or bill.line_id = new.invoice_line_id and (bill.status <> 'draft' or bill.client_id <> new.client_id)
      then
        raise exception 'locked: the invoice keeps the time that it bills' using errcode = 'EZ002', detail = 'time entry';
      end if;
    end loop;
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - may_change) is not distinct from (to_jsonb(old) - may_change) then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    if old.status in ('approved', 'billed') then
      raise exception 'locked: time entry is %', old.status using errcode = 'EZ002', detail = 'time entry';
    end if;
    perform assert_day_open(old.company_id, old.worked_on);
  end if;
  if tg_op <> 'DELETE' then
    perform assert_day_open(new.company_id, new.worked_on);
    return new;
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger time_entries_guard before insert or update or delete on time_entries
  for each row execute function time_entries_guard();
--> statement-breakpoint
-- A temporary table must not stand in for one of ours: a guard looks for it in our schema first, in pg_temp last. And all
-- that guards ask are look-ups by key, whose one plan is kept: planned anew for each row they would cost ten times as much.
do $$ declare f regprocedure; begin
  for f in
    select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'plpgsql'
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
  end loop;
end $$;
