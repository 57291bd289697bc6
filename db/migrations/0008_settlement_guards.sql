-- What settles an invoice besides payments: credit notes and settlements, and deposits that are held until they are earned.
--   EZ012 a deposit that is used already, or not there
do $$ declare t text; begin
  foreach t in array array['credit_notes', 'settlements'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on credit_notes, settlements to ez360_app;
--> statement-breakpoint
-- drafts, and money that never came
grant delete on credit_notes, payments to ez360_app;
--> statement-breakpoint
-- What deposit invoices say is held, less what was put on other invoices, is the deposits' account: by invoice and day.
create function assert_deposit(company text, deposit text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select id into control from accounts where company_id = company and role = 'customer_deposit';
  select m.day, sum(m.booked) as booked, sum(m.said) as said into wrong from (
    select entry_on as day, -amount_cents as booked, 0 as said from journal_lines
      where company_id = company and invoice_id = deposit and account_id = control
    union all
    select issued_on, 0, total_cents from invoices where company_id = company and id = deposit and status <> 'draft' and kind = 'deposit'
    union all
    select voided_on, 0, -total_cents from invoices where company_id = company and id = deposit and status = 'void' and kind = 'deposit'
    union all
    select settled_on, 0, -amount_cents from settlements where company_id = company and deposit_invoice_id = deposit
    union all
    select voided_on, 0, amount_cents from settlements where company_id = company and deposit_invoice_id = deposit and status = 'void'
  ) m group by m.day having sum(m.booked) <> sum(m.said) limit 1;
  if found then
    raise exception 'differs: deposit % moved by % on %, the journal says %', deposit, wrong.said, wrong.day, wrong.booked
      using errcode = 'EZ009', detail = deposit;
  end if;
end $$;
--> statement-breakpoint
create or replace function journal_entries_seal() returns trigger language plpgsql as $$
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
      where l.company_id = new.company_id and l.entry_id = new.id and c.role in ('receivable', 'customer_credit', 'customer_deposit')
  loop
    if control.role in ('receivable', 'customer_deposit') and control.invoice_id is null
      or control.role = 'customer_credit' and control.client_id is null
    then
      raise exception 'control: a line on % names no document', control.code using errcode = 'EZ005', detail = control.code;
    end if;
    if control.role = 'receivable' then
      perform assert_receivable(new.company_id, control.invoice_id);
    elsif control.role = 'customer_deposit' then
      perform assert_deposit(new.company_id, control.invoice_id);
    else
      perform assert_credit(new.company_id, control.client_id);
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
-- An invoice earns its subtotal, a deposit invoice holds it.
-- An entry is found by its source; its day is reckoned, so that no plan reads through all the entries of a busy day.
create or replace function assert_invoice_entry(invoice invoices, kind text, day date, sign int) returns void language plpgsql as $$
declare entry text; owed bigint; tax bigint; income bigint; held bigint; others int;
begin
  select id into entry from journal_entries e
    where e.company_id = invoice.company_id and e.source_type = kind and e.source_id = invoice.id and e.entry_on - day = 0;
  select coalesce(sum(l.amount_cents) filter (where a.role = 'receivable' and l.invoice_id = invoice.id), 0),
      coalesce(-sum(l.amount_cents) filter (where a.role = 'sales_tax'), 0),
      coalesce(-sum(l.amount_cents) filter (where a.type = 'income'), 0),
      coalesce(-sum(l.amount_cents) filter (where a.role = 'customer_deposit' and l.invoice_id = invoice.id), 0),
      count(*) filter (where l.client_id is distinct from invoice.client_id or l.project_id is distinct from invoice.project_id
        or a.type <> 'income' and (a.role is null or a.role not in ('receivable', 'sales_tax', 'customer_deposit')))
    into owed, tax, income, held, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = invoice.company_id and l.entry_id = entry;
  if entry is null or others > 0 or (owed, tax, income, held) is distinct from (sign * invoice.total_cents, sign * invoice.tax_cents,
    case when invoice.kind = 'standard' then sign * invoice.subtotal_cents else 0 end,
    case when invoice.kind = 'deposit' then sign * invoice.subtotal_cents else 0 end)
  then
    raise exception 'differs: invoice % is not what its entry says', invoice.number using errcode = 'EZ009', detail = invoice.id;
  end if;
end $$;
--> statement-breakpoint
-- What stands on an invoice, or was taken from a deposit, is voided first, and on no later day.
create or replace function invoices_guard() returns trigger language plpgsql as $$
declare
  may_change text[] := array['status', 'voided_on', 'void_reason', 'revision'];
  lines record; applied bigint; last_applied date;
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
      select coalesce(sum(subtotal_cents), 0) as subtotal, coalesce(sum(tax_cents), 0) as tax,
          coalesce(sum(document_discount_cents), 0) as discount, count(*) as n,
          count(*) filter (where is_taxable and tax_cents <> round(subtotal_cents * new.tax_ppm / 1000000.0)) as untaxed,
          -- each share is less than a cent from its line's exact part
          count(*) filter (where abs(document_discount_cents::numeric * (new.subtotal_cents + new.discount_cents)
            - new.discount_cents::numeric * (subtotal_cents + document_discount_cents)) >= greatest(new.subtotal_cents + new.discount_cents, 1)) as unshared
        into lines
        from invoice_lines where company_id = new.company_id and invoice_id = new.id;
      -- at 0 % a line keeps the tax that was typed for it, and a discount the sum
      if lines.n = 0 or new.tax_ppm > 0 and lines.untaxed > 0 or lines.subtotal <> new.subtotal_cents or lines.tax <> new.tax_cents
        or lines.discount <> new.discount_cents or lines.unshared > 0 or new.total_cents <= 0
        or new.discount_ppm > 0 and new.discount_cents <> round((new.subtotal_cents + new.discount_cents) * new.discount_ppm / 1000000.0)
      then
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
  last_applied := greatest(last_applied,
    (select max(voided_on) from credit_notes where company_id = new.company_id and invoice_id = new.id),
    (select max(voided_on) from settlements where company_id = new.company_id and deposit_invoice_id = new.id));
  if applied <> 0 or new.voided_on < greatest(new.issued_on, last_applied) then
    raise exception 'has payments' using errcode = 'EZ010', detail = applied::text;
  end if;
  if exists (select 1 from credit_notes where company_id = new.company_id and invoice_id = new.id and status = 'posted')
    or exists (select 1 from settlements where company_id = new.company_id and deposit_invoice_id = new.id and status = 'standing')
  then
    raise exception 'has credit notes, or its deposit is used' using errcode = 'EZ010', detail = '0';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function payments_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['status', 'voided_on', 'void_reason', 'revision'];
begin
  if tg_op = 'DELETE' then
    if old.status <> 'pending' then
      raise exception 'locked: a payment stays' using errcode = 'EZ002', detail = 'payment';
    end if;
    perform assert_day_open(old.company_id, old.received_on);
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.status not in ('pending', 'received') then
      raise exception 'locked: a payment is born pending or received' using errcode = 'EZ002', detail = 'payment';
    end if;
    perform assert_day_open(new.company_id, new.received_on);
    return new;
  end if;
  if old.status = 'pending' and new.status in ('pending', 'received') then
    perform assert_day_open(new.company_id, new.received_on);
    if old.received_on <> new.received_on then
      perform assert_day_open(old.company_id, old.received_on);
    end if;
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'received' and new.status = 'void' and new.voided_on >= old.received_on) then
    raise exception 'locked: a payment changes only by being voided' using errcode = 'EZ002', detail = 'payment';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  if exists (select 1 from settlements where company_id = new.company_id and payment_id = new.id
    and (status = 'standing' or voided_on > new.voided_on))
  then
    raise exception 'has refunds' using errcode = 'EZ010', detail = '0';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function payments_seal() returns trigger language plpgsql as $$
begin
  -- expected, and thrown away since
  if not exists (select 1 from payments where company_id = new.company_id and id = new.id) then
    if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
    return null;
  end if;
  perform assert_placed(new.company_id, new.id);
  if new.status = 'void' then
    perform assert_payment_entry(new, 'payment_void', new.voided_on, -1);
  elsif new.status = 'received' then
    perform assert_payment_entry(new, 'payment', new.received_on, 1);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- The least of a deposit on any day from this one on: what was paid of it, less what was put on other invoices.
create function deposit_left(company text, deposit text, day date) returns bigint language sql stable as $$
  select min(m.running)::bigint from (
    select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
      select greatest(allocated_on, day) as day, amount_cents as amount from allocations where company_id = company and invoice_id = deposit
      union all
      select greatest(settled_on, day), -amount_cents from settlements where company_id = company and deposit_invoice_id = deposit
      union all
      select greatest(voided_on, day), amount_cents from settlements where company_id = company and deposit_invoice_id = deposit and status = 'void'
      union all
      select day, 0) d group by d.day) m
