-- What a deed leaves behind besides its rows, in one statement at its end: the facts that it recorded and, under its
-- request's id, the answer that a second try gets. One that no form asked for keeps no answer.
create function keep_deed(deed jsonb) returns void language plpgsql as $$
begin
  insert into events (company_id, id, happened_at, member_id, actor, type, subject_id, client_id, project_id, invoice_id, summary, facts, request_id)
    select deed ->> 'companyId', f.id, (deed ->> 'at')::timestamptz, deed ->> 'memberId', deed ->> 'actor', f.type, f."subjectId",
      f."clientId", f."projectId", f."invoiceId", f.summary, f.facts, deed ->> 'requestId'
    from jsonb_to_recordset(deed -> 'facts') as f (id text, type text, "subjectId" text, "clientId" text, "projectId" text,
      "invoiceId" text, summary text, facts jsonb);
  if deed ? 'answer' then
    insert into requests (company_id, request_id, member_id, action, input_hash, result, answered_at)
      values (deed ->> 'companyId', deed ->> 'requestId', deed ->> 'memberId', deed #>> '{answer,action}', deed #>> '{answer,inputHash}',
        deed #> '{answer,result}', (deed ->> 'at')::timestamptz);
  end if;
end $$;
--> statement-breakpoint
alter function keep_deed(jsonb) set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function keep_deed(jsonb) set plan_cache_mode = force_generic_plan;
