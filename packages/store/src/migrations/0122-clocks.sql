-- What people say of the clocks of what has to be done for a child: that it was done, when it began, that it may be later. The
-- clocks themselves are worked out from the child's record (domain/timer). Nothing here is ever changed: what was wrong is
-- taken back by another entry, and both stay.
create table clock_entry (
  authority_id text not null default current_authority() references authority,
  child_id     bigint not null,
  rule         text not null check (rule ~ '^[a-z0-9][a-z0-9-]*$'),
  -- Which start of it in the child's record, such as 'placement 2026-11-02'; 'said …' where the record knows of none.
  start        text not null check (start <> ''),
  -- 1, 2, 3 … of one clock: of two people who would say the same, the second cannot.
  number       integer not null check (number > 0),
  kind         text not null check (kind in ('began', 'done', 'allowed', 'extended', 'stopped', 'taken-back')),
  on_day       date not null,
  at           timestamptz,
  until_day    date,
  said         text not null check (btrim(said) <> '' and length(said) <= 2000),
  takes_back   integer,
  -- Whose word it is. Of what was allowed, this is who had the authority to allow it.
  by_person    bigint not null,
  by_role      text not null,
  said_at      timestamptz not null,
  -- The form by which it was said, so that one form sent twice is one entry.
  key          text not null check (key <> ''),
  primary key (authority_id, child_id, rule, start, number),
  unique (authority_id, by_person, key),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, by_person) references person,
  foreign key (authority_id, child_id, rule, start, takes_back)
    references clock_entry (authority_id, child_id, rule, start, number),
  constraint only_earlier_is_taken_back check (takes_back < number),
  constraint what_is_taken_back_is_said check ((kind = 'taken-back') = (takes_back is not null))
);
select tenant_table('clock_entry', 'select, insert');
