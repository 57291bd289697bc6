-- Every company has a subscription. Those that exist keep the plan that they have, as paid; under forced row-level security
-- the owner sees no rows either, so it is lifted for this statement alone.
alter table companies no force row level security;
--> statement-breakpoint
insert into subscriptions (company_id, plan, status) select id, plan, 'active' from companies;
--> statement-breakpoint
alter table companies force row level security;
--> statement-breakpoint
alter table subscriptions enable row level security;
--> statement-breakpoint
alter table subscriptions force row level security;
--> statement-breakpoint
create policy tenant on subscriptions using (company_id = current_company()) with check (company_id = current_company());
--> statement-breakpoint
-- What a person may do in a company depends on it, and is asked before the company is chosen.
create policy own_memberships on subscriptions for select using (
  exists (select 1 from members m where m.company_id = subscriptions.company_id and m.user_id = signed_in_user() and m.is_active));
--> statement-breakpoint
grant select, insert, update on subscriptions to ez360_app;
--> statement-breakpoint
-- A company is founded on a trial. Afterwards its subscription is changed by EZ360's own hand alone, never from inside the company.
create function subscriptions_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'locked: a company keeps its subscription' using errcode = 'EZ002', detail = 'subscription';
  end if;
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if current_setting('app.operator', true) is not distinct from 'on' then
    return new;
  end if;
  if tg_op = 'UPDATE' or new.status <> 'trialing' or new.extra_seats <> 0 or new.is_comped or new.suspended_at is not null then
    raise exception 'locked: what a company pays is not changed from inside it' using errcode = 'EZ002', detail = 'subscription';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger subscriptions_guard before insert or update or delete on subscriptions
  for each row execute function subscriptions_guard();
--> statement-breakpoint
create trigger subscriptions_no_truncate before truncate on subscriptions
  for each statement execute function refuse_change();
--> statement-breakpoint
-- At commit: without a subscription nobody could enter the company.
create function companies_seal() returns trigger language plpgsql as $$
begin
  if new.id is distinct from current_company() then perform assert_company_named(new.id); end if;
  if not exists (select from subscriptions where company_id = new.id) then
    raise exception 'differs: company % has no subscription', new.id using errcode = 'EZ009', detail = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger companies_seal after insert on companies deferrable initially deferred
  for each row execute function companies_seal();
--> statement-breakpoint
do $$ declare f regprocedure; begin
  foreach f in array array['subscriptions_guard()', 'companies_seal()']::regprocedure[] loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
