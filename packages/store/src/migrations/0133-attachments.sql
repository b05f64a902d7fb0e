-- Documents that are attached to a case. What is in them is sealed before it comes here (app/attachments): no key to it is in
-- the database but one that is itself sealed with a key kept elsewhere. Nothing here is changed or deleted by the application:
-- that a document was taken off its case is a row of its own, and it stays in the record.
create table attachment (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  case_id      bigint not null,
  -- What it was sealed as: a piece that is put into another document does not open.
  sealed_as    uuid not null,
  name         text not null check (name <> '' and length(name) <= 120),
  kind         text not null check (kind ~ '^[a-z]+$'),
  size         integer not null check (size > 0),
  -- Of what is in it, so that the same document is known again and a copy that was taken away can be held against it.
  sha256       bytea not null check (octet_length(sha256) = 32),
  about        text not null check (about <> '' and length(about) <= 200),
  -- The part of the case's form that it is for, where whoever attached it said so.
  section      text check (section <> ''),
  -- Attached by somebody who could write the request then: it is part of what is asked, and they never decide on it.
  as_writer    boolean not null,
  attached_by  bigint not null,
  attached_at  timestamptz not null,
  -- The form by which it came, so that one form sent twice is one document.
  key          text not null check (key <> ''),
  primary key (authority_id, id),
  unique (authority_id, case_id, attached_by, key),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, attached_by) references person
);
select tenant_table('attachment', 'select, insert');

-- A key of its own for each document, sealed with the service's key for files, by whose name that one is found. It is the one
-- thing that changes: when the service's key does, by command and as the owner of the tables.
create table attachment_key (
  authority_id  text not null default current_authority(),
  attachment_id bigint not null,
  sealed_with   text not null check (sealed_with <> ''),
  sealed_key    bytea not null check (octet_length(sealed_key) = 60),
  primary key (authority_id, attachment_id),
  foreign key (authority_id, attachment_id) references attachment
);
select tenant_table('attachment_key', 'select, insert');

create table attachment_piece (
  authority_id  text not null default current_authority(),
  attachment_id bigint not null,
  number        integer not null check (number >= 0),
  sealed        bytea not null check (octet_length(sealed) between 17 and 262160),
  primary key (authority_id, attachment_id, number),
  foreign key (authority_id, attachment_id) references attachment
);
-- What is sealed cannot be made smaller.
alter table attachment_piece alter column sealed set storage external;
select tenant_table('attachment_piece', 'select, insert');

-- What the virus scanner said. Once it has said clean or refused, that stands; that it could not be reached is said once.
create table attachment_scan (
  authority_id  text not null default current_authority(),
  attachment_id bigint not null,
  outcome       text not null check (outcome in ('clean', 'refused', 'unreachable')),
  scanned_at    timestamptz not null,
  -- What it found, or why it could not say.
  said          text not null,
  primary key (authority_id, attachment_id, outcome),
  foreign key (authority_id, attachment_id) references attachment
);
select tenant_table('attachment_scan', 'select, insert');

create table attachment_removal (
  authority_id  text not null default current_authority(),
  attachment_id bigint not null,
  removed_by    bigint not null,
  removed_at    timestamptz not null,
  why           text not null check (why <> '' and length(why) <= 500),
  primary key (authority_id, attachment_id),
  foreign key (authority_id, attachment_id) references attachment,
  foreign key (authority_id, removed_by) references person
);
select tenant_table('attachment_removal', 'select, insert');
