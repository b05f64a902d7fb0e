-- Children and what is believed of them. Every fact has two times: `valid`, when it was true, and `recorded`, when it
-- was believed. A correction closes the old row's `recorded` and adds a row; nothing is overwritten.

-- One row for each time the record learned something. Its moments only ever go forward within an authority, which
-- is what lets "as known at" be one predicate.
create table record_change (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  at           timestamptz not null,
  -- What the change came from: an import, or an event of a case; and a word about it for people.
  import_id    bigint,
  event        text,
  why          text not null check (why <> ''),
  by_person    bigint,
  primary key (authority_id, id),
  -- Beliefs that begin or end at this moment do so because of this change.
  unique (authority_id, at),
  foreign key (authority_id, by_person) references person
);
select tenant_table('record_change', 'select, insert');

-- Whoever caches an authority's children listens for this. It is delivered when the change commits.
create function tell_of_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('rightplace_changed', new.authority_id);
  return null;
end
$$;
create trigger tell_of_change after insert on record_change for each row execute function tell_of_change();

create table child (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  -- The authority's own identifier, the return's CHILD, compared as exact text.
  local_id     text not null check (local_id <> ''),
  restricted   boolean not null default false,
  primary key (authority_id, id),
  unique (authority_id, local_id)
);
select tenant_table('child', 'select, insert, update (local_id, restricted)');

-- A row of belief may only ever be closed, once, and at a later moment than it was opened. (`valid` follows from
-- `starts` and `ends`, and is worked out only after this.)
create function only_close_belief() returns trigger language plpgsql as $$
begin
  if upper_inf(old.recorded) and lower(new.recorded) = lower(old.recorded) and not upper_inf(new.recorded)
     and to_jsonb(new) - '{recorded,valid}'::text[] = to_jsonb(old) - '{recorded,valid}'::text[] then
    return new;
  end if;
  raise exception 'What was believed is never rewritten: a row of % may only be closed', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- From a moment on, and up to another or until further notice.
create function is_belief(recorded tstzrange) returns boolean
  language sql immutable parallel safe
  return not isempty(recorded) and lower_inc(recorded) and not lower_inf(recorded) and not upper_inc(recorded);

-- Gives a table of beliefs its rules. `recorded` begins and ends at moments of record_change, which say why.
create function belief_table(tbl regclass) returns void language plpgsql as $$
declare
  name text := (select relname from pg_class where oid = tbl);
begin
  execute format('create trigger only_close_belief before update on %s for each row execute function only_close_belief()', tbl);
  execute format('create index %I on %s (authority_id, child_id)', name || '_child', tbl);
  execute format('alter table %s add foreign key (authority_id, child_id) references child', tbl);
  perform tenant_table(tbl, 'select, insert, update (recorded)');
end
$$;
revoke execute on function belief_table(regclass) from public;

create table child_details (
  authority_id         text not null default current_authority(),
  child_id             bigint not null,
  given_name           text,
  family_name          text,
  date_of_birth        date,
  expected_on          date,
  sex                  text check (sex in ('M', 'F', 'U')),
  ethnicity            text,
  disabilities         jsonb check (jsonb_typeof(disabilities) = 'array'),
  upn                  text,
  mother               text,
  mother_child_born_on date,
  home_address         text,
  home_postcode        text,
  sibling_group        text,
  recorded             tstzrange not null check (is_belief(recorded)),
  constraint details_believed_once exclude using gist (child_id with =, recorded with &&, authority_id with =)
);
select belief_table('child_details');

-- The four timelines. `ordinal` keeps apart, and in order, stretches of no length on the same day; it is nearly
-- always 0. A stretch of no length has an empty `valid`, which overlaps nothing.

create table period_of_care (
  authority_id text not null default current_authority(),
  child_id     bigint not null,
  starts       date not null,
  ends         date check (ends >= starts),
  ordinal      smallint not null,
  start_known  boolean not null,
  end_reason   text,
  valid        daterange generated always as (daterange(starts, ends)) stored,
  recorded     tstzrange not null check (is_belief(recorded)),
  constraint one_period_of_care_at_once exclude using gist (
    child_id with =, valid with &&, recorded with &&, authority_id with =)
);
select belief_table('period_of_care');

create table category_of_need (
  authority_id text not null default current_authority(),
  child_id     bigint not null,
  starts       date not null,
  ends         date check (ends >= starts),
  ordinal      smallint not null,
  need         text,
  valid        daterange generated always as (daterange(starts, ends)) stored,
  recorded     tstzrange not null check (is_belief(recorded)),
  constraint one_category_of_need_at_once exclude using gist (
    child_id with =, valid with &&, recorded with &&, authority_id with =)
);
select belief_table('category_of_need');

create table legal_status (
  authority_id text not null default current_authority(),
  child_id     bigint not null,
  starts       date not null,
  ends         date check (ends >= starts),
  ordinal      smallint not null,
  status       text not null,
  began        text not null check (began in ('changed', 'continues')),
  valid        daterange generated always as (daterange(starts, ends)) stored,
  recorded     tstzrange not null check (is_belief(recorded)),
  constraint one_legal_status_at_once exclude using gist (
    child_id with =, valid with &&, recorded with &&, authority_id with =)
);
select belief_table('legal_status');

create table placement (
  authority_id  text not null default current_authority(),
  child_id      bigint not null,
  starts        date not null,
  ends          date check (ends >= starts),
  ordinal       smallint not null,
  type          text not null,
  provider      text,
  postcode      text,
  home_postcode text,
  urn           text,
  began         text not null check (began in ('changed', 'same-carer', 'continues')),
  end_reason    text,
  valid         daterange generated always as (daterange(starts, ends)) stored,
  recorded      tstzrange not null check (is_belief(recorded)),
  constraint one_home_at_once exclude using gist (
    child_id with =, valid with &&, recorded with &&, authority_id with =)
);
select belief_table('placement');

-- The rest of what a return says of a child, kept as it was said.
create table child_fact (
  authority_id text not null default current_authority(),
  child_id     bigint not null,
  kind         text not null,
  key          text not null,
  -- JSON text with its keys in order: it is only ever compared and handed back, and as text that is three times as quick.
  fields       text not null check (json_typeof(fields::json) = 'object'),
  recorded     tstzrange not null check (is_belief(recorded))
);
-- An exclusion constraint here would cost more than all the rest of an import. Moments of knowledge only go forward
-- and a row is only ever closed, so that no two are believed at once now means that no two ever were.
create unique index fact_believed_once on child_fact (authority_id, child_id, kind, key) where upper_inf(recorded);
select belief_table('child_fact');
