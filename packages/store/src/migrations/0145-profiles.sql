-- The anonymised profile of a request for a home. What was approved is kept as the very text of a version: what goes out later is
-- that, whatever has become of the request. Nothing here is ever changed.
create table profile_version (
  authority_id text not null default current_authority() references authority,
  case_id      bigint not null,
  version      integer not null check (version > 0),
  -- The revision of the request that it was made from.
  revision     integer not null,
  content      text not null check (content <> ''),
  approved_by  bigint not null,
  approved_at  timestamptz not null,
  -- The form by which it was approved, so that one form sent twice is one version.
  key          text not null check (key <> ''),
  primary key (authority_id, case_id, version),
  unique (authority_id, case_id, approved_by, key),
  foreign key (authority_id, case_id, revision) references case_evidence (authority_id, case_id, revision),
  foreign key (authority_id, approved_by) references person
);
select tenant_table('profile_version', 'select, insert');

-- That somebody said of words which may tell who a child is that they do not, and why. It holds for the answer that they stood in
-- and for no other. Of what no reason makes harmless nothing can be said here, whatever the application does.
create table profile_answer (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  case_id      bigint not null,
  question     text not null check (question <> ''),
  kind         text not null check (kind not in ('full-name', 'address', 'postcode', 'phone', 'email', 'born')),
  weight       text not null check (weight in ('reason', 'look')),
  words        text not null check (words <> ''),
  "text"       text not null,
  why          text not null check (length(why) <= 500),
  answered_by  bigint not null,
  answered_at  timestamptz not null,
  key          text not null check (key <> ''),
  primary key (authority_id, id),
  unique (authority_id, case_id, answered_by, key, question, kind, words),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, answered_by) references person,
  constraint said_why check (weight = 'look' or why <> '')
);
select tenant_table('profile_answer', 'select, insert');