$$;
--> statement-breakpoint
create function settlements_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['status', 'voided_on', 'void_reason']; paid payments; owed invoices; held invoices; used bigint;
begin
  if tg_op = 'DELETE' then
    raise exception 'locked: a settlement stays' using errcode = 'EZ002', detail = 'settlement';
  end if;
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
      or not (old.status = 'standing' and new.status = 'void' and new.voided_on >= old.settled_on) then
      raise exception 'locked: a settlement changes only by being voided' using errcode = 'EZ002', detail = 'settlement';
    end if;
    perform assert_day_open(new.company_id, new.voided_on);
    return new;
  end if;
  if new.status <> 'standing' then
    raise exception 'locked: a settlement is born standing' using errcode = 'EZ002', detail = 'settlement';
  end if;
  perform assert_day_open(new.company_id, new.settled_on);
  if new.invoice_id is not null then
    select * into owed from invoices where company_id = new.company_id and id = new.invoice_id for no key update;
    if owed.client_id is distinct from new.client_id or new.kind <> 'credit_application' and owed.kind <> 'standard' then
      raise exception 'differs: the invoice is of another client or kind' using errcode = 'EZ009', detail = new.invoice_id;
    end if;
  end if;
  if new.payment_id is not null then
    select * into paid from payments where company_id = new.company_id and id = new.payment_id for no key update;
    select max(m.running) into used from (
      select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
        select settled_on as day, amount_cents as amount from settlements where company_id = new.company_id and payment_id = new.payment_id
        union all
        select voided_on, -amount_cents from settlements where company_id = new.company_id and payment_id = new.payment_id and status = 'void'
        union all
        select new.settled_on, new.amount_cents) d group by d.day) m
      where m.day >= new.settled_on;
    if paid.client_id is distinct from new.client_id or paid.status is distinct from 'received' or new.settled_on < paid.received_on
      or used > paid.amount_cents
    then
      raise exception 'overapplied: % of payment %', used, paid.number using errcode = 'EZ007', detail = coalesce(paid.number, '');
    end if;
  end if;
  if new.deposit_invoice_id is not null then
    select * into held from invoices where company_id = new.company_id and id = new.deposit_invoice_id for no key update;
    if held.client_id is distinct from new.client_id or held.kind is distinct from 'deposit' or held.status <> 'issued'
      or deposit_left(new.company_id, new.deposit_invoice_id, new.settled_on) < new.amount_cents
    then
      raise exception 'deposit: % is more than is there', new.amount_cents using errcode = 'EZ012', detail = coalesce(held.number, '');
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger settlements_guard before insert or update or delete on settlements
  for each row execute function settlements_guard();
