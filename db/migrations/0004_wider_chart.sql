-- What a new company gets from its first day, for those that exist: accounts that the system posts to, and number series.
-- Under forced row-level security the owner sees no rows either, so it is lifted for these statements alone. A code or name
-- that the company uses already is left to it, and the new account takes the next free one.
alter table accounts no force row level security;
--> statement-breakpoint
alter table number_series no force row level security;
--> statement-breakpoint
alter table companies no force row level security;
--> statement-breakpoint
do $$ declare
  company text; wanted record; free_code text; free_name text; n int;
begin
  for company in select id from companies loop
    for wanted in
      select * from (values ('customer_deposit', '2300', 'Customer Deposits', 'liability'),
        ('retained_earnings', '3900', 'Retained Earnings', 'equity'), ('bad_debt', '6100', 'Bad Debts', 'expense')) as w (role, code, name, type)
    loop
      free_code := wanted.code; n := 0;
      while exists (select from accounts where company_id = company and code = free_code) loop
        n := n + 1; free_code := wanted.code || '.' || n;
      end loop;
      free_name := wanted.name; n := 1;
      while exists (select from accounts where company_id = company and lower(name) = lower(free_name)) loop
        n := n + 1; free_name := wanted.name || ' ' || n;
      end loop;
      insert into accounts (company_id, id, code, name, type, role)
        values (company, 'acc_' || left(md5(company || wanted.role), 26), free_code, free_name, wanted.type, wanted.role);
    end loop;
  end loop;
end $$;
--> statement-breakpoint
insert into number_series (company_id, series, prefix, width)
  select c.id, s.series, s.prefix, 5 from companies c cross join (values ('estimate', 'EST-'), ('proposal', 'PRO-'),
    ('credit_note', 'CN-'), ('bill', 'BILL-'), ('expense', 'EXP-')) as s (series, prefix)
  on conflict do nothing;
--> statement-breakpoint
alter table companies force row level security;
--> statement-breakpoint
alter table number_series force row level security;
--> statement-breakpoint
alter table accounts force row level security;
