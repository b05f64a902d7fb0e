-- Whoever keeps what was said of reviewing officers asks here whether it is still so. The version is drawn anew with every row that is
-- added, changed or taken away, by whomever: a count of rows would be the same after one was put right by hand, and in a database that
-- was put back from a backup.
create table reviewing_known (
  authority_id text primary key default current_authority() references authority,
  version      uuid not null
);
select tenant_table('reviewing_known', 'select, insert, update (version)');

create function reviewing_allocation_changed() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
begin
  insert into public.reviewing_known (authority_id, version)
    values (case when tg_op = 'DELETE' then old.authority_id else new.authority_id end, gen_random_uuid())
    on conflict (authority_id) do update set version = excluded.version;
  return null;
end
$$;
create trigger changed after insert or update or delete on reviewing_allocation
  for each row execute function reviewing_allocation_changed();

-- What was said before has a version from the start.
alter table reviewing_allocation no force row level security;
alter table reviewing_known no force row level security;
insert into reviewing_known
  select authority_id, gen_random_uuid() from (select distinct authority_id from reviewing_allocation) as told;
alter table reviewing_allocation force row level security;
alter table reviewing_known force row level security;
