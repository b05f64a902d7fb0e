-- Individual placement agreements: what a search came to, and at what price. Nothing here is changed: each time something is agreed
-- is a version of the whole, with who recorded it, when and why, so that what was payable on any day can be read as it was known then.
create table placement_agreement (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  case_id      bigint not null,
  -- Which offer it is of, as the search numbers them, and with whom.
  offer        text not null check (offer <> ''),
  home         text not null check (home <> '' and length(home) <= 300),
  primary key (authority_id, id),
  foreign key (authority_id, case_id) references workflow_case,
  constraint one_agreement_of_an_offer unique (authority_id, case_id, offer)
);
select tenant_table('placement_agreement', 'select, insert');

create table placement_agreement_version (
  authority_id text not null default current_authority(),
  agreement_id bigint not null,
  number       integer not null check (number > 0),
  at           timestamptz not null,
  by           bigint not null,
  -- Made, put right, or which change.
  what         text not null check (what ~ '^[a-z][a-z-]*$'),
  -- What was said in doing so.
  said         jsonb not null check (jsonb_typeof(said) = 'object'),
  terms        jsonb not null check (jsonb_typeof(terms) = 'object'),
  -- Of the form, so that the same one sent twice is one version.
  key          text not null check (key <> ''),
  primary key (authority_id, agreement_id, number),
  constraint agreed_once unique (authority_id, key),
  foreign key (authority_id, agreement_id) references placement_agreement,
  foreign key (authority_id, by) references person
);
select tenant_table('placement_agreement_version', 'select, insert');

-- What the finance system says was paid, file by file. A file that was wrong is taken back by a record of its own.
create table payment_file (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  name         text not null,
  -- Of its bytes: the same file is not taken twice while it counts.
  fingerprint  text not null,
  loaded_by    bigint not null,
  loaded_at    timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, loaded_by) references person
);
select tenant_table('payment_file', 'select, insert');

create table payment_file_withdrawal (
  authority_id text not null default current_authority(),
  file_id      bigint not null,
  by           bigint not null,
  at           timestamptz not null,
  why          text not null check (why <> ''),
  primary key (authority_id, file_id),
  foreign key (authority_id, file_id) references payment_file,
  foreign key (authority_id, by) references person
);
select tenant_table('payment_file_withdrawal', 'select, insert');

create table placement_payment (
  authority_id text not null default current_authority(),
  file_id      bigint not null,
  line         integer not null check (line > 0),
  reference    text not null check (reference <> ''),
  -- As it stands in the file: a line for an agreement that is not there is kept too, and told as a difference.
  agreement    text not null,
  starts       date not null,
  ends         date not null check (ends >= starts),
  pence        bigint not null,
  primary key (authority_id, file_id, line),
  foreign key (authority_id, file_id) references payment_file
);
create index placement_payment_of_agreement on placement_payment (authority_id, agreement);
select tenant_table('placement_payment', 'select, insert');
