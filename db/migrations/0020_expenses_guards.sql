-- Expenses, vendors and bills: what the database refuses about them. The same classes of SQLSTATE as in 0001_guards.sql.
do $$ declare t text; begin
  foreach t in array array['expense_categories', 'expenses', 'vendors', 'bills', 'bill_lines', 'bill_payments', 'bill_allocations'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (company_id = current_company()) with check (company_id = current_company())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on expense_categories, expenses, vendors, bills, bill_lines, bill_payments, bill_allocations to ez360_app;
--> statement-breakpoint
grant update on expense_categories, expenses, vendors, bills, bill_payments to ez360_app;
--> statement-breakpoint
grant delete on expenses, bills, bill_lines to ez360_app;
--> statement-breakpoint
-- For the companies that exist: the account of what is owed to members, and a first category on their expense account.
-- Under forced row-level security the owner sees no rows either, so it is lifted for these statements alone.
alter table accounts no force row level security;
--> statement-breakpoint
alter table expense_categories no force row level security;
--> statement-breakpoint
alter table companies no force row level security;
--> statement-breakpoint
do $$ declare company text; free_code text; free_name text; n int; begin
  for company in select id from companies loop
    free_code := '2050'; n := 0;
    while exists (select from accounts where company_id = company and code = free_code) loop
      n := n + 1; free_code := '2050.' || n;
    end loop;
    free_name := 'Reimbursements Payable'; n := 1;
    while exists (select from accounts where company_id = company and lower(name) = lower(free_name)) loop
      n := n + 1; free_name := 'Reimbursements Payable ' || n;
    end loop;
    insert into accounts (company_id, id, code, name, type, role)
      values (company, 'acc_' || left(md5(company || 'reimbursable'), 26), free_code, free_name, 'liability', 'reimbursable');
  end loop;
end $$;
--> statement-breakpoint
insert into expense_categories (company_id, id, name, account_id)
  select company_id, 'cat_' || left(md5(company_id || 'general'), 26), 'General', id from accounts where role = 'expense';
--> statement-breakpoint
alter table companies force row level security;
--> statement-breakpoint
alter table expense_categories force row level security;
--> statement-breakpoint
alter table accounts force row level security;
--> statement-breakpoint
create trigger bill_allocations_append_only before update or delete on bill_allocations
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger bill_allocations_no_truncate before truncate on bill_allocations
  for each statement execute function refuse_change();
--> statement-breakpoint
-- As before, and each line says whose bill it moves.
drop function post_entry(text, text, date, text, text, text, text, text, text[], text[], bigint[], text[], text[], text[], text[]);
--> statement-breakpoint
create function post_entry(
  company text, entry_id text, day date, memo text, source_type text, source_id text, reverses text, member text,
  account_ids text[], account_roles text[], amounts bigint[], memos text[], clients text[], projects text[], invoices text[],
  bills text[]
) returns bigint language plpgsql as $$
declare entry_number bigint; n int := cardinality(amounts);
begin
  perform assert_day_open(company, day);
  update number_series s set next_number = s.next_number + 1
    where s.company_id = company and s.series = 'journal_entry' returning s.next_number - 1 into strict entry_number;
  insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, reverses_entry_id, line_count, total_cents, created_by)
    values (company, entry_id, entry_number, day, memo, source_type, source_id, reverses, n,
      (select coalesce(sum(a), 0) from unnest(amounts) a where a > 0), member);
  insert into journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents, memo, client_id, project_id, invoice_id, bill_id)
    select company, entry_id, l.ord,
      coalesce(l.account_id, (select c.id from accounts c where c.company_id = company and c.role = l.account_role)),
      day, l.amount, coalesce(l.line_memo, ''), l.client, l.project, l.invoice, l.bill
    from unnest(account_ids, account_roles, amounts, memos, clients, projects, invoices, bills) with ordinality
      as l (account_id, account_role, amount, line_memo, client, project, invoice, bill, ord);
  return entry_number;
