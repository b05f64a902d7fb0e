-- Authorities are the tenants: roles, the wall between tenants, and the first table behind it.

create extension if not exists btree_gist;

-- rightplace_app       the application: never a superuser, never past row-level security, makes no tables
-- rightplace_operator  owns the few functions that look across authorities, and can do nothing else
-- rightplace_auditor   owns the function that writes the audit chain; nobody else may write it
-- Roles belong to the whole server, so another database (or another start) may have made them already.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['rightplace_app', 'rightplace_operator', 'rightplace_auditor'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    -- The migrating user must be able to become each role: to serve as the application, and to hand over functions.
    begin
      execute format('grant %I to %I', wanted, current_user);
    exception when insufficient_privilege then
      null; -- Somebody else made the roles; if they have not been granted to us, the statements below say so.
    end;
  end loop;
end
$$;

do $$
begin
  revoke create on schema public from public;
exception when insufficient_privilege then
  null; -- Not ours to say; PostgreSQL 15 begins with it revoked.
end
$$;
grant usage on schema public to rightplace_app, rightplace_operator, rightplace_auditor;

-- The authority this transaction acts for. Without one it is null, equals nothing, and so nothing is seen.
create function current_authority() returns text
  language sql stable parallel safe
  return nullif(current_setting('rightplace.authority', true), '');

-- Puts a table behind the wall: every row is one authority's, for reading and for writing, even for the owner.
create function tenant_table(tbl regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  -- Asked for in a sub-select, the authority is looked up once a statement and not once a row.
  execute format('create policy tenant on %s using (authority_id = (select current_authority()))'
                 ' with check (authority_id = (select current_authority()))', tbl);
  execute format('grant %s on %s to rightplace_app', privileges, tbl);
end
$$;
revoke execute on function tenant_table(regclass, text) from public;

create table authority (
  authority_id  text primary key default current_authority() check (authority_id ~ '^[A-Z0-9]{1,20}$'),
  name          text not null check (name <> ''),
  demonstration boolean not null default false,
  colour        text check (colour ~ '^#[0-9a-f]{6}$'),
  created_at    timestamptz not null default now()
);
comment on table authority is 'A tenant. Its key is the nine-character code that official statistics use.';
select tenant_table('authority', 'select, insert, update (name, colour)');

-- Before anyone has signed in there is no tenant, yet the sign-in page and the command line must know which
-- authorities there are. One function tells their names and no more. Its owner is a role whose only right is to
-- read this one table, so the function cannot be turned to anything else.
create policy operator_lists on authority for select to rightplace_operator using (true);
grant select on authority to rightplace_operator;

create function list_authorities()
  returns table (authority_id text, name text, demonstration boolean, colour text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select authority_id, name, demonstration, colour from public.authority order by name, authority_id $$;

grant create on schema public to rightplace_operator;
alter function list_authorities() owner to rightplace_operator;
revoke create on schema public from rightplace_operator;
revoke execute on function list_authorities() from public;
grant execute on function list_authorities() to rightplace_app;
