-- Boards: named sets of measures, in an order, for a meeting or an audience. A change is a version of its own, so that it can be
-- said which measures a meeting looked at.
create table board (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  primary key (authority_id, id)
);
select tenant_table('board', 'select, insert');

create table board_version (
  authority_id text not null default current_authority() references authority,
  board        bigint not null,
  version      integer not null check (version > 0),
  title        text not null check (btrim(title) <> '' and length(title) <= 100),
  -- For whom and what for.
  about        text not null default '' check (length(about) <= 500),
  -- Who sees it, by role. What they see of it is what they see of each measure.
  roles        text[] not null,
  measures     text[] not null check (cardinality(measures) <= 60),
  -- Nobody sees it any longer.
  removed      boolean not null default false,
  -- Null for what came with the demonstration.
  saved_by     bigint,
  saved_at     timestamptz not null,
  primary key (authority_id, board, version),
  foreign key (authority_id, board) references board,
  foreign key (authority_id, saved_by) references person
);
select tenant_table('board_version', 'select, insert');