--> statement-breakpoint
-- At commit: a settlement moves invoices and credit by exactly its amount, each as its kind does, and nothing once it is void.
create function assert_settled(company text, settlement text) returns void language plpgsql as $$
declare s settlements; placed bigint; credited bigint; strange int; right_way boolean;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into s from settlements where company_id = company and id = settlement;
  select coalesce(sum(amount_cents), 0), count(*) filter (where allocated_on <> s.settled_on and allocated_on is distinct from s.voided_on)
    into placed, strange from allocations where company_id = company and settlement_id = settlement;
  select coalesce(sum(amount_cents), 0), strange + count(*) filter (where entered_on <> s.settled_on and entered_on is distinct from s.voided_on)
    into credited, strange from credit_entries where company_id = company and settlement_id = settlement;
  right_way := case when s.status = 'void' then placed = 0 and credited = 0
    when s.kind = 'refund' then placed <= 0 and credited <= 0 and placed + credited = -s.amount_cents
    when s.kind = 'credit_application' then placed = s.amount_cents and credited = -s.amount_cents
    when s.kind = 'credit_grant' then placed = 0 and credited = s.amount_cents
    when s.kind in ('credit_reduction', 'credit_payout') then placed = 0 and credited = -s.amount_cents
    when s.kind in ('write_off', 'deposit_application') then placed = s.amount_cents and credited = 0 end;
  if right_way is not true or strange > 0 then
    raise exception 'differs: % of % places % and credits %', s.kind, s.amount_cents, placed, credited using errcode = 'EZ009', detail = settlement;
  end if;
