-- Cases: one run of a workflow for a child. A case is what happened to it, event by event. Nothing here is ever changed: where
-- a case stands, whose turn it is and its story are worked out from its events (domain/workflow).
create table workflow_case (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  workflow     text not null check (workflow ~ '^[a-z][a-z-]*$'),
  -- Of the workflow's table, by which it was begun.
  version      integer not null check (version > 0),
  child_id     bigint not null,
  -- Whose it is while nothing in the child's record says who works with them: a child not looked after has no such row.
  begun_by     bigint not null,
  team_id      bigint,
  -- The form by which it was begun, so that one form sent twice is one case.
  key          text not null check (key <> ''),
  primary key (authority_id, id),
  unique (authority_id, begun_by, key),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, begun_by) references person,
  foreign key (authority_id, team_id) references team
);
create index workflow_case_child on workflow_case (authority_id, child_id);
select tenant_table('workflow_case', 'select, insert');

create table case_event (
  authority_id text not null default current_authority(),
  case_id      bigint not null,
  -- 1, 2, 3 … within the case: of two people who would add the same one, the second cannot.
  number       integer not null check (number > 0),
  at           timestamptz not null,
  step         text not null check (step <> ''),
  kind         text not null check (kind in ('begin', 'submit', 'support', 'authorise', 'return', 'reject', 'override',
                                             'withdraw', 'record', 'lapse')),
  -- Null for what came about by itself.
  by_person    bigint,
  by_role      text,
  acting_for   bigint,
  from_state   text,
  to_state     text not null check (to_state <> ''),
  said         jsonb not null check (jsonb_typeof(said) = 'object'),
  -- The revision of the evidence that it was done on.
  evidence     integer,
  key          text not null check (key <> ''),
  primary key (authority_id, case_id, number),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, by_person) references person,
  foreign key (authority_id, acting_for) references person,
  constraint one_form_one_event unique nulls not distinct (authority_id, case_id, by_person, key),
  constraint somebody_in_a_role check ((by_person is null) = (by_role is null)),
  constraint only_a_lapse_is_nobodys check ((kind = 'lapse') = (by_person is null)),
  constraint only_the_first_begins check ((number = 1) = (kind = 'begin') and (number = 1) = (from_state is null)),
  constraint nobody_stands_in_for_themselves check (acting_for <> by_person)
);
select tenant_table('case_event', 'select, insert');

-- What a case's form holds. Each time it is saved is a revision of the whole, so that every decision can be read beside what
-- it was taken on, and nothing that somebody typed is written over.
create table case_evidence (
  authority_id text not null default current_authority(),
  case_id      bigint not null,
  revision     integer not null check (revision > 0),
  answers      jsonb not null check (jsonb_typeof(answers) = 'object'),
  saved_by     bigint not null,
  saved_at     timestamptz not null,
  primary key (authority_id, case_id, revision),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, saved_by) references person
);
select tenant_table('case_evidence', 'select, insert');
alter table case_event add foreign key (authority_id, case_id, evidence)
  references case_evidence (authority_id, case_id, revision);
