-- Who is signed in. The browser holds `AUTHORITY.secret`: the code says behind which wall to look and the secret is
-- kept here only as a SHA-256 hash, so reading this table lets nobody in. The code in the cookie is not trusted: a
-- secret of one authority is simply not found behind another's wall. No exception to row-level security is needed.
create table session (
  authority_id text not null default current_authority() references authority,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  person_id    bigint not null,
  method       text not null check (method in ('demonstration', 'password', 'single-sign-on')),
  started_at   timestamptz not null,
  -- When the person last did something, to the minute; the idle limit counts from here.
  seen_at      timestamptz not null,
  -- However busy the person is, the session ends here.
  ends_at      timestamptz not null,
  primary key (authority_id, secret_hash),
  foreign key (authority_id, person_id) references person,
  check (ends_at > started_at and seen_at >= started_at)
);
create index session_of_person on session (authority_id, person_id);
select tenant_table('session', 'select, insert, update (seen_at), delete');
comment on table session is 'Sessions, timed-out ones included for a day: a form sent just too late is kept for its person.';

-- What somebody had typed into a form when their session had run out. Offered back to the same person only.
create table pending_form (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  person_id    bigint not null,
  -- The address the form was sent to, and its fields as name and value, in order.
  path         text not null check (path ~ '^/' and length(path) <= 2000),
  fields       jsonb not null check (jsonb_typeof(fields) = 'array'),
  kept_at      timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, person_id, path),
  foreign key (authority_id, person_id) references person
);
select tenant_table('pending_form', 'select, insert, update (fields, kept_at), delete');
