-- Meetings of panels: on which day, when and where a panel meets, who chairs it and who was there. A panel meets at most once on a
-- day, and cases are listed for that day. Nothing here is changed: each time a meeting is saved is a revision of the whole, so
-- that who was there can be read as it was when something was decided.
create table panel_meeting (
  authority_id text not null default current_authority() references authority,
  panel        text not null check (panel in ('entry-to-care-panel', 'access-to-resources-panel')),
  meets_on     date not null,
  revision     integer not null check (revision > 0),
  starts_at    text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place        text not null check (place <> '' and length(place) <= 200),
  -- Null while nobody is found.
  chair        bigint,
  -- The names of who was there, once it has met.
  members      text[] not null default '{}',
  called_off   boolean not null default false,
  saved_by     bigint not null,
  saved_at     timestamptz not null,
  primary key (authority_id, panel, meets_on, revision),
  foreign key (authority_id, chair) references person,
  foreign key (authority_id, saved_by) references person,
  constraint nobody_is_at_a_meeting_called_off check (not (called_off and cardinality(members) > 0))
);
select tenant_table('panel_meeting', 'select, insert');
