-- Who joins and who stays, said by the database:
--   EZ013 a company without an active owner   EZ014 whose second factor guards another company too
alter table invitations enable row level security;
--> statement-breakpoint
alter table invitations force row level security;
--> statement-breakpoint
create policy tenant on invitations using (company_id = current_company()) with check (company_id = current_company());
--> statement-breakpoint
-- Who holds the link sees what he is invited to before he is in it; the company only while he still can accept.
create policy by_invitation on invitations for select using (token_hash = held());
--> statement-breakpoint
create policy by_invitation on companies for select using (exists (
  select 1 from invitations i where i.company_id = companies.id and i.token_hash = held()
    and i.accepted_at is null and i.revoked_at is null));
--> statement-breakpoint
grant select, insert, update on invitations to ez360_app;
--> statement-breakpoint
-- What was accepted or revoked is history. Before, a new link and its days may change, and who sent it. It is accepted in
-- time, and by a member with the address that was invited.
create function invitations_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['token_hash', 'expires_at', 'invited_by', 'inviter_name', 'accepted_at', 'accepted_by', 'revoked_at', 'revision'];
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if tg_op = 'INSERT' then
    if new.accepted_at is not null or new.revoked_at is not null then
      raise exception 'locked: an invitation begins open' using errcode = 'EZ002', detail = 'invitation';
    end if;
    return new;
  end if;
  if old.accepted_at is not null or old.revoked_at is not null
     or (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change) then
    raise exception 'locked: this invitation is over, or says who was invited as what' using errcode = 'EZ002', detail = 'invitation';
  end if;
  if new.accepted_at is not null and (new.accepted_at >= old.expires_at or not exists (
    select 1 from members m join users u on u.id = m.user_id
      where m.company_id = new.company_id and m.id = new.accepted_by and m.is_active and u.email = new.email))
  then
    raise exception 'locked: an invitation is accepted in time, by whom it invites' using errcode = 'EZ002', detail = 'invitation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invitations_guard before insert or update on invitations
  for each row execute function invitations_guard();
--> statement-breakpoint
create trigger invitations_no_delete before delete on invitations for each row execute function refuse_change();
--> statement-breakpoint
create trigger invitations_no_truncate before truncate on invitations for each statement execute function refuse_change();
--> statement-breakpoint
-- At commit a company has an owner. One lock for each company: of two owners who demote each other at one moment, the
-- second looks when the first has committed.
create function assert_owned(company text) returns void language plpgsql as $$
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  perform pg_advisory_xact_lock(hashtextextended('owners:' || company, 0));
  if not exists (select from members m where m.company_id = company and m.role = 'owner' and m.is_active) then
    raise exception 'last_owner: company % has no owner', company using errcode = 'EZ013';
  end if;
end $$;
--> statement-breakpoint
create function members_owner() returns trigger language plpgsql as $$
begin
  perform assert_owned(old.company_id);
  return null;
end $$;
--> statement-breakpoint
create function companies_owner() returns trigger language plpgsql as $$
begin
  perform assert_owned(new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger members_owner after update or delete on members deferrable initially deferred
  for each row when (old.role = 'owner' and old.is_active) execute function members_owner();
--> statement-breakpoint
create constraint trigger companies_owner after insert on companies deferrable initially deferred
  for each row execute function companies_owner();
--> statement-breakpoint
-- What admins do to the account of a co-member. The rows are the person's own, so each names the person, for itself alone,
-- once it has found him in the company that the transaction names; row-level security holds for the tables' owner as well.
create function person_of_member(member text) returns text language plpgsql stable as $$
declare person text;
begin
  select m.user_id into person from members m where m.company_id = current_company() and m.id = member;
  if person is null then
    raise exception 'company: % is no member of %', member, coalesce(current_company(), 'none') using errcode = 'EZ011';
  end if;
  return person;
end $$;
--> statement-breakpoint
-- `deed` says id, at, by and requestId. The network and browser of the admin are his own, and are not told.
create function tell_person(person text, kind text, deed jsonb) returns void language plpgsql as $$
begin
  insert into account_events (id, user_id, type, at, address, user_agent, request_id, facts)
    values (deed ->> 'id', person, kind, (deed ->> 'at')::timestamptz, '', '', deed ->> 'requestId',
      jsonb_build_object('by', deed ->> 'by', 'companyId', current_company()));
end $$;
--> statement-breakpoint
create function end_member_sessions(member text, why text, deed jsonb) returns integer language plpgsql security definer as $$
declare person text := person_of_member(member); asker text := signed_in_user(); ended integer;
begin
  if why not in ('role', 'removal', 'admin') then
    raise exception 'locked: sessions do not end by %', why using errcode = 'EZ002', detail = 'session';
  end if;
  perform set_config('app.user_id', person, true);
  update sessions set revoked_at = (deed ->> 'at')::timestamptz, ended_by = why where user_id = person and revoked_at is null;
  get diagnostics ended = row_count;
  perform tell_person(person, 'session.ended', deed);
  perform set_config('app.user_id', coalesce(asker, ''), true);
  return ended;
end $$;
--> statement-breakpoint
-- Only of whom this company alone employs: elsewhere the same factor guards others' books.
create function reset_member_factors(member text, deed jsonb) returns integer language plpgsql security definer as $$
declare person text := person_of_member(member); asker text := signed_in_user(); company text := current_company(); dropped integer; more integer;
begin
  perform set_config('app.user_id', person, true);
  if exists (select from members m where m.user_id = person and m.is_active and m.company_id <> company) then
    raise exception 'elsewhere: % is active in another company too', member using errcode = 'EZ014',
      detail = (select m.display_name from members m where m.company_id = company and m.id = member);
  end if;
  delete from authenticators where user_id = person;
  get diagnostics dropped = row_count;
  delete from passkeys where user_id = person;
  get diagnostics more = row_count;
  delete from recovery_codes where user_id = person;
  perform tell_person(person, 'factors.reset', deed);
  perform set_config('app.user_id', coalesce(asker, ''), true);
  return dropped + more;
end $$;
--> statement-breakpoint
create function tell_member_unlocked(member text, deed jsonb) returns void language plpgsql security definer as $$
declare person text := person_of_member(member); asker text := signed_in_user();
begin
  perform set_config('app.user_id', person, true);
  perform tell_person(person, 'lockout.lifted', deed);
  perform set_config('app.user_id', coalesce(asker, ''), true);
end $$;
--> statement-breakpoint
do $$ declare f regprocedure; begin
  foreach f in array array['invitations_guard()', 'assert_owned(text)', 'members_owner()', 'companies_owner()', 'person_of_member(text)',
    'tell_person(text, text, jsonb)', 'end_member_sessions(text, text, jsonb)', 'reset_member_factors(text, jsonb)',
    'tell_member_unlocked(text, jsonb)']::regprocedure[]
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function assert_owned(text), end_member_sessions(text, text, jsonb), reset_member_factors(text, jsonb),
  tell_member_unlocked(text, jsonb) to ez360_app;
