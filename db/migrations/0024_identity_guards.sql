-- People's own rows: a transaction that names a person sees that person's, one that names an address the login of it, and
-- one that holds a token (its hash, or a passkey's id) what hangs on it. None named, none seen.
-- Who had an account before addresses were proved keeps it.
update users set email_verified_at = created_at where email_verified_at is null;
--> statement-breakpoint
create function named_address() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.address', true), '') $$;
--> statement-breakpoint
create function held() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.holds', true), '') $$;
--> statement-breakpoint
create function is_operator() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.operator', true), '') = 'on' $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['users', 'sessions', 'devices', 'authenticators', 'recovery_codes', 'passkeys', 'proofs', 'account_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['sessions', 'devices', 'authenticators', 'recovery_codes', 'passkeys', 'account_events'] loop
    execute format('create policy own on %I using (user_id = signed_in_user()) with check (user_id = signed_in_user())', t);
  end loop;
end $$;
--> statement-breakpoint
create policy own on users using (id = signed_in_user()) with check (id = signed_in_user());
--> statement-breakpoint
create policy by_address on users for select using (email = named_address());
--> statement-breakpoint
create policy by_session on users for select using (exists (
  select 1 from sessions s where s.token_hash = held() and s.user_id = users.id));
--> statement-breakpoint
create policy colleagues on users for select using (exists (
  select 1 from members m where m.user_id = users.id and m.company_id = current_company()));
--> statement-breakpoint
create policy by_token on sessions using (token_hash = held()) with check (token_hash = held());
--> statement-breakpoint
create policy by_credential on passkeys for select using (credential_id = held());
--> statement-breakpoint
create policy by_token on proofs using (token_hash = held() or link_hash = held()) with check (token_hash = held() or link_hash = held());
--> statement-breakpoint
create policy own on proofs using (user_id = signed_in_user());
--> statement-breakpoint
-- What is over is swept away, and secrets are sealed anew under a newer key, by the operator's command.
create policy expired on proofs for select using (is_operator() and expires_at < now());
--> statement-breakpoint
create policy sweep on proofs for delete using (is_operator() and expires_at < now());
--> statement-breakpoint
create policy reseal on authenticators for select using (is_operator());
--> statement-breakpoint
create policy reseal_update on authenticators for update using (is_operator()) with check (is_operator());
--> statement-breakpoint
grant select on devices, authenticators, recovery_codes, passkeys, proofs, account_events, rate_limits to ez360_app;
--> statement-breakpoint
grant insert on devices, authenticators, recovery_codes, passkeys, proofs, account_events, rate_limits to ez360_app;
--> statement-breakpoint
grant update on devices, authenticators, recovery_codes, passkeys, proofs, rate_limits to ez360_app;
--> statement-breakpoint
grant delete on authenticators, recovery_codes, passkeys, proofs, rate_limits to ez360_app;
--> statement-breakpoint
create trigger account_events_append_only before update or delete on account_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger account_events_no_truncate before truncate on account_events
  for each statement execute function refuse_change();
--> statement-breakpoint
-- A session that is over stays over, and is nobody else's or longer than it was.
create function sessions_guard() returns trigger language plpgsql as $$
begin
  if (new.token_hash, new.id, new.user_id, new.created_at, new.expires_at) is distinct from
     (old.token_hash, old.id, old.user_id, old.created_at, old.expires_at)
     or old.revoked_at is not null and (new.revoked_at, new.ended_by, new.proved_at, new.second_factor_at)
       is distinct from (old.revoked_at, old.ended_by, old.proved_at, old.second_factor_at) then
    raise exception 'locked: a session is what it was' using errcode = 'EZ002', detail = 'session';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sessions_guard before update on sessions for each row execute function sessions_guard();
--> statement-breakpoint
-- A proof counts its tries and is used once; nothing else about it changes.
create function proofs_guard() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or new.attempts < old.attempts
     or (to_jsonb(new) - array['attempts', 'used_at']) is distinct from (to_jsonb(old) - array['attempts', 'used_at']) then
    raise exception 'locked: a proof is used once' using errcode = 'EZ002', detail = 'proof';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger proofs_guard before update on proofs for each row execute function proofs_guard();
--> statement-breakpoint
create function recovery_codes_guard() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or (new.user_id, new.code_hash, new.created_at) is distinct from (old.user_id, old.code_hash, old.created_at) then
    raise exception 'locked: a recovery code is used once' using errcode = 'EZ002', detail = 'recovery code';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recovery_codes_guard before update on recovery_codes for each row execute function recovery_codes_guard();
--> statement-breakpoint
-- Steps only rise while the secret is the same one, and a passkey's count with them: what was spent stays spent.
create function authenticators_guard() returns trigger language plpgsql as $$
begin
  if new.user_id <> old.user_id
     or new.created_at = old.created_at and (new.last_step < old.last_step or old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at) then
    raise exception 'locked: a code counts once' using errcode = 'EZ002', detail = 'authenticator';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger authenticators_guard before update on authenticators for each row execute function authenticators_guard();
--> statement-breakpoint
create function passkeys_guard() returns trigger language plpgsql as $$
begin
  if (new.credential_id, new.user_id, new.public_key, new.created_at) is distinct from
     (old.credential_id, old.user_id, old.public_key, old.created_at) or new.counter < old.counter then
    raise exception 'locked: a passkey is what it was' using errcode = 'EZ002', detail = 'passkey';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger passkeys_guard before update on passkeys for each row execute function passkeys_guard();
--> statement-breakpoint
do $$ declare f regprocedure; begin
  foreach f in array array['sessions_guard()', 'proofs_guard()', 'recovery_codes_guard()', 'authenticators_guard()', 'passkeys_guard()']::regprocedure[] loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['named_address()', 'held()', 'is_operator()']::regprocedure[] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to ez360_app', f);
  end loop;
end $$;