end $$;
--> statement-breakpoint
-- As before, and an account keeps its type while something names it that will post to it, and is a bank account while money
-- was put there or paid from there.
create or replace function accounts_guard() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  -- whoever is naming it just now holds its key: what that will be is waited for
  if (new.type, new.is_bank) is distinct from (old.type, old.is_bank) then
    perform 1 from accounts a where a.company_id = old.company_id and a.id = old.id for update;
  end if;
  if (new.role, new.company_id, new.id) is distinct from (old.role, old.company_id, old.id)
    or (new.type, new.code) is distinct from (old.type, old.code) and old.role is not null
    or new.type is distinct from old.type and (
      exists (select 1 from journal_lines l where l.company_id = old.company_id and l.account_id = old.id)
      or exists (select 1 from expense_categories c where c.company_id = old.company_id and c.account_id = old.id)
      or exists (select 1 from bill_lines l where l.company_id = old.company_id and l.account_id = old.id)
      or exists (select 1 from expenses x where x.company_id = old.company_id and x.paid_from_account_id = old.id)
      or exists (select 1 from payments p where p.company_id = old.company_id and p.deposit_account_id = old.id))
    or old.is_bank and not new.is_bank and (
      exists (select 1 from payments p where p.company_id = old.company_id and p.deposit_account_id = old.id)
      or exists (select 1 from settlements s where s.company_id = old.company_id and s.account_id = old.id)
      or exists (select 1 from bill_payments p where p.company_id = old.company_id and p.from_account_id = old.id)
      or exists (select 1 from expenses x where x.company_id = old.company_id and old.id in (x.paid_from_account_id, x.reimbursed_from_account_id)))
  then
    raise exception 'locked: account % keeps its place', old.code using errcode = 'EZ002', detail = 'account';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- What a document should have in the journal against what is there, to the line. Each of the three below gathers what its
-- document says; a plus is what it says, a minus what the journal has of it, and nothing may be left over.
create function assert_expense(company text, expense text) returns void language plpgsql as $$
declare x expenses; owed_to text; wrong text;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into x from expenses where company_id = company and id = expense;
  select id into owed_to from accounts where company_id = company and role = 'reimbursable';
  with steps (kind, day, debit, credit, sign) as (
    select 'expense', x.spent_on, x.account_id, coalesce(x.paid_from_account_id, owed_to), 1 where x.status in ('approved', 'reimbursed', 'void')
    union all select 'reimbursement', x.reimbursed_on, owed_to, x.reimbursed_from_account_id, 1 where x.reimbursed_on is not null
    union all select 'expense_void', x.voided_on, x.account_id, coalesce(x.paid_from_account_id, owed_to), -1 where x.status = 'void'
    union all select 'reimbursement_void', x.voided_on, owed_to, x.reimbursed_from_account_id, -1 where x.status = 'void' and x.reimbursed_on is not null
  ), moved (kind, day, account, client, project, cents, lines) as (
    select kind, day, debit, x.client_id, x.project_id, sign * x.amount_cents, 1 from steps
    union all select kind, day, credit, x.client_id, x.project_id, -sign * x.amount_cents, 1 from steps
    union all select e.source_type, e.entry_on, l.account_id, l.client_id, l.project_id, -l.amount_cents, -1
      from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      where e.company_id = company and e.source_id = expense
        and e.source_type in ('expense', 'expense_void', 'reimbursement', 'reimbursement_void')
  )
  select kind into wrong from moved group by kind, day, account, client, project having sum(cents) <> 0 or sum(lines) <> 0 limit 1;
  if wrong is not null or x.account_id is not null and not exists (
      select 1 from accounts a where a.company_id = company and a.id = x.account_id and a.type = 'expense')
    or exists (select 1 from accounts a where a.company_id = company and a.id in (x.paid_from_account_id, x.reimbursed_from_account_id)
      and not a.is_bank)
  then
    raise exception 'differs: expense % is not what its entry says', coalesce(x.number, expense) using errcode = 'EZ009', detail = expense;
  end if;
