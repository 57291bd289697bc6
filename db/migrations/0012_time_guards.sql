-- An entry's minutes stand by service, one row for each that was worked; entries that exist get one row of all their
-- minutes, with the line that bills it. Under forced row-level security the owner sees no rows either, so it is lifted for
-- these statements alone.
alter table time_entries no force row level security;
--> statement-breakpoint
insert into time_entry_services (company_id, time_entry_id, position, item_id, minutes, invoice_line_id)
  select company_id, id, 1, item_id, duration_minutes, invoice_line_id from time_entries;
--> statement-breakpoint
alter table time_entries force row level security;
--> statement-breakpoint
alter table time_entry_services enable row level security;
--> statement-breakpoint
alter table time_entry_services force row level security;
--> statement-breakpoint
create policy tenant on time_entry_services using (company_id = current_company()) with check (company_id = current_company());
--> statement-breakpoint
grant select, insert, update, delete on time_entry_services to ez360_app;
--> statement-breakpoint
-- A client's invoice keeps its client while its lines bill that one's time. The rest of the guard stays word for word.
do $$ declare body text := pg_get_functiondef('invoices_guard'::regproc);
begin
  execute replace(body, 'join time_entries t on t.company_id = l.company_id and t.invoice_line_id = l.id',
    'join time_entry_services t on t.company_id = l.company_id and t.invoice_line_id = l.id');
  if pg_get_functiondef('invoices_guard'::regproc) not like '%time_entry_services%' then
    raise exception 'the guard of invoices is not the one that was to be changed';
  end if;
end $$;
--> statement-breakpoint
-- Time becomes money: its day obeys the period lock, and once approved its content stands. Approval and billing of
-- time that was worked in a closed month stay possible; they do not change what was worked. It goes from draft to billed
-- step by step; that it is billed exactly when its rows are is asked at the commit.
create or replace function time_entries_guard() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare may_change text[] := array['status', 'approved_by', 'approved_at', 'returned_reason', 'revision'];
begin
  if tg_op = 'INSERT' and new.status <> 'draft' or tg_op = 'UPDATE' and new.status <> old.status
    and (old.status, new.status) not in (('draft', 'submitted'), ('submitted', 'approved'), ('submitted', 'draft'),
      ('approved', 'billed'), ('approved', 'draft'), ('billed', 'approved')) then
    raise exception 'locked: time entry can not become %', new.status using errcode = 'EZ002', detail = 'time entry';
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
-- Both functions below look up rows by key, once for each row of a sheet that may have thousands; their plan is kept, and
-- one that was made while the table was small would read all of it each time. So they are kept from that.
-- What an entry says of its services changes as the entry does: until it is approved, on an open day. A row is billed by
-- one line at a time, of a draft of its own client, and what an issued invoice bills is not set free.
create function time_entry_services_guard() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  work time_entry_services := case when tg_op = 'DELETE' then old else new end;
  entry record; bill record;
begin
  if work.company_id is distinct from current_company() then perform assert_company_named(work.company_id); end if;
  if tg_op = 'UPDATE' and (new.company_id, new.time_entry_id) is distinct from (old.company_id, old.time_entry_id)
    or tg_op = 'INSERT' and new.invoice_line_id is not null then
    raise exception 'locked: minutes are born free, and stay with their entry' using errcode = 'EZ002', detail = 'time entry';
  end if;
  -- an approval that is under way is waited for, and then seen
  select status, worked_on, client_id, is_billable into entry from time_entries
    where company_id = work.company_id and id = work.time_entry_id for share;
  if tg_op = 'UPDATE' and new.invoice_line_id is distinct from old.invoice_line_id then
    if old.invoice_line_id is not null and new.invoice_line_id is not null
      or new.invoice_line_id is not null and (entry.status <> 'approved' or not entry.is_billable) then
      raise exception 'locked: only approved time that is free is billed' using errcode = 'EZ002', detail = 'time entry';
    end if;
    -- whatever its status now: an issue that is under way is waited for, and then seen
    for bill in
      select i.status, i.client_id from invoice_lines l
        join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
        where l.company_id = new.company_id and l.id = coalesce(new.invoice_line_id, old.invoice_line_id) for share of i
    loop
      if new.invoice_line_id is null and bill.status = 'issued'
        or new.invoice_line_id is not null and (bill.status <> 'draft' or bill.client_id <> entry.client_id)
      then
        raise exception 'locked: the invoice keeps the time that it bills' using errcode = 'EZ002', detail = 'time entry';
      end if;
    end loop;
    if (to_jsonb(new) - 'invoice_line_id') is not distinct from (to_jsonb(old) - 'invoice_line_id') then
      return new;
    end if;
  end if;
  if entry.status in ('approved', 'billed') then
    raise exception 'locked: time entry is %', entry.status using errcode = 'EZ002', detail = 'time entry';
  end if;
  if entry.worked_on is not null then
    perform assert_day_open(work.company_id, entry.worked_on);
  end if;
  return work;
end $$;
--> statement-breakpoint
create trigger time_entry_services_guard before insert or update or delete on time_entry_services
  for each row execute function time_entry_services_guard();
--> statement-breakpoint
-- The rows of an entry sum to its minutes; it is billed when all of them are; none is before it is approved.
create function assert_time_split(company text, entry text) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare minutes_said int; status_said text; minutes_split int; free int; billed int;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select duration_minutes, status into minutes_said, status_said from time_entries where company_id = company and id = entry;
  if not found then return; end if;
  select coalesce(sum(minutes), 0), count(*) filter (where invoice_line_id is null), count(invoice_line_id)
    into minutes_split, free, billed
    from time_entry_services where company_id = company and time_entry_id = entry;
  if minutes_split <> minutes_said or (status_said = 'billed') <> (free = 0) or billed > 0 and status_said not in ('approved', 'billed') then
    raise exception 'differs: time entry % of % minutes has % by service, % rows free and % billed',
      entry, minutes_said, minutes_split, free, billed using errcode = 'EZ009', detail = entry;
  end if;
end $$;
--> statement-breakpoint
create function time_entries_seal() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform assert_time_split(new.company_id, new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger time_entries_seal after insert or update of duration_minutes, status on time_entries
  deferrable initially deferred for each row execute function time_entries_seal();
--> statement-breakpoint
create function time_entry_services_seal() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare work time_entry_services := case when tg_op = 'DELETE' then old else new end;
begin
  perform assert_time_split(work.company_id, work.time_entry_id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger time_entry_services_seal after insert or update or delete on time_entry_services
  deferrable initially deferred for each row execute function time_entry_services_seal();
--> statement-breakpoint
revoke execute on function time_entries_guard(), time_entry_services_guard(), assert_time_split(text, text),
  time_entries_seal(), time_entry_services_seal() from public;
--> statement-breakpoint
grant execute on function assert_time_split(text, text) to ez360_app;
