-- Providers and the settings (homes, carers' households, units) that a placement can be in.

create table provider (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  name         text not null check (name <> ''),
  -- The return's PLACE_PROVIDER.
  kind         text not null,
  in_house     boolean not null default false,
  primary key (authority_id, id),
  unique (authority_id, name)
);
select tenant_table('provider', 'select, insert, update (name, kind, in_house)');

-- "Setting" in the glossary's sense. The table is care_setting because `setting` holds the authority's settings.
create table care_setting (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  -- Ofsted's number; a foster household or a family home may have none.
  urn          text,
  name         text not null check (name <> ''),
  -- The return's PLACE.
  type         text not null,
  postcode     text,
  provider_id  bigint,
  in_house     boolean not null default false,
  primary key (authority_id, id),
  foreign key (authority_id, provider_id) references provider
);
create unique index care_setting_urn on care_setting (authority_id, urn);
create index care_setting_provider on care_setting (authority_id, provider_id);
select tenant_table('care_setting', 'select, insert, update (urn, name, type, postcode, provider_id, in_house)');
