-- Whoever keeps what was read of the register asks here whether it is still so. The version is drawn anew by every transaction that
-- adds, changes or takes away a provider, a setting or what was told of one, by whomever (as 0167 does of reviewing officers). It
-- is drawn as the transaction ends, so that a long one, such as loading a return, holds up nobody else who writes; once, however
-- many rows there were. A transaction that writes asks nothing of it: it reads what it wrote.
create table register_known (
  authority_id text primary key default current_authority() references authority,
  version      uuid not null
);
select tenant_table('register_known', 'select, insert, update (version)');

create function register_changed() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
declare
  changed text := case when tg_op = 'DELETE' then old.authority_id else new.authority_id end;
begin
  perform from public.register_known
    where authority_id = changed and xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text;
  if not found then
    insert into public.register_known (authority_id, version) values (changed, gen_random_uuid())
      on conflict (authority_id) do update set version = excluded.version;
  end if;
  return null;
end
$$;
create constraint trigger changed after insert or update or delete on provider
  deferrable initially deferred for each row execute function register_changed();
create constraint trigger changed after insert or update or delete on care_setting
  deferrable initially deferred for each row execute function register_changed();
create constraint trigger changed after insert or update or delete on register_fact
  deferrable initially deferred for each row execute function register_changed();

-- What is there already has a version from the start.
alter table provider no force row level security;
alter table care_setting no force row level security;
alter table register_known no force row level security;
insert into register_known
  select authority_id, gen_random_uuid() from (select authority_id from provider union select authority_id from care_setting) as told;
alter table provider force row level security;
alter table care_setting force row level security;
alter table register_known force row level security;
