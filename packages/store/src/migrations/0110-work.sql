-- Work that takes more than a moment, asked for by a person: how far it is and how it ended. It is kept here so that whoever
-- asked may go elsewhere meanwhile, and come back to it by whatever server process; after a day nobody looks for it.
create table work (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  asked_by     bigint not null,
  asked_at     timestamptz not null,
  -- What the access policy calls it: whoever looks how it ended must still be allowed to.
  action       text not null,
  title        text not null,
  -- Asked for again while it goes on, it is the same work.
  sameness     text not null,
  step         text not null default '',
  share        double precision not null default 0 check (share between 0 and 1),
  -- Whoever does it says so every few seconds: work of a process that ended is not waited for.
  heard_at     timestamptz not null,
  ended_at     timestamptz,
  outcome      jsonb,
  -- A file that was made, until it is an hour old.
  file         bytea,
  primary key (authority_id, id),
  foreign key (authority_id, asked_by) references person,
  constraint work_ends_somehow check ((ended_at is null) = (outcome is null))
);
create unique index work_goes_on_once on work (authority_id, asked_by, sameness) where ended_at is null;
select tenant_table('work', 'select, insert, update (step, share, heard_at, ended_at, outcome, file), delete');
