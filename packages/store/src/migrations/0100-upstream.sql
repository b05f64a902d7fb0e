-- What lists and the census say of children before care, or never in it: contacts, enquiries, episodes of need, protection
-- plans. A child is there by the authority's identifier alone, with no name or address, and not as a row of `child`: most
-- are never looked after, and nobody opens a record of theirs here.

create table upstream_load (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  at           timestamptz not null,
  -- A person's number, or the name of a command.
  actor        text not null,
  status       text not null check (status in ('previewed', 'applied', 'discarded')),
  source       text not null check (source in ('annex-a', 'cin-census')),
  -- The time for which the files are the whole truth of their kinds; the last day is in it.
  first_day    date not null,
  last_day     date not null check (last_day >= first_day),
  kinds        text[] not null,
  report       jsonb not null,
  decided_at   timestamptz,
  decided_by   text,
  -- The moment of record_change from which it is believed.
  known_from   timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, known_from) references record_change (authority_id, at),
  check ((status = 'previewed') = (decided_at is null)),
  check ((status = 'applied') = (known_from is not null))
);
select tenant_table('upstream_load', 'select, insert, update (status, report, decided_at, decided_by, known_from)');

create function upstream_load_decided_once() returns trigger language plpgsql as $$
begin
  if old.status = 'previewed' then return new; end if;
  raise exception 'Load % was already %', old.id, old.status using errcode = 'restrict_violation';
end
$$;
create trigger decided_once before update on upstream_load
  for each row execute function upstream_load_decided_once();

-- The files as given: they stay between the preview and the load, so that any process can finish what another began, and are
-- let go when it is decided. They name children and workers, which what is kept of them does not.
create table upstream_file (
  authority_id text not null default current_authority() references authority,
  load_id      bigint not null,
  ordinal      smallint not null,
  name         text not null,
  sha256       text not null,
  gzipped      bytea,
  primary key (authority_id, load_id, ordinal),
  foreign key (authority_id, load_id) references upstream_load
);
alter table upstream_file alter column gzipped set storage external;
select tenant_table('upstream_file', 'select, insert, update (gzipped)');

-- One thing said of one child by one source, for as long as it is believed. A later load of the same source closes what it
-- no longer says and adds what it now says; nothing is overwritten, so that past figures stay as they were.
create table upstream_fact (
  authority_id text not null default current_authority() references authority,
  source       text not null check (source in ('annex-a', 'cin-census')),
  kind         text not null,
  child        text not null check (child <> ''),
  starts       date,
  ends         date check (ends >= starts),
  key          text not null,
  detail       jsonb not null check (jsonb_typeof(detail) = 'object'),
  recorded     tstzrange not null check (is_belief(recorded))
);
-- Moments of knowledge only go forward and a row is only ever closed, so no two believed now means no two ever were.
create unique index upstream_believed_once
  on upstream_fact (authority_id, source, kind, child, coalesce(starts, '0001-01-01'), key)
  where upper_inf(recorded);
create trigger only_close_belief before update on upstream_fact
  for each row execute function only_close_belief();
select tenant_table('upstream_fact', 'select, insert, update (recorded)');
