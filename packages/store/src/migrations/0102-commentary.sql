-- What people say of a measure's figures, in plain words, and what is being done about them. Nothing is ever changed: whoever
-- puts a commentary right, or says that the work is done, writes its next version, and the earlier ones stay.
create table commentary (
  authority_id   text not null default current_authority() references authority,
  id             bigint generated always as identity,
  measure        text not null check (measure ~ '^[a-z0-9][a-z0-9-]*$'),
  -- The version this one takes the place of; null for the first.
  replaces       bigint,
  -- The day its figures are of; null where it is about the measure on every day.
  about_day      date,
  -- Whose figures: one team's, one service's, or (both null) the whole authority's.
  team_id        bigint,
  service        text,
  said           text not null check (btrim(said) <> '' and length(said) <= 4000),
  -- What is being done, by whom, until when, and the day it was done.
  doing          text not null default '' check (length(doing) <= 1000),
  owner          text not null default '' check (length(owner) <= 200),
  due            date,
  done_on        date,
  -- Shown to those who see rounded figures too, because its author said that it describes no child.
  for_members    boolean not null default false,
  -- Words in it are the name or number of a child in the record, and its author said why they are not meant so.
  names_are      text check (btrim(names_are) <> ''),
  written_by     bigint,
  written_at     timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, replaces) references commentary,
  foreign key (authority_id, team_id) references team,
  foreign key (authority_id, written_by) references person,
  constraint replaced_once unique (authority_id, replaces),
  constraint of_one_part check (team_id is null or service is null),
  -- A team is small: what is said of it is for those who see its figures.
  constraint members_see_the_whole check (not for_members or (team_id is null and service is null)),
  constraint action_whole check (doing <> '' or (owner = '' and due is null and done_on is null))
);
create index commentary_of_measure on commentary (authority_id, measure);
select tenant_table('commentary', 'select, insert');
