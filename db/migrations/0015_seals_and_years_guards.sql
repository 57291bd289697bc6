-- The seal of a close begins with each entry: sha256 of the entry and its lines, every column but the company, which is the
-- same for all, and made_in, which no restored copy keeps. Days and instants are counted from 1970, since their text follows
-- the session's settings. An entry's lines come by their key, so that a month costs its own entries and not the whole
-- journal. A column that joins the journal later is added at the end, only where it has something in it, so that what was
-- sealed before keeps its digest: tests/db/seals.test.ts asks for it.
create function entry_digests(company text, first_day date, last_day date)
returns table (entry_id text, entry_number bigint, total_cents bigint, digest text) language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.number, e.total_cents, encode(sha256(convert_to(concat_ws(E'\n',
    row(e.id, e.number, e.entry_on - date '1970-01-01', e.memo, e.source_type, e.source_id, e.reverses_entry_id, e.line_count,
      e.total_cents, e.created_by, extract(epoch from e.created_at))::text,
    (select string_agg(l.said, E'\n') from (
      select row(j.line_no, j.account_id, j.entry_on - date '1970-01-01', j.amount_cents, j.memo, j.client_id, j.project_id,
        j.invoice_id)::text as said
      from journal_lines j where j.company_id = company and j.entry_id = e.id order by j.line_no) l)), 'UTF8')), 'hex')
  from journal_entries e
  where e.company_id = company and e.entry_on between first_day and last_day
$$;
--> statement-breakpoint
-- What every account held at the end and what was posted inside, as the facts of each close have it since the first one.
create function balance_fingerprint(company text, first_day date, last_day date) returns text language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  with whole (until) as (
    select date_trunc('month', (last_day + 1)::timestamp)::date
  ), balance as (
    select m.account_id, m.amount_cents as amount from account_months m
      where m.company_id = company and m.month < (select until from whole)
    union all
    select a.id, l.amount_cents from accounts a
      join journal_lines l on l.company_id = a.company_id and l.account_id = a.id and l.entry_on between (select until from whole) and last_day
      where a.company_id = company and (select until from whole) <= last_day
  ), said as (
    select string_agg(account_id || ' ' || amount, E'\n' order by account_id) as text
    from (select account_id, sum(amount) as amount from balance group by account_id) b where amount <> 0
  ), posted as (
    select count(*) as entries, coalesce(sum(total_cents), 0) as amount from journal_entries
      where company_id = company and entry_on between first_day and last_day
  )
  select encode(sha256(convert_to(concat_ws(E'\n', to_char(first_day, 'YYYY-MM-DD ') || to_char(last_day, 'YYYY-MM-DD ')
    || posted.entries || ' ' || posted.amount, said.text), 'UTF8')), 'hex') from said, posted
