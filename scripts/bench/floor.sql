-- The floor of the writing jobs: the rows that a command of the product writes, in tables of the same shape (columns,
-- checks, indexes, foreign keys) without triggers and row level security, by one function and so in one round trip.
create schema bench;

do $$ declare one record; begin
  for one in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('create table bench.%I (like public.%I including all)', one.relname, one.relname);
  end loop;
  for one in
    select r.relname, c.conname, replace(pg_get_constraintdef(c.oid), 'REFERENCES ', 'REFERENCES bench.') as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
  loop
    execute format('alter table bench.%I add constraint %I %s', one.relname, one.conname, one.definition);
  end loop;
end $$;

-- Both lines of every entry but that of the tax, the month's rollup, and the number: what posting costs at least.
create function bench.post(
  company text, entry text, day date, memo text, source_type text, source text, member text, client text, invoice text,
  roles text[], amounts bigint[]
) returns void language plpgsql as $$
declare entry_number bigint;
begin
  update bench.number_series set next_number = next_number + 1
    where company_id = company and series = 'journal_entry' returning next_number - 1 into entry_number;
  insert into bench.journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents, created_by)
    values (company, entry, entry_number, day, memo, source_type, source, cardinality(amounts), amounts[1], member);
  insert into bench.journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents, client_id, invoice_id)
    select company, entry, l.ord, a.id, day, l.amount, client, case when l.role = 'receivable' then invoice end
    from unnest(roles, amounts) with ordinality as l (role, amount, ord)
    join bench.accounts a on a.company_id = company and a.role = l.role;
  insert into bench.account_months as m (company_id, account_id, month, amount_cents, line_count)
    select company, a.id, date_trunc('month', day)::date, l.amount, 1
    from unnest(roles, amounts) as l (role, amount)
    join bench.accounts a on a.company_id = company and a.role = l.role order by a.id
    on conflict (company_id, account_id, month)
    do update set amount_cents = m.amount_cents + excluded.amount_cents, line_count = m.line_count + 1;
end $$;

create function bench.remember(
  company text, event text, request text, member text, type text, subject text, client text, invoice text, summary text, facts jsonb
) returns void language plpgsql as $$
begin
  insert into bench.events (company_id, id, member_id, actor, type, subject_id, client_id, invoice_id, summary, facts, request_id)
    values (company, event, member, 'Bench Owner', type, subject, client, invoice, summary, facts, request);
  insert into bench.requests (company_id, request_id, member_id, action, input_hash, result)
    values (company, request, member, 'console', '', jsonb_build_object('value', jsonb_build_object('subject', subject)));
end $$;

create function bench.next_number(company text, name text) returns bigint language sql as $$
  update bench.number_series set next_number = next_number + 1 where company_id = company and series = name
    returning next_number - 1 $$;

create function bench.draft_invoice(
  company text, member text, event text, request text, invoice text, client text, issued date, due date, tax_ppm int,
  subtotal bigint, tax bigint, lines text[], descriptions text[], quantities numeric[], prices bigint[], subtotals bigint[], taxes bigint[]
) returns void language plpgsql as $$
begin
  insert into bench.invoices (company_id, id, client_id, issued_on, due_on, tax_ppm, subtotal_cents, tax_cents, total_cents, created_by)
    values (company, invoice, client, issued, due, tax_ppm, subtotal, tax, subtotal + tax, member);
  insert into bench.invoice_lines (company_id, id, invoice_id, position, description, quantity, unit_price_cents, is_taxable, subtotal_cents, tax_cents)
    select company, l.id, invoice, l.ord, l.description, l.quantity, l.price, true, l.subtotal, l.tax
    from unnest(lines, descriptions, quantities, prices, subtotals, taxes) with ordinality
      as l (id, description, quantity, price, subtotal, tax, ord);
  perform bench.remember(company, event, request, member, 'invoice.drafted', invoice, client, invoice, 'Invoice was drafted',
    jsonb_build_object('totalCents', subtotal + tax, 'lines', cardinality(lines)));
end $$;

create function bench.issue_invoice(company text, member text, event text, request text, invoice text, entry text) returns void language plpgsql as $$
declare draft bench.invoices; taken bigint; name text;
begin
  select * into draft from bench.invoices where company_id = company and id = invoice for no key update;
  taken := bench.next_number(company, 'invoice');
  name := 'INV-' || lpad(taken::text, 5, '0');
  update bench.invoices set status = 'issued', number = name, sequence = taken, issued_at = now(), issued_by = member, revision = revision + 1
    where company_id = company and id = invoice;
  perform bench.post(company, entry, draft.issued_on, 'Invoice ' || name, 'invoice', invoice, member, draft.client_id, invoice,
    array['receivable', 'revenue', 'sales_tax'], array[draft.total_cents, -draft.subtotal_cents, -draft.tax_cents]);
  perform bench.remember(company, event, request, member, 'invoice.issued', invoice, draft.client_id, invoice, 'Invoice ' || name || ' was issued',
    jsonb_build_object('number', name, 'totalCents', draft.total_cents, 'issuedOn', draft.issued_on, 'dueOn', draft.due_on));
end $$;

create function bench.record_payment(
  company text, member text, event text, request text, invoice text, entry text, payment text, allocation text, day date, amount bigint
) returns void language plpgsql as $$
declare owed bench.invoices; applied bigint; taken bigint; name text; cash text;
begin
  select * into owed from bench.invoices where company_id = company and id = invoice for no key update;
  select coalesce(sum(amount_cents), 0) into applied from bench.allocations where company_id = company and invoice_id = invoice;
  select id into cash from bench.accounts where company_id = company and role = 'cash';
  taken := bench.next_number(company, 'payment');
  name := 'PAY-' || lpad(taken::text, 5, '0');
  insert into bench.payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, created_by)
    values (company, payment, owed.client_id, name, taken, day, 'check', amount, cash, member);
  insert into bench.allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
    values (company, allocation, invoice, payment, least(amount, owed.total_cents - applied), day);
  perform bench.post(company, entry, day, 'Payment ' || name, 'payment', payment, member, owed.client_id, invoice,
    array['cash', 'receivable'], array[amount, -amount]);
  perform bench.remember(company, event, request, member, 'payment.recorded', payment, owed.client_id, invoice, 'Payment ' || name || ' was recorded',
    jsonb_build_object('number', name, 'amountCents', amount, 'appliedCents', amount, 'method', 'check'));
end $$;
