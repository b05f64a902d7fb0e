-- Published data that is the same for every authority: no tenant, loaded by the owner, only read by the application.

create schema reference;
grant usage on schema reference to rightplace_app;

-- What was loaded, from where, and when: a figure that rests on it can say so.
create table reference.loaded (
  name      text primary key,
  source    text not null,
  loaded_at timestamptz not null default now(),
  -- Of the bytes loaded, so that loading the same again can be skipped.
  sha256    text
);

create table reference.population (
  authority_code text not null,
  mid_year       smallint not null,
  name           text not null,
  children       integer not null check (children >= 0),
  primary key (authority_code, mid_year)
);
comment on table reference.population is 'People aged 0 to 17 on 30 June of the year.';

create table reference.postcode_sector (
  sector    text primary key,
  latitude  double precision not null,
  longitude double precision not null,
  postcodes integer not null,
  district  text,
  authority text
);
comment on table reference.postcode_sector is 'Centre of a postcode sector: good for maps and for provisional distances.';

create table reference.postcode (
  postcode  text primary key,
  latitude  double precision not null,
  longitude double precision not null,
  district  text,
  authority text
);
comment on table reference.postcode is 'The full postcode directory, where an authority has loaded it.';

grant select on all tables in schema reference to rightplace_app;
