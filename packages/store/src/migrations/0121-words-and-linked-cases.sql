-- A decision given by word of mouth and written down by somebody else: whose it is, in which part. It counts, and whoever gave
-- it says later whether it is theirs.
alter table case_event
  add column word_of bigint,
  add column word_role text,
  add column word_acting_for bigint,
  add foreign key (authority_id, word_of) references person,
  add foreign key (authority_id, word_acting_for) references person,
  drop constraint case_event_kind_check,
  add constraint case_event_kind_check check (kind in ('begin', 'submit', 'support', 'authorise', 'return', 'reject',
    'override', 'withdraw', 'record', 'write-down', 'confirm', 'deny', 'follow', 'lapse')),
  add constraint a_word_is_somebodys check ((kind = 'write-down') = (word_of is not null)),
  add constraint a_word_is_given_in_a_role check ((word_of is null) = (word_role is null)),
  add constraint nobody_writes_down_their_own_word check (word_of <> by_person),
  add constraint no_word_for_oneself check (word_acting_for <> word_of);

-- A case that was opened from another, or joined to it: the full request after an emergency.
create table case_link (
  authority_id text not null default current_authority(),
  case_id      bigint not null,
  from_case    bigint not null,
  linked_by    bigint not null,
  linked_at    timestamptz not null,
  primary key (authority_id, case_id),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, from_case) references workflow_case,
  foreign key (authority_id, linked_by) references person,
  constraint no_case_from_itself check (case_id <> from_case)
);
create index case_link_from on case_link (authority_id, from_case);
select tenant_table('case_link', 'select, insert');
