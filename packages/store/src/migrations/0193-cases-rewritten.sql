-- Of each case it is known how far it was written, by the number of what was added last. That says nothing of a row that was put right by
-- hand: whatever is kept by such numbers is kept under this besides, which is drawn anew in every transaction that changes or takes away
-- any of what is otherwise only ever added to.
alter table cases_known add column rewritten uuid not null default gen_random_uuid();

create function cases_rewritten() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
begin
  update public.cases_known set rewritten = gen_random_uuid() where authority_id = old.authority_id;
  if not found then
    raise exception 'What was rewritten for % cannot be told to those who keep what they read', old.authority_id;
  end if;
  return null;
end
$$;
revoke execute on function cases_rewritten() from public;

create constraint trigger rewritten after update or delete on workflow_case
  deferrable initially deferred for each row execute function cases_rewritten();
create constraint trigger rewritten after update or delete on case_event
  deferrable initially deferred for each row execute function cases_rewritten();
create constraint trigger rewritten after update or delete on case_evidence
  deferrable initially deferred for each row execute function cases_rewritten();
create constraint trigger rewritten after update or delete on case_link
  deferrable initially deferred for each row execute function cases_rewritten();
create constraint trigger rewritten after update or delete on attachment
  deferrable initially deferred for each row execute function cases_rewritten();
create constraint trigger rewritten after update or delete on search_entry
  deferrable initially deferred for each row execute function cases_rewritten();
