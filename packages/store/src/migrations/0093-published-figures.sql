-- Published statistics that were loaded, newer than those that come with the product. The same for every authority.

create table reference.published_area (
  code   text primary key,
  level  text not null check (level in ('national', 'regional', 'authority')),
  name   text not null,
  region text
);

-- One published count or rate, of one 31 March or the year to it. What is loaded of it replaces what was, as a whole: a
-- release decides which areas there were.
create table reference.published_table (
  series  text not null,
  year    smallint not null,
  release text not null,
  primary key (series, year)
);

create table reference.published_figure (
  series text not null,
  year   smallint not null,
  area   text not null,
  value  double precision check (value >= 0),
  mark   text check (mark in ('c', 'x', 'z', 'k')),
  primary key (series, year, area),
  foreign key (series, year) references reference.published_table on delete cascade,
  check ((value is null) <> (mark is null))
);
comment on column reference.published_figure.mark is
  'c suppressed, x not available, z not applicable, k more than nought but rounds to it.';

grant select on reference.published_area, reference.published_table, reference.published_figure to rightplace_app;
