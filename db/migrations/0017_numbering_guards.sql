-- Numbers as they are given today become patterns. Under forced row-level security the owner sees no rows, so it is lifted
-- for these statements alone.
alter table number_series no force row level security;
--> statement-breakpoint
update number_series set next_in_period = next_number,
  pattern = left(regexp_replace(prefix, '[^A-Za-z0-9 ._#/-]', '-', 'g'), 30) || case when width > 1 then '{SEQ:' || least(width, 10) || '}' else '{SEQ}' end;
--> statement-breakpoint
alter table number_series force row level security;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['project_number_series', 'recurring_plans', 'recurring_plan_lines', 'recurring_occurrences', 'recurring_skips'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on project_number_series, recurring_plans to ez360_app;
--> statement-breakpoint
grant select, insert, delete on recurring_plan_lines to ez360_app;
--> statement-breakpoint
grant select, insert on recurring_occurrences, recurring_skips to ez360_app;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['recurring_occurrences', 'recurring_skips'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_no_truncate', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was invoiced is not invoiced once more on another day: a plan that has made something and gets other days goes on
-- after the newest of those, never before, and no more are made than it has in all. Whoever makes one holds the plan.
create function recurring_plans_guard() returns trigger language plpgsql as $$
declare newest date;
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  select max(occurrence_on) into newest from recurring_occurrences where company_id = new.company_id and plan_id = new.id;
  if newest is not null and (new.resumes_on is null or new.resumes_on <= newest) then
    raise exception 'locked: a plan goes on after what it has made' using errcode = 'EZ002', detail = 'recurring plan';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recurring_plans_guard before update on recurring_plans for each row
  when ((new.frequency, new.interval, new.starts_on, new.day_of_month, new.resumes_on)
    is distinct from (old.frequency, old.interval, old.starts_on, old.day_of_month, old.resumes_on))
  execute function recurring_plans_guard();
--> statement-breakpoint
create function recurring_occurrences_guard() returns trigger language plpgsql as $$
declare plan recurring_plans; made int;
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  select * into plan from recurring_plans where company_id = new.company_id and id = new.plan_id for no key update;
  select count(*) into made from recurring_occurrences where company_id = new.company_id and plan_id = new.plan_id;
  if new.occurrence_on < greatest(plan.starts_on, plan.resumes_on) or new.occurrence_on > plan.ends_on
    or made >= plan.occurrences then
    raise exception 'locked: not a day of the plan' using errcode = 'EZ002', detail = 'recurring plan';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recurring_occurrences_guard before insert on recurring_occurrences
  for each row execute function recurring_occurrences_guard();
--> statement-breakpoint
do $$ declare f text; begin
  foreach f in array array['recurring_plans_guard()', 'recurring_occurrences_guard()'] loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
--> statement-breakpoint
-- A count goes forward only: a number that was given is not given again.
create function number_counters_guard() returns trigger language plpgsql as $$
begin
  if new.next_number < old.next_number then
    raise exception 'locked: numbers go forward only' using errcode = 'EZ002', detail = 'number series';
  end if;
  return new;
end $$;
--> statement-breakpoint
alter function number_counters_guard() set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function number_counters_guard() set plan_cache_mode = force_generic_plan;
--> statement-breakpoint
revoke execute on function number_counters_guard() from public;
--> statement-breakpoint
create trigger number_series_guard before update on number_series for each row
  when (new.next_number < old.next_number) execute function number_counters_guard();
--> statement-breakpoint
create trigger project_number_series_guard before update on project_number_series for each row
  when (new.next_number < old.next_number) execute function number_counters_guard();
