-- Signing in with a password kept here, or through the authority's identity provider.
create table local_account (
  authority_id    text not null default current_authority() references authority,
  person_id       bigint not null,
  -- argon2id in the PHC text form, settings included.
  password_hash   text not null check (password_hash like '$argon2id$%'),
  password_set_at timestamptz not null,
  primary key (authority_id, person_id),
  foreign key (authority_id, person_id) references person
);
select tenant_table('local_account', 'select, insert, update (password_hash, password_set_at)');

-- A link with which one person sets one password, once. Making another replaces it.
create table password_link (
  authority_id text not null default current_authority() references authority,
  person_id    bigint not null,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  made_at      timestamptz not null,
  ends_at      timestamptz not null,
  primary key (authority_id, person_id),
  unique (authority_id, secret_hash),
  foreign key (authority_id, person_id) references person,
  check (ends_at > made_at)
);
select tenant_table('password_link', 'select, insert, update (secret_hash, made_at, ends_at), delete');

-- Who somebody is to the identity provider: bound at the first sign-in, so that an email address given to another
-- person later does not open this person's account.
create table single_sign_on (
  authority_id text not null default current_authority() references authority,
  issuer       text not null,
  subject      text not null,
  person_id    bigint not null,
  bound_at     timestamptz not null,
  primary key (authority_id, issuer, subject),
  unique (authority_id, issuer, person_id),
  foreign key (authority_id, person_id) references person
);
select tenant_table('single_sign_on', 'select, insert, delete');

-- Guesses of the last hour, for slowing them. The name typed is hashed, because people type passwords there.
create table sign_in_attempt (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  account_hash bytea not null check (octet_length(account_hash) = 32),
  address      text not null,
  -- The browser's cookie, hashed, when that account has signed in from it before.
  browser_hash bytea check (octet_length(browser_hash) = 32),
  at           timestamptz not null,
  failed       boolean not null,
  primary key (authority_id, id)
);
create index sign_in_attempt_recent on sign_in_attempt (authority_id, at);
select tenant_table('sign_in_attempt', 'select, insert, update (failed), delete');

-- Browsers from which a person has signed in: their guesses are counted apart, so that a stranger's failures
-- cannot keep the person out. Gives no access by itself.
create table known_browser (
  authority_id text not null default current_authority() references authority,
  person_id    bigint not null,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  last_used_at timestamptz not null,
  primary key (authority_id, person_id, secret_hash),
  foreign key (authority_id, person_id) references person
);
select tenant_table('known_browser', 'select, insert, update (last_used_at), delete');