end $$;
--> statement-breakpoint
create function assert_bill(company text, bill text) returns void language plpgsql as $$
declare b bills; control text; wrong text;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into b from bills where company_id = company and id = bill;
  select id into control from accounts where company_id = company and role = 'payable';
  with steps (kind, day, sign) as (
    select 'bill', b.billed_on, 1 where b.status <> 'draft'
    union all select 'bill_void', b.voided_on, -1 where b.status = 'void'
  ), moved (kind, day, account, client, project, of_bill, cents, lines) as (
    select s.kind, s.day, control, null::text, null::text, bill, -s.sign * b.total_cents, 1 from steps s
    union all select s.kind, s.day, l.account_id, l.client_id, l.project_id, null, s.sign * (l.subtotal_cents + l.tax_cents), 1
      from steps s join bill_lines l on l.company_id = company and l.bill_id = bill and l.subtotal_cents + l.tax_cents <> 0
    union all select e.source_type, e.entry_on, l.account_id, l.client_id, l.project_id, l.bill_id, -l.amount_cents, -1
      from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      where e.company_id = company and e.source_id = bill and e.source_type in ('bill', 'bill_void')
  )
  select kind into wrong from moved group by kind, day, account, client, project, of_bill having sum(cents) <> 0 or sum(lines) <> 0 limit 1;
  if wrong is not null then
    raise exception 'differs: bill % is not what its entry says', coalesce(b.number, bill) using errcode = 'EZ009', detail = bill;
  end if;
end $$;
--> statement-breakpoint
-- A payment is wholly on bills, a void one not at all; its entry takes the amount from its account and else moves those bills.
create function assert_bill_payment(company text, payment text) returns void language plpgsql as $$
declare p bill_payments; control text; placed bigint; wrong text;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select * into p from bill_payments where company_id = company and id = payment;
  select id into control from accounts where company_id = company and role = 'payable';
  select coalesce(sum(amount_cents), 0) into placed from bill_allocations where company_id = company and payment_id = payment;
  with steps (kind, day, sign) as (
    select 'bill_payment', p.paid_on, 1 where p.id is not null
    union all select 'bill_payment_void', p.voided_on, -1 where p.status = 'void'
  ), moved (kind, day, account, of_bill, party, cents, lines) as (
    select s.kind, s.day, p.from_account_id, null::text, 0, -s.sign * p.amount_cents, 1 from steps s
    union all select case when a.amount_cents > 0 then 'bill_payment' else 'bill_payment_void' end, a.allocated_on, control, a.bill_id, 0,
      a.amount_cents, 1 from bill_allocations a where a.company_id = company and a.payment_id = payment
    union all select e.source_type, e.entry_on, l.account_id, l.bill_id, num_nonnulls(l.client_id, l.project_id, l.invoice_id),
      -l.amount_cents, -1
      from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      where e.company_id = company and e.source_id = payment and e.source_type in ('bill_payment', 'bill_payment_void')
  )
  select kind into wrong from moved group by kind, day, account, of_bill, party having sum(cents) <> 0 or sum(lines) <> 0 limit 1;
  if p.id is null or wrong is not null or placed <> (case when p.status = 'paid' then p.amount_cents else 0 end) or not exists (
    select 1 from accounts a where a.company_id = company and a.id = p.from_account_id and a.is_bank)
  then
    raise exception 'differs: bill payment % of % places %', payment, p.amount_cents, placed using errcode = 'EZ009', detail = payment;
  end if;
end $$;
--> statement-breakpoint
create function assert_payable(company text, bill text) returns void language plpgsql as $$
declare control text; wrong record;
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  select id into control from accounts where company_id = company and role = 'payable';
  select m.day, sum(m.booked) as booked, sum(m.said) as said into wrong from (
    select entry_on as day, -amount_cents as booked, 0 as said from journal_lines
      where company_id = company and bill_id = bill and account_id = control
    union all
    select billed_on, 0, total_cents from bills where company_id = company and id = bill and status <> 'draft'
    union all
    select voided_on, 0, -total_cents from bills where company_id = company and id = bill and status = 'void'
    union all
    select allocated_on, 0, -amount_cents from bill_allocations where company_id = company and bill_id = bill
  ) m group by m.day having sum(m.booked) <> sum(m.said) limit 1;
  if found then
    raise exception 'differs: bill % moved by % on %, the journal says %', bill, wrong.said, wrong.day, wrong.booked
      using errcode = 'EZ009', detail = bill;
  end if;
