-- A guard looks under the row-level security of whoever asks, and where no company is named, or another one, it would see
-- nothing and find nothing wrong: a setting that is dropped before the commit must not silence it. So each first asks that
-- the row is of the company that the transaction names.
--   EZ011 the row is not of the company that is named
create function assert_company_named(company text) returns void language plpgsql stable as $$
begin
  if company is distinct from current_company() then
    raise exception 'company: a row of % where % is named', company, coalesce(current_company(), 'none') using errcode = 'EZ011';
  end if;
end $$;
--> statement-breakpoint
create or replace function assert_day_open(company text, day date) returns void language plpgsql volatile as $$
declare closed_period text;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  perform pg_advisory_xact_lock_shared(period_lock_key(company));
  select name into closed_period from accounting_periods
    where company_id = company and status = 'closed' and ends_on >= day order by ends_on limit 1;
  if found then
    raise exception 'period_closed: % is closed with %', day, closed_period using errcode = 'EZ001', detail = closed_period;
  end if;
end $$;
--> statement-breakpoint
create or replace function assert_receivable(company text, invoice text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
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
create or replace function assert_credit(company text, client text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
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
create or replace function assert_placed(company text, payment text) returns void language plpgsql as $$
declare paid payments; placed bigint;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into paid from payments where company_id = company and id = payment;
  select coalesce((select sum(amount_cents) from allocations where company_id = company and payment_id = payment), 0)
    + coalesce((select sum(amount_cents) from credit_entries where company_id = company and payment_id = payment), 0) into placed;
  if paid.id is null or placed is distinct from (case when paid.status = 'received' then paid.amount_cents else 0 end) then
    raise exception 'differs: payment % of % places %', paid.number, paid.amount_cents, placed using errcode = 'EZ009', detail = payment;
  end if;
end $$;
--> statement-breakpoint
create or replace function journal_entries_to_months() returns trigger language plpgsql security definer as $$
begin
  -- it writes with its owner's rights, so it serves no other table than ours and no other company than the one named
  if tg_relid <> 'public.journal_entries'::regclass then
    raise exception 'locked: the rollup follows the journal alone' using errcode = 'EZ002', detail = 'account_months';
  end if;
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
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
-- When an entry was made is not its maker's to say: by it is judged what entered a closed period.
create or replace function journal_entries_guard() returns trigger language plpgsql as $$
begin
  new.made_in := pg_current_xact_id();
  new.created_at := now();
  perform assert_day_open(new.company_id, new.entry_on);
  return new;
end $$;
--> statement-breakpoint
-- A period that was made wrongly goes again, as long as nothing ever rested on it.
grant delete on accounting_periods to ez360_app;
--> statement-breakpoint
create or replace function accounting_periods_guard() returns trigger language plpgsql as $$
declare later text;
begin
  perform pg_advisory_xact_lock(period_lock_key(case when tg_op = 'DELETE' then old.company_id else new.company_id end));
  if tg_op = 'DELETE' then
    if old.company_id is distinct from current_company() then perform assert_company_named(old.company_id); end if;
    if old.status <> 'open' or old.closed_at is not null or old.reopened_at is not null then
      raise exception 'locked: a period that was closed once is never deleted' using errcode = 'EZ002', detail = 'period';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (old.closed_at is not null and new.closed_at is null
    or old.reopened_at is not null and new.reopened_at is null) then
    raise exception 'locked: that a period was closed stays said' using errcode = 'EZ002', detail = 'period';
  end if;
  if tg_op = 'UPDATE' and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) and old.status = 'closed' then
    raise exception 'locked: a closed period keeps its days' using errcode = 'EZ002', detail = 'period';
  end if;
  if tg_op = 'UPDATE' and old.status = 'closed' and new.status = 'open' and (new.reopened_by is null or new.reopened_at is null
    or new.reopen_reason = '') then
    raise exception 'locked: whoever reopens a period says who and why' using errcode = 'EZ002', detail = 'period';
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
-- A draft stays with the client whose time it bills.
create or replace function invoices_guard() returns trigger language plpgsql as $$
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
    if new.client_id <> old.client_id and exists (
      select 1 from invoice_lines l join time_entries t on t.company_id = l.company_id and t.invoice_line_id = l.id
        where l.company_id = new.company_id and l.invoice_id = new.id)
    then
      raise exception 'locked: its lines bill the time of another client' using errcode = 'EZ002', detail = 'invoice';
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
-- Money is put where money is: an asset that no subledger keeps.
create or replace function assert_payment_entry(paid payments, kind text, day date, sign int) returns void language plpgsql as $$
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
  if entry is null or others > 0 or deposited <> sign * paid.amount_cents or not exists (
    select 1 from accounts a where a.company_id = paid.company_id and a.id = paid.deposit_account_id
      and a.type = 'asset' and (a.role is null or a.role = 'cash'))
  then
    raise exception 'differs: payment % is not what its entry says', paid.number using errcode = 'EZ009', detail = paid.id;
  end if;
end $$;
--> statement-breakpoint
-- Nothing lowers an invoice before its own day: the receivable would be negative until then.
create or replace function allocations_guard() returns trigger language plpgsql as $$
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
  if new.amount_cents > 0 and new.allocated_on < owed.issued_on then
    raise exception 'differs: invoice % is not owed before %', owed.number, owed.issued_on using errcode = 'EZ009', detail = new.invoice_id;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Nobody but the application calls our functions, and nobody at all the triggers' own: a trigger fires without that right,
-- but only who has it can hang the function on a table of his own.
do $$ declare f record; begin
  for f in
    select p.oid::regprocedure as signature, p.prorettype = 'trigger'::regtype as fires from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('plpgsql', 'sql')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', f.signature);
    if not f.fires then
      execute format('grant execute on function %s to ez360_app', f.signature);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- A temporary table outlives its transaction on a kept connection, and would stand before ours for the next company.
do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;
--> statement-breakpoint
-- What 0001 sets for every guard, for those that are made anew here.
do $$ declare f regprocedure; begin
  for f in
    select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'plpgsql'
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
  end loop;
end $$;
