-- Whoever keeps what was read of cases for lists asks here whether it is still so, in one question instead of one for each case. The
-- version is drawn anew by every transaction that adds to a case or to the log of a search, changes or takes away any of it, by
-- whomever, a provider by the portal as well: therefore with the rights of the owner, to whom the walls between authorities apply as
-- to everybody. It is drawn as the transaction ends, once, however many rows there were (as 0176 does of the register).
create table cases_known (
  authority_id text primary key default current_authority() references authority,
  version      uuid not null
);
select tenant_table('cases_known', 'select');

create function cases_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  changed text := case when tg_op = 'DELETE' then old.authority_id else new.authority_id end;
begin
  perform from public.cases_known
    where authority_id = changed and xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text;
  if not found then
    insert into public.cases_known (authority_id, version) values (changed, gen_random_uuid())
      on conflict (authority_id) do update set version = excluded.version;
  end if;
  return null;
end
$$;
revoke execute on function cases_changed() from public;

create constraint trigger known after insert or update or delete on workflow_case
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on case_standing
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on case_event
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on case_evidence
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on case_link
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on attachment
  deferrable initially deferred for each row execute function cases_changed();
create constraint trigger known after insert or update or delete on search_entry
  deferrable initially deferred for each row execute function cases_changed();
-- A case is told with the number of its child in the return.
create constraint trigger known after update on child
  deferrable initially deferred for each row when (old.local_id is distinct from new.local_id)
  execute function cases_changed();

-- What is there already has a version from the start.
alter table workflow_case no force row level security;
alter table cases_known no force row level security;
insert into cases_known select authority_id, gen_random_uuid() from (select distinct authority_id from workflow_case) as told;
alter table workflow_case force row level security;
alter table cases_known force row level security;