end $$;
--> statement-breakpoint
-- Money is put where money is: an account that says so of itself.
create or replace function assert_payment_entry(paid payments, kind text, day date, sign int) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare entry text; deposited bigint; others int;
begin
  select id into entry from journal_entries e
    where e.company_id = paid.company_id and e.source_type = kind and e.source_id = paid.id and e.entry_on - day = 0;
  select coalesce(sum(l.amount_cents) filter (where l.account_id = paid.deposit_account_id), 0),
      count(*) filter (where l.client_id is distinct from paid.client_id
        or l.account_id <> paid.deposit_account_id and (a.role is null or a.role not in ('receivable', 'customer_credit')))
    into deposited, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = paid.company_id and l.entry_id = entry;
  if entry is null or others > 0 or deposited <> sign * paid.amount_cents or not exists (
    select 1 from accounts a where a.company_id = paid.company_id and a.id = paid.deposit_account_id and a.is_bank)
  then
    raise exception 'differs: payment % is not what its entry says', paid.number using errcode = 'EZ009', detail = paid.id;
  end if;
end $$;
--> statement-breakpoint
-- Its entry moves receivables and credit, which their subledgers mirror, and else the one account or deposit that it names.
create function assert_settlement_entry(s settlements, source text, day date, sign int) returns void language plpgsql as $$
declare entry text; borne bigint; held bigint; others int; due bigint; account accounts;
begin
  select id into entry from journal_entries e
    where e.company_id = s.company_id and e.source_type = source and e.source_id = s.id and e.entry_on - day = 0;
  select coalesce(sum(l.amount_cents) filter (where l.account_id = s.account_id), 0),
      coalesce(sum(l.amount_cents) filter (where a.role = 'customer_deposit' and l.invoice_id = s.deposit_invoice_id), 0),
      count(*) filter (where l.client_id is distinct from s.client_id or l.account_id is distinct from s.account_id
        and (a.role is null or a.role not in ('receivable', 'customer_credit'))
        and not (a.role = 'customer_deposit' and l.invoice_id is not distinct from s.deposit_invoice_id and s.kind = 'deposit_application'))
    into borne, held, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = s.company_id and l.entry_id = entry;
  due := case when s.kind in ('refund', 'credit_payout', 'credit_reduction') then -s.amount_cents
    when s.kind in ('credit_grant', 'write_off') then s.amount_cents else 0 end;
  select * into account from accounts where company_id = s.company_id and id = s.account_id;
  if entry is null or others > 0 or borne <> sign * due
    or held <> (case when s.kind = 'deposit_application' then sign * s.amount_cents else 0 end)
    or s.kind in ('refund', 'credit_payout') and not account.is_bank
    or s.kind in ('credit_grant', 'credit_reduction') and account.type not in ('income', 'expense')
    or s.kind = 'write_off' and account.type <> 'expense'
  then
    raise exception 'differs: % % is not what its entry says', s.kind, s.id using errcode = 'EZ009', detail = s.id;
  end if;
