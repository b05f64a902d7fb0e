-- People with a conflict of interest with a child (their own family, say). The child's record is closed to them,
-- whatever their role or reason, from when it is declared until it is ended. Nothing is rewritten: it is kept who
-- could not have looked, and when.
create table conflict_of_interest (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  child_id     bigint not null,
  person_id    bigint not null,
  why          text not null check (why <> ''),
  declared_at  timestamptz not null,
  -- A person's number, or the name of a command.
  declared_by  text not null,
  ended_at     timestamptz check (ended_at >= declared_at),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person
);
create unique index conflict_declared_once on conflict_of_interest (authority_id, child_id, person_id)
  where ended_at is null;
select tenant_table('conflict_of_interest', 'select, insert, update (ended_at)');
