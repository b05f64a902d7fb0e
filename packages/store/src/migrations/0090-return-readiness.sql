-- Return readiness: what the rules of the return find in the record all year, what people answer, and the returns that
-- were submitted, as they were.

-- The rules of a collection year run on the record at a moment.
create table return_check (
  authority_id    text not null default current_authority() references authority,
  id              bigint generated always as identity,
  collection_year smallint not null,
  checked_at      timestamptz not null,
  cause           text not null check (cause in ('night', 'import', 'correction', 'asked')),
  -- The last change of the record that it saw, and which published data it looked things up in.
  record_at       timestamptz,
  looked_up_in    text not null,
  -- What comparisons with last year were made with.
  last_year       text not null check (last_year in ('frozen', 'record', 'nothing')),
  -- Those of whom the year's return tells.
  children        text[] not null,
  rules_run       integer not null,
  skipped         jsonb not null,
  failed          jsonb not null,
  counts          jsonb not null,
  primary key (authority_id, id)
);
create index return_check_of_year on return_check (authority_id, collection_year, id);
select tenant_table('return_check', 'select, insert');

-- What one rule found in rows of one child's table, from the check that first found it to the check that found it no
-- more. One that comes back is a new row. A night that finds the same again writes nothing.
create table return_finding (
  authority_id    text not null default current_authority() references authority,
  id              bigint generated always as identity,
  collection_year smallint not null,
  rule            text not null,
  -- As the rules name it: Episodes, or Episodes_last for last year's.
  source          text not null,
  -- CHILD as the return has it. Last year's may tell of a child whom the record no longer knows.
  child           text not null,
  -- Which of the child's rows of that table, and what each of them held.
  row_keys        text[] not null check (cardinality(row_keys) > 0),
  fields          text[] not null,
  cells           jsonb not null check (jsonb_typeof(cells) = 'array'),
  first_check     bigint not null,
  cleared_check   bigint check (cleared_check > first_check),
  primary key (authority_id, id),
  foreign key (authority_id, first_check) references return_check,
  foreign key (authority_id, cleared_check) references return_check
);
create unique index finding_open_once on return_finding (authority_id, collection_year, rule, source, child, row_keys)
  where cleared_check is null;
create index finding_of_year on return_finding (authority_id, collection_year, cleared_check);
select tenant_table('return_finding', 'select, insert, update (cells, cleared_check)');

create function finding_cleared_once() returns trigger language plpgsql as $$
begin
  if old.cleared_check is null then return new; end if;
  raise exception 'Finding % was cleared, and is kept as it was', old.id using errcode = 'restrict_violation';
end
$$;
create trigger finding_cleared_once before update on return_finding for each row execute function finding_cleared_once();

-- A person's reasoned statement that a finding stands. It counts once a second person agrees, for as long as the rows hold
-- what they held when it was given.
create table finding_answer (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  finding_id   bigint not null,
  kind         text not null check (kind in ('explained', 'accepted')),
  reason       text not null check (btrim(reason) <> ''),
  cells        jsonb not null,
  proposed_by  bigint not null,
  proposed_at  timestamptz not null,
  decision     text check (decision in ('agreed', 'refused')),
  decided_by   bigint,
  decided_at   timestamptz,
  note         text,
  -- The check that found the rows changed.
  lapsed_check bigint,
  primary key (authority_id, id),
  foreign key (authority_id, finding_id) references return_finding,
  foreign key (authority_id, proposed_by) references person,
  foreign key (authority_id, decided_by) references person,
  foreign key (authority_id, lapsed_check) references return_check,
  constraint answer_needs_a_second_person check (decided_by <> proposed_by),
  constraint answer_decided_whole check (
    (decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint refusal_says_why check (decision is distinct from 'refused' or btrim(coalesce(note, '')) <> '')
);
create unique index one_answer_stands on finding_answer (authority_id, finding_id)
  where lapsed_check is null and decision is distinct from 'refused';
select tenant_table('finding_answer',
  'select, insert, update (decision, decided_by, decided_at, note, lapsed_check)');

-- What was answered and decided is kept: a decision is made once, and a lapse is only ever added.
create function answer_is_kept() returns trigger language plpgsql as $$
begin
  if old.lapsed_check is not null or (old.decision is not null and
     (new.decision, new.decided_by, new.decided_at, new.note)
       is distinct from (old.decision, old.decided_by, old.decided_at, old.note)) then
    raise exception 'Answer % was decided or has lapsed, and is kept as it was', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger answer_is_kept before update on finding_answer for each row execute function answer_is_kept();

-- The return as it was submitted. A resubmission is a further version.
create table return_freeze (
  authority_id    text not null default current_authority() references authority,
  id              bigint generated always as identity,
  collection_year smallint not null,
  version         smallint not null check (version > 0),
  frozen_at       timestamptz not null,
  frozen_by       bigint not null,
  -- The record as known at this moment, and the check of it.
  known_at        timestamptz,
  check_id        bigint not null,
  note            text not null check (btrim(note) <> ''),
  children        text[] not null,
  open            integer not null,
  answered        integer not null,
  files           smallint not null check (files > 0),
  primary key (authority_id, id),
  unique (authority_id, collection_year, version),
  foreign key (authority_id, frozen_by) references person,
  foreign key (authority_id, check_id) references return_check
);
select tenant_table('return_freeze', 'select, insert');

create table return_freeze_file (
  authority_id text not null default current_authority() references authority,
  freeze_id    bigint not null,
  ordinal      smallint not null,
  name         text not null,
  size         bigint not null,
  sha256       text not null,
  gzipped      bytea not null,
  primary key (authority_id, freeze_id, ordinal),
  foreign key (authority_id, freeze_id) references return_freeze
);
alter table return_freeze_file alter column gzipped set storage external;
select tenant_table('return_freeze_file', 'select, insert');

-- Nobody changes a submitted return, the tables' owner included.
create function freeze_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'A submitted return is kept as it was: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;
create trigger kept before update or delete or truncate on return_freeze
  for each statement execute function freeze_is_kept();
create trigger kept before update or delete or truncate on return_freeze_file
  for each statement execute function freeze_is_kept();

-- Nor adds a file to it: it said how many it has, and has them all.
create function freeze_takes_no_more() returns trigger language plpgsql as $$
begin
  if new.ordinal between 1 and (select files from return_freeze f
                                where f.authority_id = new.authority_id and f.id = new.freeze_id) then
    return new;
  end if;
  raise exception 'A submitted return is kept as it was: it has no file %', new.ordinal
    using errcode = 'restrict_violation';
end
$$;
create trigger takes_no_more before insert on return_freeze_file
  for each row execute function freeze_takes_no_more();