end $$;
--> statement-breakpoint
create function settlements_seal() returns trigger language plpgsql as $$
begin
  perform assert_settled(new.company_id, new.id);
  if new.status = 'void' then
    perform assert_settlement_entry(new, new.kind || '_void', new.voided_on, -1);
  else
    perform assert_settlement_entry(new, new.kind, new.settled_on, 1);
  end if;
  if new.deposit_invoice_id is not null then
    perform assert_deposit(new.company_id, new.deposit_invoice_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger settlements_seal after insert or update on settlements deferrable initially deferred
  for each row execute function settlements_seal();
--> statement-breakpoint
create function credit_notes_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['status', 'voided_on', 'void_reason', 'revision']; owed invoices; noted record;
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      raise exception 'locked: a posted credit note stays' using errcode = 'EZ002', detail = 'credit note';
    end if;
    perform assert_day_open(old.company_id, old.noted_on);
    return old;
  end if;
  if tg_op = 'INSERT' or old.status = 'draft' then
    if new.status = 'void' or tg_op = 'INSERT' and new.status <> 'draft'
      or tg_op = 'UPDATE' and (new.invoice_id, new.client_id) is distinct from (old.invoice_id, old.client_id)
    then
      raise exception 'locked: a credit note is born a draft of its invoice' using errcode = 'EZ002', detail = 'credit note';
    end if;
    perform assert_day_open(new.company_id, new.noted_on);
    if tg_op = 'UPDATE' and old.noted_on <> new.noted_on then
      perform assert_day_open(old.company_id, old.noted_on);
    end if;
    select * into owed from invoices where company_id = new.company_id and id = new.invoice_id for no key update;
    if owed.client_id is distinct from new.client_id or owed.kind <> 'standard' or new.status = 'posted' and owed.status <> 'issued' then
      raise exception 'differs: the invoice is of another client or kind, or not issued' using errcode = 'EZ009', detail = new.invoice_id;
    end if;
    if new.status = 'posted' then
      select coalesce(sum(subtotal_cents), 0) + new.subtotal_cents as subtotal, coalesce(sum(tax_cents), 0) + new.tax_cents as tax into noted
        from credit_notes where company_id = new.company_id and invoice_id = new.invoice_id and status = 'posted' and id <> new.id;
      if noted.subtotal > owed.subtotal_cents or noted.tax > owed.tax_cents or new.noted_on < owed.issued_on
        -- what was given up was never paid: credited too, it would be money for nothing
        or noted.subtotal + noted.tax > owed.total_cents - (select coalesce(sum(amount_cents), 0) from settlements
          where company_id = new.company_id and invoice_id = new.invoice_id and kind = 'write_off' and status = 'standing')
      then
        raise exception 'overapplied: credit notes of % and tax % on invoice %', noted.subtotal, noted.tax, owed.number
          using errcode = 'EZ007', detail = coalesce(owed.number, '');
      end if;
    end if;
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'posted' and new.status = 'void' and new.voided_on >= old.noted_on) then
    raise exception 'locked: credit note % is %', old.number, old.status using errcode = 'EZ002', detail = 'credit note';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  return new;
end $$;
--> statement-breakpoint
create trigger credit_notes_guard before insert or update or delete on credit_notes
  for each row execute function credit_notes_guard();
--> statement-breakpoint
create function assert_noted(company text, note text) returns void language plpgsql as $$
declare n credit_notes; placed bigint; credited bigint; strange int;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into n from credit_notes where company_id = company and id = note;
  select coalesce(sum(amount_cents), 0), count(*) filter (where allocated_on <> n.noted_on and allocated_on is distinct from n.voided_on)
    into placed, strange from allocations where company_id = company and credit_note_id = note;
  select coalesce(sum(amount_cents), 0), strange + count(*) filter (where entered_on <> n.noted_on and entered_on is distinct from n.voided_on)
    into credited, strange from credit_entries where company_id = company and credit_note_id = note;
  if n.id is null or placed < 0 or credited < 0 or strange > 0
    or placed + credited <> (case when n.status = 'posted' then n.total_cents else 0 end)
  then
    raise exception 'differs: credit note % of % places % and credits %', n.number, n.total_cents, placed, credited
      using errcode = 'EZ009', detail = note;
  end if;
