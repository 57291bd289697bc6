-- A document's discount is spread over its lines to the cent; what an issued invoice says, its lines say.
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
  if applied <> 0 or new.voided_on < greatest(new.issued_on, last_applied) then
    raise exception 'has payments' using errcode = 'EZ010', detail = applied::text;
  end if;
  return new;
end $$;
--> statement-breakpoint
alter function invoices_guard() set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function invoices_guard() set plan_cache_mode = force_generic_plan;
