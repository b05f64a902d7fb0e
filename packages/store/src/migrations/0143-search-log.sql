-- What is written down while a home is looked for: approaches, replies, questions, offers, checks. It happens side by side, so it
-- is no step of the case: two who write at once both do, one number after the other. Nothing here is ever changed; where a
-- search stands is worked out from its entries (domain/search).
create table search_entry (
  authority_id text not null default current_authority(),
  case_id      bigint not null,
  -- 1, 2, 3 … within the search.
  number       integer not null check (number > 0),
  at           timestamptz not null,
  kind         text not null check (kind ~ '^[a-z][a-z-]*$'),
  -- The entry that it says something of; null for an approach.
  about        integer,
  by_person    bigint not null,
  by_role      text not null check (by_role <> ''),
  acting_for   bigint,
  said         jsonb not null check (jsonb_typeof(said) = 'object'),
  -- Of the form, so that one sent twice is one entry.
  key          text not null check (key <> ''),
  primary key (authority_id, case_id, number),
  constraint one_form_one_entry unique (authority_id, case_id, by_person, key),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, case_id, about) references search_entry (authority_id, case_id, number),
  foreign key (authority_id, by_person) references person,
  foreign key (authority_id, acting_for) references person,
  constraint an_approach_is_about_nothing check ((kind = 'approach') = (about is null)),
  constraint about_what_was_before check (about < number),
  constraint nobody_writes_for_themselves check (acting_for <> by_person)
);
select tenant_table('search_entry', 'select, insert');