end $$;
--> statement-breakpoint
-- Its entry takes back income and tax, and lowers receivables or raises credit, which their subledgers mirror.
create function assert_credit_note_entry(n credit_notes, source text, day date, sign int) returns void language plpgsql as $$
declare entry text; income bigint; tax bigint; others int;
begin
  select id into entry from journal_entries e
    where e.company_id = n.company_id and e.source_type = source and e.source_id = n.id and e.entry_on - day = 0;
  select coalesce(sum(l.amount_cents) filter (where a.type = 'income'), 0), coalesce(sum(l.amount_cents) filter (where a.role = 'sales_tax'), 0),
      count(*) filter (where l.client_id is distinct from n.client_id
        or a.type <> 'income' and (a.role is null or a.role not in ('receivable', 'sales_tax', 'customer_credit')))
    into income, tax, others
    from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = n.company_id and l.entry_id = entry;
  if entry is null or others > 0 or (income, tax) is distinct from (sign * n.subtotal_cents, sign * n.tax_cents) then
    raise exception 'differs: credit note % is not what its entry says', n.number using errcode = 'EZ009', detail = n.id;
  end if;
end $$;
--> statement-breakpoint
create function credit_notes_seal() returns trigger language plpgsql as $$
begin
  perform assert_noted(new.company_id, new.id);
  if new.status = 'posted' then
    perform assert_credit_note_entry(new, 'credit_note', new.noted_on, 1);
  elsif new.status = 'void' then
    perform assert_credit_note_entry(new, 'credit_note_void', new.voided_on, -1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger credit_notes_seal after update on credit_notes deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function credit_notes_seal();
--> statement-breakpoint
-- The invoice's row is locked by whoever allocates to it, so that nothing is ever put twice on what is open, on no day from
-- the new one on. A refund takes from an invoice no more than its payment put there, and what was taken from a deposit stays
-- paid.
create or replace function allocations_guard() returns trigger language plpgsql as $$
declare owed invoices; payer text; s settlements; note credit_notes; lowest bigint; highest bigint; left_over bigint := 0;
begin
  perform assert_day_open(new.company_id, new.allocated_on);
  select * into owed from invoices where company_id = new.company_id and id = new.invoice_id for no key update;
  if new.payment_id is not null then
    select client_id into payer from payments where company_id = new.company_id and id = new.payment_id;
  elsif new.settlement_id is not null then
    select * into s from settlements where company_id = new.company_id and id = new.settlement_id;
    payer := s.client_id;
    if s.kind = 'refund' and new.amount_cents < 0 then
      select min(m.running) into left_over from (
        select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
          select allocated_on as day, amount_cents as amount from allocations where company_id = new.company_id
            and invoice_id = new.invoice_id and (payment_id = s.payment_id or settlement_id in (
              select id from settlements where company_id = new.company_id and payment_id = s.payment_id))
          union all
          select new.allocated_on, new.amount_cents) d group by d.day) m
        where m.day >= new.allocated_on;
    elsif s.kind <> 'refund' and s.invoice_id is distinct from new.invoice_id then
      payer := null;
    end if;
  else
    select * into note from credit_notes where company_id = new.company_id and id = new.credit_note_id;
    payer := case when note.invoice_id = new.invoice_id then note.client_id end;
  end if;
  select min(m.running), max(m.running) into lowest, highest from (
    select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
      select allocated_on as day, amount_cents as amount from allocations where company_id = new.company_id and invoice_id = new.invoice_id
      union all
      select new.allocated_on, new.amount_cents) d group by d.day) m
    where m.day >= new.allocated_on;
  if owed.status is distinct from 'issued' or payer is distinct from owed.client_id or left_over < 0
    or new.amount_cents < 0 and lowest < 0 or new.amount_cents > 0 and highest > owed.total_cents
  then
    raise exception 'overapplied: % to % of % on invoice %', lowest, highest, owed.total_cents, owed.number
      using errcode = 'EZ007', detail = coalesce(owed.number, '');
  end if;
  if new.amount_cents > 0 and new.allocated_on < owed.issued_on then
    raise exception 'differs: invoice % is not owed before %', owed.number, owed.issued_on using errcode = 'EZ009', detail = new.invoice_id;
  end if;
  if owed.kind = 'deposit' and new.amount_cents < 0
    and deposit_left(new.company_id, new.invoice_id, new.allocated_on) + new.amount_cents < 0
  then
    raise exception 'deposit: what was used of % stays paid', owed.number using errcode = 'EZ012', detail = owed.number;
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function allocations_seal() returns trigger language plpgsql as $$
begin
  if new.payment_id is not null then
    perform assert_placed(new.company_id, new.payment_id);
  elsif new.settlement_id is not null then
    perform assert_settled(new.company_id, new.settlement_id);
  else
    perform assert_noted(new.company_id, new.credit_note_id);
  end if;
  perform assert_receivable(new.company_id, new.invoice_id);
  return null;
