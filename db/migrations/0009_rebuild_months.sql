-- The one stored derivation, added up anew from the lines: of the named company, while every posting waits. The application
-- may not write the rollup, so this runs with its owner's rights, and serves nobody but the company that is named.
create function rebuild_account_months(company text) returns void language plpgsql security definer as $$
begin
  if company is distinct from current_company() then perform assert_company_named(company); end if;
  perform pg_advisory_xact_lock(period_lock_key(company));
  delete from account_months where company_id = company;
  insert into account_months (company_id, account_id, month, amount_cents, line_count)
    select company_id, account_id, date_trunc('month', entry_on)::date, sum(amount_cents), count(*)
    from journal_lines where company_id = company group by company_id, account_id, date_trunc('month', entry_on);
end $$;
--> statement-breakpoint
alter function rebuild_account_months(text) set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function rebuild_account_months(text) set plan_cache_mode = force_generic_plan;
--> statement-breakpoint
revoke execute on function rebuild_account_months(text) from public;
--> statement-breakpoint
grant execute on function rebuild_account_months(text) to ez360_app;