$$;
--> statement-breakpoint
-- The digest of a period: of its head, of the one before it, and of its entries' digests by number.
create function seal_digest(
  company text, period text, first_day date, last_day date, entries bigint, posted bigint, fingerprint text, previous text, digests text
) returns text language sql immutable parallel safe
  set search_path = pg_catalog, public, pg_temp as $$
  select encode(sha256(convert_to(concat_ws(E'\n', 'EZ360PM seal 1', company, period, first_day - date '1970-01-01',
    last_day - date '1970-01-01', entries, posted, fingerprint, previous, digests), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The seal that counts for each closed period: of its latest close. None for one that closed before there were seals.
create function standing_seals(company text)
returns table (period_id text, period_name text, starts_on date, ends_on date, closed_at timestamptz, seal_id text, place int, entry_count bigint,
  posted_cents bigint, fingerprint text, previous_digest text, digest text, keeps_days boolean) language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (p.id) p.id, p.name, coalesce(s.starts_on, p.starts_on), coalesce(s.ends_on, p.ends_on), p.closed_at, s.id, s.number,
    s.entry_count, s.posted_cents, s.fingerprint, s.previous_digest, s.digest, (s.starts_on, s.ends_on) is not distinct from (p.starts_on, p.ends_on)
  from accounting_periods p left join period_seals s on s.company_id = p.company_id and s.period_id = p.id
  where p.company_id = company and p.status = 'closed' order by p.id, s.number desc
$$;
--> statement-breakpoint
-- Each closed period with its digest as it stands and as it is now, from the rows of this moment and the digest before it;
-- and the entries under its seal that are no longer what it says, are gone, or came in: expected is null for what came in,
-- found for what is gone. Every entry is read once.
create function seal_states(company text)
returns table (period_id text, period_name text, starts_on date, ends_on date, closed_at timestamptz, place int, entry_count bigint,
  posted_cents bigint, previous_digest text, expected text, found text, altered jsonb) language sql stable
  set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' as $$
  with standing as materialized (
    select s.*, coalesce(lag(s.digest) over (order by s.seal_id is null, s.starts_on), '') as before from standing_seals(company) s
  ), present as materialized (
    select s.seal_id, d.entry_number, d.entry_id, d.total_cents, d.digest
    from standing s cross join lateral entry_digests(company, s.starts_on, s.ends_on) d where s.seal_id is not null
  ), anew as (
    select p.seal_id, count(*) as entries, sum(p.total_cents) as posted, string_agg(p.digest, E'\n' order by p.entry_number) as said
    from present p group by p.seal_id
  ), kept as (
    select e.seal_id, e.entry_number, e.entry_id, e.digest from sealed_entries e
    where e.company_id = company and e.seal_id in (select s.seal_id from standing s)
  ), differing as (
    select coalesce(p.seal_id, k.seal_id) as seal_id, jsonb_agg(jsonb_build_object('number', coalesce(k.entry_number, p.entry_number),
      'entryId', coalesce(k.entry_id, p.entry_id), 'expected', k.digest, 'found', p.digest)
      order by coalesce(k.entry_number, p.entry_number)) as entries
    from present p full join kept k on k.seal_id = p.seal_id and k.entry_id = p.entry_id
    where k.digest is distinct from p.digest group by 1
  )
  select s.period_id, s.period_name, s.starts_on, s.ends_on, s.closed_at, s.place, s.entry_count, s.posted_cents, s.previous_digest, s.digest,
    case when s.seal_id is not null then seal_digest(company, s.period_id, case when s.keeps_days then s.starts_on end, s.ends_on,
      coalesce(a.entries, 0), coalesce(a.posted, 0)::bigint, balance_fingerprint(company, s.starts_on, s.ends_on), s.before, coalesce(a.said, ''))
    end, coalesce(d.entries, '[]')
  from standing s left join anew a on a.seal_id = s.seal_id left join differing d on d.seal_id = s.seal_id order by s.starts_on
$$;
--> statement-breakpoint
-- Whoever closes a period, it is sealed with that: the application may only read seals. The guard holds the period lock
-- alone by then, so nothing is being posted. The digest before it is that of the latest closed period that has one.
create function accounting_periods_seal() returns trigger language plpgsql security definer as $$
declare seal text := 'sea_' || replace(gen_random_uuid()::text, '-', ''); before text; print text; place int;
begin
  if tg_relid <> 'public.accounting_periods'::regclass then
    raise exception 'locked: seals follow the periods alone' using errcode = 'EZ002', detail = 'period_seals';
  end if;
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  select s.digest into before from period_seals s
    join accounting_periods p on p.company_id = s.company_id and p.id = s.period_id and p.status = 'closed'
    where s.company_id = new.company_id and p.ends_on < new.starts_on order by p.ends_on desc, s.number desc limit 1;
  select coalesce(max(number), 0) + 1 into place from period_seals where company_id = new.company_id;
  print := balance_fingerprint(new.company_id, new.starts_on, new.ends_on);
  with sealed as materialized (
    select * from entry_digests(new.company_id, new.starts_on, new.ends_on)
  ), kept as (
    insert into sealed_entries (company_id, seal_id, entry_number, entry_id, digest)
      select new.company_id, seal, s.entry_number, s.entry_id, s.digest from sealed s order by s.entry_number
  )
  insert into period_seals (company_id, id, number, period_id, starts_on, ends_on, sealed_at, sealed_by, entry_count, posted_cents,
      fingerprint, previous_digest, digest)
    select new.company_id, seal, place, new.id, new.starts_on, new.ends_on, coalesce(new.closed_at, now()), new.closed_by, s.entries, s.posted,
      print, coalesce(before, ''),
      seal_digest(new.company_id, new.id, new.starts_on, new.ends_on, s.entries, s.posted, print, coalesce(before, ''), s.said)
    from (select count(*) as entries, coalesce(sum(total_cents), 0)::bigint as posted,
      coalesce(string_agg(digest, E'\n' order by entry_number), '') as said from sealed) s;
  return null;
end $$;
--> statement-breakpoint
-- What was said at the close stands until the period is reopened. They close in their order and reopen from the latest, since
-- each seal has the one before it in it. The guard, which fires first, holds the period lock alone.
create function accounting_periods_stand() returns trigger language plpgsql as $$
declare other text;
begin
  if new.status = old.status then
    raise exception 'locked: period % is closed', old.name using errcode = 'EZ002', detail = 'period';
  end if;
  select name into other from accounting_periods p where p.company_id = new.company_id and p.id <> new.id and p.status = old.status
    and case new.status when 'open' then p.starts_on > new.ends_on else p.ends_on < new.starts_on end limit 1;
  if found then
    raise exception 'locked: % is % still', other, old.status using errcode = 'EZ002', detail = 'period';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger accounting_periods_stand before update on accounting_periods for each row
  when (old.status = 'closed' or new.status = 'closed') execute function accounting_periods_stand();
--> statement-breakpoint
create trigger accounting_periods_seal after update on accounting_periods for each row
  when (new.status = 'closed' and old.status <> 'closed') execute function accounting_periods_seal();
--> statement-breakpoint
create trigger accounting_periods_born_sealed after insert on accounting_periods for each row
  when (new.status = 'closed') execute function accounting_periods_seal();
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['period_seals', 'sealed_entries', 'entry_corrections'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_no_truncate', t);
    execute format('grant select on %I to ez360_app', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on entry_corrections to ez360_app;
--> statement-breakpoint
-- What an entry sets right is said where it is made, of an entry that stood before it.
create function entry_corrections_guard() returns trigger language plpgsql as $$
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if not exists (
    select 1 from journal_entries e join journal_entries o on o.company_id = e.company_id and o.id = new.corrects_entry_id
    where e.company_id = new.company_id and e.id = new.entry_id and e.made_in = pg_current_xact_id() and e.source_type = 'manual'
      and o.number < e.number)
  then
    raise exception 'sealed: a correction is said where its entry is made' using errcode = 'EZ003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger entry_corrections_guard before insert on entry_corrections
  for each row execute function entry_corrections_guard();
--> statement-breakpoint
-- A year's closing entry: on its last day each account of income and expense comes to zero over the twelve months that end
-- there, against retained earnings and no other; one at a time stands. An opening entry: one at a time, no control account.
create function journal_entries_turn() returns trigger language plpgsql as $$
declare wrong text;
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if exists (
    select 1 from journal_entries o where o.company_id = new.company_id and o.source_type = new.source_type and o.id <> new.id
      and (new.source_type = 'opening' or o.entry_on > new.entry_on - interval '1 year' and o.entry_on < new.entry_on + interval '1 year')
      and not exists (select 1 from journal_entries r where r.company_id = o.company_id and r.reverses_entry_id = o.id))
  then
    raise exception 'differs: one % stands already', new.source_type using errcode = 'EZ009', detail = new.source_id;
  end if;
  select a.code into wrong from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = new.company_id and l.entry_id = new.id and case new.source_type
      when 'closing' then a.type not in ('income', 'expense') and a.role is distinct from 'retained_earnings'
      else a.role in ('receivable', 'customer_credit', 'customer_deposit') end limit 1;
  if found then
    raise exception 'control: % takes no % entry', wrong, new.source_type using errcode = 'EZ005', detail = wrong;
  end if;
  if new.source_type = 'closing' then
    select a.code into wrong from accounts a join journal_lines l on l.company_id = a.company_id and l.account_id = a.id
      and l.entry_on > new.entry_on - interval '1 year' and l.entry_on <= new.entry_on
      where a.company_id = new.company_id and a.type in ('income', 'expense') group by a.code having sum(l.amount_cents) <> 0 limit 1;
    if found then
      raise exception 'differs: % is not zero after the close of its year', wrong using errcode = 'EZ009', detail = wrong;
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger journal_entries_turn after insert on journal_entries deferrable initially deferred
  for each row when (new.source_type in ('opening', 'closing')) execute function journal_entries_turn();
--> statement-breakpoint
do $$ declare f record; begin
  for f in
    select p.oid::regprocedure as signature, p.prorettype = 'trigger'::regtype as fires, l.lanname = 'plpgsql' as is_plpgsql
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and p.proname in ('entry_digests', 'balance_fingerprint', 'seal_digest', 'standing_seals',
      'seal_states', 'accounting_periods_seal', 'accounting_periods_stand', 'entry_corrections_guard', 'journal_entries_turn')
  loop
    if f.is_plpgsql then
      execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f.signature);
      execute format('alter function %s set plan_cache_mode = force_generic_plan', f.signature);
    end if;
    execute format('revoke execute on function %s from public', f.signature);
    if not f.fires then
      execute format('grant execute on function %s to ez360_app', f.signature);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- The refusal also says from which day on the books are open: HINT.
create or replace function assert_day_open(company text, day date) returns void language plpgsql volatile
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare closed_period text; open_from date;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  perform pg_advisory_xact_lock_shared(period_lock_key(company));
  select name into closed_period from accounting_periods
    where company_id = company and status = 'closed' and ends_on >= day order by ends_on limit 1;
  if found then
    select max(ends_on) + 1 into open_from from accounting_periods where company_id = company and status = 'closed';
    raise exception 'period_closed: % is closed with %', day, closed_period
      using errcode = 'EZ001', detail = closed_period, hint = open_from::text;
  end if;
end $$;
