-- Imports: what was given, what it would do, and what it did. The files stay here between the preview and the
-- applying, so any process can finish what another began, and what was given can be shown for ever.

create table import (
  authority_id     text not null default current_authority() references authority,
  id               bigint generated always as identity,
  at               timestamptz not null,
  -- A person's number, or the name of a command.
  actor            text not null,
  status           text not null check (status in ('previewed', 'applied', 'discarded')),
  collection_years smallint[] not null default '{}',
  -- Counts, then the whole report with its rows set aside, then what was noted.
  summary          jsonb not null,
  report           jsonb not null,
  notes            jsonb not null default '[]',
  decided_at       timestamptz,
  decided_by       text,
  primary key (authority_id, id),
  check ((status = 'previewed') = (decided_at is null))
);
select tenant_table('import', 'select, insert, update (status, summary, report, notes, decided_at, decided_by)');

create function import_decided_once() returns trigger language plpgsql as $$
begin
  if old.status = 'previewed' then return new; end if;
  raise exception 'Import % was already %', old.id, old.status using errcode = 'restrict_violation';
end
$$;
create trigger import_decided_once before update on import for each row execute function import_decided_once();

create table import_file (
  authority_id text not null default current_authority() references authority,
  import_id    bigint not null,
  ordinal      smallint not null,
  name         text not null,
  size         bigint not null,
  sha256       text not null,
  gzipped      bytea not null,
  primary key (authority_id, import_id, ordinal),
  foreign key (authority_id, import_id) references import
);
alter table import_file alter column gzipped set storage external;
select tenant_table('import_file', 'select, insert');

alter table record_change add foreign key (authority_id, import_id) references import;

-- Which return said what: the facts themselves are beliefs about the child; this is who is in which return's table.
create table reported (
  authority_id    text not null default current_authority() references authority,
  collection_year smallint not null,
  kind            text not null,
  child_id        bigint not null,
  -- False when the return did not say its year and it was worked out from its dates.
  labelled        boolean not null,
  keys            text[] not null,
  primary key (authority_id, collection_year, kind, child_id),
  foreign key (authority_id, child_id) references child
);
select tenant_table('reported', 'select, insert, update (labelled, keys), delete');
