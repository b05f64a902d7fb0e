-- The other side of the door: people of providers, who answer what they are asked by the portal. They are no staff of the
-- authority: they have rows, passwords and sessions of their own, which no staff page looks at, and nothing here opens one.

-- What a provider's session does in the database it does as this role. It is given only what the portal needs, and whatever the
-- code above asks for, it reads and writes only rows of its own provider (0166).
do $$
begin
  if not exists (select from pg_roles where rolname = 'rightplace_portal') then
    begin
      create role rightplace_portal nologin;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  begin
    execute format('grant rightplace_portal to %I', current_user);
  exception when insufficient_privilege or invalid_grant_operation then
    null; -- Somebody else made the role, and granted it with the others.
  end;
  -- The application becomes the role and does not inherit it: a rule that binds providers binds nobody else.
  begin
    alter role rightplace_app noinherit;
    grant rightplace_portal to rightplace_app;
  exception when insufficient_privilege then
    null;
  end;
end
$$;
grant usage on schema public to rightplace_portal;

-- The provider that this transaction acts for. Without one it is null, equals nothing, and so nothing is seen.
create function current_provider() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('rightplace.provider', true), '')::bigint;

create table portal_person (
  authority_id   text not null default current_authority() references authority,
  id             bigint generated always as identity,
  provider_id    bigint not null,
  name           text not null check (name <> ''),
  email          text not null check (email <> ''),
  -- Null until they have followed their invitation.
  password_hash  text,
  invited_by     bigint not null,
  invited_at     timestamptz not null,
  signed_in_at   timestamptz,
  -- From then on they are nobody here. They stay, because what they wrote does.
  ended_at       timestamptz,
  ended_by       bigint,
  primary key (authority_id, id),
  unique (authority_id, id, provider_id),
  foreign key (authority_id, provider_id) references provider,
  foreign key (authority_id, invited_by) references person,
  foreign key (authority_id, ended_by) references person,
  constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create unique index portal_person_email on portal_person (authority_id, lower(email)) where ended_at is null;
create index portal_person_provider on portal_person (authority_id, provider_id);
select tenant_table('portal_person', 'select, insert, update (password_hash, signed_in_at, ended_at, ended_by)');

-- Of the link only a hash is kept. One for each person: a new one replaces the old, and it is gone once it is used or withdrawn.
create table portal_invitation (
  authority_id text not null default current_authority() references authority,
  person_id    bigint not null,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  made_at      timestamptz not null,
  ends_at      timestamptz not null check (ends_at > made_at),
  primary key (authority_id, person_id),
  unique (authority_id, secret_hash),
  foreign key (authority_id, person_id) references portal_person
);
select tenant_table('portal_invitation', 'select, insert, update (secret_hash, made_at, ends_at), delete');

-- As for staff (0050), and apart from theirs: a secret of one is not found among the others.
create table portal_session (
  authority_id text not null default current_authority() references authority,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  person_id    bigint not null,
  started_at   timestamptz not null,
  seen_at      timestamptz not null,
  ends_at      timestamptz not null,
  primary key (authority_id, secret_hash),
  foreign key (authority_id, person_id) references portal_person,
  check (ends_at > started_at and seen_at >= started_at)
);
create index portal_session_of_person on portal_session (authority_id, person_id);
select tenant_table('portal_session', 'select, insert, update (seen_at), delete');