end $$;
--> statement-breakpoint
-- All that it did, and the same for payables and reimbursements. A line on payables without a bill is from the time before
-- there were bills; only the entry that takes such lines back, to the cent, may bring new ones.
create or replace function journal_entries_seal() returns trigger language plpgsql as $$
declare total bigint; debits bigint; n int; control record; nameless bigint; turned bigint;
begin
  select coalesce(sum(amount_cents), 0), coalesce(sum(amount_cents) filter (where amount_cents > 0), 0), count(*)
    into total, debits, n from journal_lines where company_id = new.company_id and entry_id = new.id;
  if total <> 0 or debits <> new.total_cents or n <> new.line_count then
    raise exception 'unbalanced: entry % sums to % over % lines', new.number, total, n using errcode = 'EZ004', detail = total::text;
  end if;
  for control in
    select distinct c.id as account_id, c.role, c.code, l.invoice_id, l.client_id, l.bill_id from journal_lines l
      join accounts c on c.company_id = l.company_id and c.id = l.account_id
      where l.company_id = new.company_id and l.entry_id = new.id
        and c.role in ('receivable', 'customer_credit', 'customer_deposit', 'payable', 'reimbursable')
  loop
    if control.role = 'payable' and control.bill_id is null then
      select coalesce(sum(amount_cents) filter (where entry_id = new.id), 0),
          coalesce(-sum(amount_cents) filter (where entry_id = new.reverses_entry_id), 0)
        into nameless, turned from journal_lines
        where company_id = new.company_id and entry_id in (new.id, new.reverses_entry_id) and account_id = control.account_id and bill_id is null;
    end if;
    if control.role in ('receivable', 'customer_deposit') and control.invoice_id is null or control.role = 'customer_credit' and control.client_id is null
      or control.role = 'payable' and control.bill_id is null and (new.reverses_entry_id is null or nameless <> turned)
      or control.role = 'reimbursable' and new.source_type not in ('expense', 'expense_void', 'reimbursement', 'reimbursement_void')
    then
      raise exception 'control: a line on % names no document', control.code using errcode = 'EZ005', detail = control.code;
    end if;
    if control.role = 'receivable' then
      perform assert_receivable(new.company_id, control.invoice_id);
    elsif control.role = 'customer_deposit' then
      perform assert_deposit(new.company_id, control.invoice_id);
    elsif control.role = 'customer_credit' then
      perform assert_credit(new.company_id, control.client_id);
    elsif control.role = 'payable' and control.bill_id is not null then
      perform assert_payable(new.company_id, control.bill_id);
    end if;
  end loop;
  if new.source_type in ('expense', 'expense_void', 'reimbursement', 'reimbursement_void') then
    perform assert_expense(new.company_id, new.source_id);
  elsif new.source_type in ('bill', 'bill_void') then
    perform assert_bill(new.company_id, new.source_id);
  elsif new.source_type in ('bill_payment', 'bill_payment_void') then
    perform assert_bill_payment(new.company_id, new.source_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Step by step, each on the day that it is of. What is said of an expense changes as a draft alone; what it is charged on
-- follows the drafts of its client, and what an issued invoice charges is not set free.
create function expenses_guard() returns trigger language plpgsql as $$
declare
  bill record; states text[] := array['approved', 'reimbursed', 'void'];
  may_change text[] := array['status', 'number', 'sequence', 'account_id', 'approved_by', 'approved_at', 'returned_reason',
    'reimbursed_on', 'reimbursed_from_account_id', 'voided_on', 'void_reason', 'invoice_line_id', 'revision'];
  tie text[] := array['invoice_line_id', 'revision'];
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      raise exception 'locked: an expense that was handed in stays' using errcode = 'EZ002', detail = 'expense';
    end if;
    perform assert_day_open(old.company_id, old.spent_on);
    return old;
  end if;
  if new.company_id is distinct from current_company() then perform assert_company_named(new.company_id); end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'locked: an expense is born a draft' using errcode = 'EZ002', detail = 'expense';
    end if;
    perform assert_day_open(new.company_id, new.spent_on);
    return new;
  end if;
  if new.status <> old.status and (old.status, new.status) not in (('draft', 'submitted'), ('submitted', 'draft'),
      ('submitted', 'approved'), ('approved', 'reimbursed'), ('approved', 'void'), ('reimbursed', 'void'))
    or old.status <> 'draft' and (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or old.status = any(states) and (new.number, new.sequence, new.account_id, new.approved_by, new.approved_at)
      is distinct from (old.number, old.sequence, old.account_id, old.approved_by, old.approved_at)
    or old.status = any(states) and new.status = old.status and (to_jsonb(new) - tie) is distinct from (to_jsonb(old) - tie)
    or old.status = 'reimbursed' and (new.reimbursed_on, new.reimbursed_from_account_id)
      is distinct from (old.reimbursed_on, old.reimbursed_from_account_id)
    or old.status = 'approved' and new.status = 'void' and new.reimbursed_on is not null
    or new.reimbursed_on < new.spent_on or new.voided_on < greatest(new.spent_on, new.reimbursed_on)
  then
    raise exception 'locked: expense is %', old.status using errcode = 'EZ002', detail = 'expense';
  end if;
  if new.invoice_line_id is distinct from old.invoice_line_id then
    if new.status <> old.status or old.invoice_line_id is not null and new.invoice_line_id is not null then
      raise exception 'locked: the expense is on an invoice' using errcode = 'EZ002', detail = 'expense';
    end if;
    for bill in
      select l.id as line_id, i.status, i.client_id from invoice_lines l
        join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
        where l.company_id = new.company_id and l.id in (old.invoice_line_id, new.invoice_line_id)
        order by i.id for share of i
    loop
      if bill.line_id = old.invoice_line_id and bill.status = 'issued'
        or bill.line_id = new.invoice_line_id and (bill.status <> 'draft' or bill.client_id <> new.client_id)
      then
        raise exception 'locked: the invoice keeps the expense that it charges' using errcode = 'EZ002', detail = 'expense';
      end if;
    end loop;
  end if;
  if new.status = 'void' and old.status <> 'void' then
    perform assert_day_open(new.company_id, new.voided_on);
  elsif new.status = 'reimbursed' and old.status <> 'reimbursed' then
    perform assert_day_open(new.company_id, new.reimbursed_on);
  elsif not (old.status = any(states)) then
    perform assert_day_open(new.company_id, new.spent_on), assert_day_open(old.company_id, old.spent_on);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger expenses_guard before insert or update or delete on expenses for each row execute function expenses_guard();
--> statement-breakpoint
create function expenses_seal() returns trigger language plpgsql as $$
begin
  perform assert_expense(new.company_id, new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger expenses_seal after update on expenses deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function expenses_seal();
--> statement-breakpoint
create function bills_guard() returns trigger language plpgsql as $$
declare
  may_change text[] := array['status', 'voided_on', 'void_reason', 'revision'];
  line_subtotal bigint; line_tax bigint; n int; applied bigint; last_applied date; wrong int;
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      raise exception 'locked: a posted bill stays' using errcode = 'EZ002', detail = 'bill';
    end if;
    perform assert_day_open(old.company_id, old.billed_on);
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'locked: a bill is born a draft' using errcode = 'EZ002', detail = 'bill';
    end if;
    perform assert_day_open(new.company_id, new.billed_on);
    return new;
  end if;
  if old.status = 'draft' and new.status in ('draft', 'posted') then
    perform assert_day_open(new.company_id, new.billed_on), assert_day_open(old.company_id, old.billed_on);
    if new.status = 'posted' then
      select coalesce(sum(l.subtotal_cents), 0), coalesce(sum(l.tax_cents), 0), count(*), count(*) filter (where a.type <> 'expense')
        into line_subtotal, line_tax, n, wrong
        from bill_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where l.company_id = new.company_id and l.bill_id = new.id;
      if n = 0 or wrong > 0 or line_subtotal <> new.subtotal_cents or line_tax <> new.tax_cents or new.total_cents <= 0 then
        raise exception 'differs: bill totals are not the sum of its lines' using errcode = 'EZ009', detail = new.id;
      end if;
    end if;
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'posted' and new.status = 'void') then
    raise exception 'locked: bill % is %', old.number, old.status using errcode = 'EZ002', detail = 'bill';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  select coalesce(sum(amount_cents), 0), max(allocated_on) into applied, last_applied
    from bill_allocations where company_id = new.company_id and bill_id = new.id;
  if applied <> 0 or new.voided_on < greatest(new.billed_on, last_applied) then
    raise exception 'has payments' using errcode = 'EZ010', detail = applied::text;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger bills_guard before insert or update or delete on bills for each row execute function bills_guard();
--> statement-breakpoint
create function bills_seal() returns trigger language plpgsql as $$
begin
  perform assert_bill(new.company_id, new.id), assert_payable(new.company_id, new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger bills_seal after update on bills deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function bills_seal();
--> statement-breakpoint
create function bill_lines_guard() returns trigger language plpgsql as $$
declare line bill_lines := case when tg_op = 'DELETE' then old else new end; state text;
begin
  if line.company_id is distinct from current_company() then perform assert_company_named(line.company_id); end if;
  select status into state from bills where company_id = line.company_id and id = line.bill_id for no key update;
  if state is distinct from 'draft' or tg_op = 'UPDATE' and new.bill_id <> old.bill_id then
    raise exception 'locked: the bill is %', state using errcode = 'EZ002', detail = 'bill';
  end if;
  return line;
end $$;
--> statement-breakpoint
create trigger bill_lines_guard before insert or update or delete on bill_lines
  for each row execute function bill_lines_guard();
--> statement-breakpoint
create function bill_payments_guard() returns trigger language plpgsql as $$
declare may_change text[] := array['status', 'voided_on', 'void_reason'];
begin
  if tg_op = 'DELETE' then
    raise exception 'locked: a payment stays' using errcode = 'EZ002', detail = 'bill payment';
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'paid' then
      raise exception 'locked: a payment is born paid' using errcode = 'EZ002', detail = 'bill payment';
    end if;
    perform assert_day_open(new.company_id, new.paid_on);
    return new;
  end if;
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or not (old.status = 'paid' and new.status = 'void' and new.voided_on >= old.paid_on) then
    raise exception 'locked: a payment changes only by being voided' using errcode = 'EZ002', detail = 'bill payment';
  end if;
  perform assert_day_open(new.company_id, new.voided_on);
  return new;
end $$;
--> statement-breakpoint
create trigger bill_payments_guard before insert or update or delete on bill_payments
  for each row execute function bill_payments_guard();
--> statement-breakpoint
create function bill_payments_seal() returns trigger language plpgsql as $$
begin
  perform assert_bill_payment(new.company_id, new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger bill_payments_seal after insert or update on bill_payments deferrable initially deferred
  for each row execute function bill_payments_seal();
--> statement-breakpoint
-- The bill's row is locked by whoever pays it, so that two payments never both take what is open, on no day from the new one on.
create function bill_allocations_guard() returns trigger language plpgsql as $$
declare owed bills; payee text; lowest bigint; highest bigint;
begin
  perform assert_day_open(new.company_id, new.allocated_on);
  select * into owed from bills where company_id = new.company_id and id = new.bill_id for no key update;
  select vendor_id into payee from bill_payments where company_id = new.company_id and id = new.payment_id;
  select min(m.running), max(m.running) into lowest, highest from (
    select d.day, sum(sum(d.amount)) over (order by d.day) as running from (
      select allocated_on as day, amount_cents as amount from bill_allocations where company_id = new.company_id and bill_id = new.bill_id
      union all
      select new.allocated_on, new.amount_cents) d group by d.day) m
    where m.day >= new.allocated_on;
  if owed.status is distinct from 'posted' or payee is distinct from owed.vendor_id
    or new.amount_cents < 0 and lowest < 0 or new.amount_cents > 0 and highest > owed.total_cents
  then
    raise exception 'overapplied: % to % of % on bill %', lowest, highest, owed.total_cents, owed.number
      using errcode = 'EZ007', detail = coalesce(owed.number, '');
  end if;
  if new.amount_cents > 0 and new.allocated_on < owed.billed_on then
    raise exception 'differs: bill % is not owed before %', owed.number, owed.billed_on using errcode = 'EZ009', detail = new.bill_id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger bill_allocations_guard before insert on bill_allocations for each row execute function bill_allocations_guard();
--> statement-breakpoint
create function bill_allocations_seal() returns trigger language plpgsql as $$
begin
  perform assert_bill_payment(new.company_id, new.payment_id), assert_payable(new.company_id, new.bill_id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger bill_allocations_seal after insert on bill_allocations deferrable initially deferred
  for each row execute function bill_allocations_seal();
--> statement-breakpoint
-- A draft stays with the client whose expenses it charges, beside 0003's rule for time.
create function invoices_keep_expenses() returns trigger language plpgsql as $$
begin
  if new.client_id <> old.client_id and exists (
    select 1 from invoice_lines l join expenses x on x.company_id = l.company_id and x.invoice_line_id = l.id
      where l.company_id = new.company_id and l.invoice_id = new.id)
  then
    raise exception 'locked: its lines charge the expenses of another client' using errcode = 'EZ002', detail = 'invoice';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_keep_expenses before update of client_id on invoices
  for each row execute function invoices_keep_expenses();
--> statement-breakpoint
-- A deposit is paid ahead: an invoice that bills time or expenses is never one, for then nothing would earn them.
create function invoices_bill_no_work() returns trigger language plpgsql as $$
begin
  if exists (select 1 from invoice_lines l where l.company_id = new.company_id and l.invoice_id = new.id and (
    exists (select 1 from time_entry_services t where t.company_id = l.company_id and t.invoice_line_id = l.id)
    or exists (select 1 from expenses x where x.company_id = l.company_id and x.invoice_line_id = l.id)))
  then
    raise exception 'locked: a deposit invoice bills no time and no expenses' using errcode = 'EZ002', detail = 'invoice';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoices_bill_no_work before update on invoices
  for each row when (new.kind = 'deposit' and new.status in ('draft', 'issued')) execute function invoices_bill_no_work();
--> statement-breakpoint
-- What 0001 and 0003 set for every function, for those that are made here.
do $$ declare f record; begin
  for f in
    select p.oid::regprocedure as signature, p.prorettype = 'trigger'::regtype as fires from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'plpgsql' and (p.proname in ('post_entry', 'assert_expense',
      'assert_bill', 'assert_bill_payment', 'assert_payable', 'journal_entries_seal', 'invoices_keep_expenses', 'invoices_bill_no_work')
      or p.proname ~ '^(expenses|bills|bill_lines|bill_payments|bill_allocations)_(guard|seal)$')
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f.signature);
    execute format('alter function %s set plan_cache_mode = force_generic_plan', f.signature);
    execute format('revoke execute on function %s from public', f.signature);
    if not f.fires then
      execute format('grant execute on function %s to ez360_app', f.signature);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- A seal counts the bill that a line names, where it names one; what was sealed before keeps its digest.
create or replace function entry_digests(company text, first_day date, last_day date)
returns table (entry_id text, entry_number bigint, total_cents bigint, digest text) language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.number, e.total_cents, encode(sha256(convert_to(concat_ws(E'\n',
    row(e.id, e.number, e.entry_on - date '1970-01-01', e.memo, e.source_type, e.source_id, e.reverses_entry_id, e.line_count,
      e.total_cents, e.created_by, extract(epoch from e.created_at))::text,
    (select string_agg(l.said, E'\n') from (
      select row(j.line_no, j.account_id, j.entry_on - date '1970-01-01', j.amount_cents, j.memo, j.client_id, j.project_id,
        j.invoice_id)::text || coalesce(' ' || j.bill_id, '') as said
      from journal_lines j where j.company_id = company and j.entry_id = e.id order by j.line_no) l)), 'UTF8')), 'hex')
  from journal_entries e
  where e.company_id = company and e.entry_on between first_day and last_day
$$;
