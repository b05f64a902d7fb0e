-- Teams, the staff in them, and the roles they hold.

create table team (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  name         text not null check (name <> ''),
  service      text not null check (service <> ''),
  primary key (authority_id, id),
  unique (authority_id, name)
);
select tenant_table('team', 'select, insert, update (name, service)');

create table person (
  authority_id       text not null default current_authority() references authority,
  id                 bigint generated always as identity,
  name               text not null check (name <> ''),
  email              text,
  -- Social Work England's number: the return's SW_ID, which is how a child's worker is told.
  social_work_number text,
  active             boolean not null default true,
  primary key (authority_id, id)
);
create unique index person_email on person (authority_id, lower(email));
create unique index person_social_work_number on person (authority_id, social_work_number);
select tenant_table('person', 'select, insert, update (name, email, social_work_number, active)');

create table role_assignment (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  person_id    bigint not null,
  role         text not null check (role ~ '^[a-z][a-z-]*$'),
  -- Where the role reaches: one team, one service, or (both null) the whole authority.
  team_id      bigint,
  service      text,
  starts       date not null,
  ends         date,
  valid        daterange generated always as (daterange(starts, ends)) stored,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, team_id) references team,
  check (ends >= starts),
  check (team_id is null or service is null),
  constraint one_role_once exclude using gist (
    authority_id with =, person_id with =, role with =,
    coalesce(team_id, 0) with =, coalesce(service, '') with =, valid with &&)
);
select tenant_table('role_assignment', 'select, insert, update (ends)');
