-- Estimates and proposals: locked once sent, accepted once and for good, and never billed for more than was accepted.
do $$ declare t text; begin
  foreach t in array array['estimates', 'estimate_lines', 'document_templates'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on estimates, estimate_lines, document_templates to ez360_app;
--> statement-breakpoint
-- drafts
grant delete on estimates, estimate_lines to ez360_app;
--> statement-breakpoint
-- Sent, it says what its lines say. Then only its last day moves, later, until somebody decides; what was decided stands.
create function estimates_guard() returns trigger language plpgsql as $$
declare may_change text[]; lines record;
begin
  if tg_op = 'DELETE' then
    if old.company_id is distinct from current_company() then perform assert_company_named(old.company_id); end if;
    if old.status <> 'draft' then
      raise exception 'locked: what was sent stays' using errcode = 'EZ002', detail = 'estimate';
    end if;
    return old;
  end if;
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'locked: an estimate is born a draft' using errcode = 'EZ002', detail = 'estimate';
    end if;
    return new;
  end if;
  if old.status = 'draft' and new.status = 'draft' and new.kind = old.kind then
    return new;
  end if;
  if old.status = 'draft' and new.status = 'sent' and new.kind = old.kind then
    select coalesce(sum(subtotal_cents), 0) as subtotal, coalesce(sum(tax_cents), 0) as tax,
        coalesce(sum(document_discount_cents), 0) as discount, count(*) as n,
        count(*) filter (where is_taxable and tax_cents <> round(subtotal_cents * new.tax_ppm / 1000000.0)) as untaxed
      into lines
      from estimate_lines where company_id = new.company_id and estimate_id = new.id;
    if lines.n = 0 or new.tax_ppm > 0 and lines.untaxed > 0 or lines.subtotal <> new.subtotal_cents or lines.tax <> new.tax_cents
      or lines.discount <> new.discount_cents or new.total_cents <= 0
      or new.discount_ppm > 0 and new.discount_cents <> round((new.subtotal_cents + new.discount_cents) * new.discount_ppm / 1000000.0)
    then
      raise exception 'differs: estimate totals are not the sum of its lines' using errcode = 'EZ009', detail = new.id;
    end if;
    return new;
  end if;
  may_change := case new.status when 'sent' then array['valid_until', 'revision']
    when 'accepted' then array['status', 'decided_on', 'acceptance', 'revision']
    else array['status', 'decided_on', 'reason', 'revision'] end;
  if old.status <> 'sent' or new.status = 'draft' or (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or new.valid_until < old.valid_until or new.decided_on < new.issued_on
  then
    raise exception 'locked: estimate % is %', old.number, old.status using errcode = 'EZ002', detail = 'estimate';
  end if;
  if new.status = 'accepted' and (new.decided_on > new.valid_until or coalesce(new.acceptance ->> 'name', '') = ''
    or (new.acceptance ->> 'number', new.acceptance ->> 'totalCents', new.acceptance ->> 'acceptedOn')
      is distinct from (new.number, new.total_cents::text, new.decided_on::text))
  then
    raise exception 'differs: what was accepted is not what was sent' using errcode = 'EZ009', detail = new.id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger estimates_guard before insert or update or delete on estimates
  for each row execute function estimates_guard();
--> statement-breakpoint
create function estimate_lines_guard() returns trigger language plpgsql as $$
declare line estimate_lines := case when tg_op = 'DELETE' then old else new end; state text;
begin
  if line.company_id is distinct from current_company() then perform assert_company_named(line.company_id); end if;
  select status into state from estimates where company_id = line.company_id and id = line.estimate_id for no key update;
  if state is distinct from 'draft' or tg_op = 'UPDATE' and new.estimate_id <> old.estimate_id then
    raise exception 'locked: the estimate is %', state using errcode = 'EZ002', detail = 'estimate';
  end if;
  return line;
end $$;
--> statement-breakpoint
create trigger estimate_lines_guard before insert or update or delete on estimate_lines
  for each row execute function estimate_lines_guard();
--> statement-breakpoint
-- An invoice keeps what it bills, names its parties once it is issued, and bills what was accepted. Whoever bills more of
-- it holds the estimate's row, so that two never both take what is left.
create function invoices_document_guard() returns trigger language plpgsql as $$
declare state text;
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if tg_op = 'UPDATE' then
    if new.estimate_id is distinct from old.estimate_id then
      raise exception 'locked: an invoice keeps what it bills' using errcode = 'EZ002', detail = 'invoice';
    end if;
    if old.status = 'draft' and new.status = 'issued' and new.issued_by_party is null then
      raise exception 'differs: an issued invoice says who and whom' using errcode = 'EZ009', detail = new.id;
    end if;
  end if;
  if new.estimate_id is not null and (tg_op = 'INSERT' or new.total_cents > old.total_cents
    or new.subtotal_cents > old.subtotal_cents or new.kind <> old.kind)
  then
    select status into state from estimates where company_id = new.company_id and id = new.estimate_id for no key update;
    if state is distinct from 'accepted' then
      raise exception 'locked: the estimate is %', state using errcode = 'EZ002', detail = 'estimate';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_document_guard before insert or update on invoices
  for each row execute function invoices_document_guard();
--> statement-breakpoint
-- At commit: invoices of an accepted document bill its subtotal at most, its deposit invoice its total at most.
create function invoices_estimate_seal() returns trigger language plpgsql as $$
declare accepted estimates; billed bigint; deposited bigint;
begin
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  select * into accepted from estimates where company_id = new.company_id and id = new.estimate_id;
  select coalesce(sum(subtotal_cents) filter (where kind = 'standard'), 0), coalesce(sum(total_cents) filter (where kind = 'deposit'), 0)
    into billed, deposited
    from invoices where company_id = new.company_id and estimate_id = new.estimate_id and status <> 'void';
  if accepted.status is distinct from 'accepted' or billed > accepted.subtotal_cents or deposited > accepted.total_cents then
    raise exception 'overbilled: % of % of %', billed, accepted.subtotal_cents, accepted.number using errcode = 'EZ007', detail = accepted.number;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger invoices_estimate_seal after insert or update on invoices deferrable initially deferred
  for each row when (new.estimate_id is not null) execute function invoices_estimate_seal();
--> statement-breakpoint
do $$ declare f regprocedure; begin
  foreach f in array array['estimates_guard()', 'estimate_lines_guard()', 'invoices_document_guard()', 'invoices_estimate_seal()']::regprocedure[] loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