end $$;
--> statement-breakpoint
-- Credit is below zero on no day from the new one on.
create or replace function credit_entries_guard() returns trigger language plpgsql as $$
declare lowest bigint; party text; s settlements; left_over bigint := 0;
begin
  perform assert_day_open(new.company_id, new.entered_on);
  perform 1 from clients where company_id = new.company_id and id = new.client_id for no key update;
  if new.payment_id is not null then
    select client_id into party from payments where company_id = new.company_id and id = new.payment_id;
  elsif new.settlement_id is not null then
    select * into s from settlements where company_id = new.company_id and id = new.settlement_id;
    party := s.client_id;
    if s.kind = 'refund' and new.amount_cents < 0 then
      select min(m.running) into left_over from (
        select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
          select entered_on as day, amount_cents as amount from credit_entries where company_id = new.company_id
            and (payment_id = s.payment_id or settlement_id in (
              select id from settlements where company_id = new.company_id and payment_id = s.payment_id))
          union all
          select new.entered_on, new.amount_cents) d group by d.day) m
        where m.day >= new.entered_on;
    end if;
  else
    select client_id into party from credit_notes where company_id = new.company_id and id = new.credit_note_id;
  end if;
  if party is distinct from new.client_id or left_over < 0 then
    raise exception 'differs: credit of another client, or more than came from the payment' using errcode = 'EZ009', detail = new.client_id;
  end if;
  if new.amount_cents < 0 then
    select min(m.running) into lowest from (
      select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
        select entered_on as day, amount_cents as amount from credit_entries where company_id = new.company_id and client_id = new.client_id
        union all
        select new.entered_on, new.amount_cents) d group by d.day) m
      where m.day >= new.entered_on;
    if lowest < 0 then
      raise exception 'credit below zero' using errcode = 'EZ008';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function credit_entries_seal() returns trigger language plpgsql as $$
begin
  if new.payment_id is not null then
    perform assert_placed(new.company_id, new.payment_id);
  elsif new.settlement_id is not null then
    perform assert_settled(new.company_id, new.settlement_id);
  else
    perform assert_noted(new.company_id, new.credit_note_id);
  end if;
  perform assert_credit(new.company_id, new.client_id);
  return null;
end $$;
--> statement-breakpoint
-- What 0001 and 0003 set for every function of ours, for those that are made here.
do $$ declare f record; begin
  for f in
    select p.oid::regprocedure as signature, p.prorettype = 'trigger'::regtype as fires, l.lanname from pg_proc p
      join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('plpgsql', 'sql')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', f.signature);
    if not f.fires then
      execute format('grant execute on function %s to ez360_app', f.signature);
    end if;
    if f.lanname = 'plpgsql' then
      execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f.signature);
      execute format('alter function %s set plan_cache_mode = force_generic_plan', f.signature);
    end if;
  end loop;
end $$;
