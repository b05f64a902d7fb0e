-- Whose independent reviewing officer somebody is (Children Act 1989, section 25A). Each row is what was said at one time: from
-- this day on it is this person, or nobody. Of what was said of one day the last counts; each holds until the next day of which
-- anything is said. So one child has one at a time, nothing is rewritten, and what was known at a moment is what had been said by
-- then. No return of the SSDA903 says it.
create table reviewing_allocation (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  child_id     bigint not null,
  starts       date not null,
  -- Null: nobody from then on.
  person_id    bigint,
  said_at      timestamptz not null,
  -- A person's number, or the name of a command.
  said_by      text not null check (said_by <> ''),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person
);
create index reviewing_allocation_of_child on reviewing_allocation (authority_id, child_id, id);
select tenant_table('reviewing_allocation', 'select, insert');
