-- What the authority has published. What was printed and what was true stand in tables of their own: whoever reads releases
-- reads the first, and no query of the application reads the second.
create table published_release (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  -- Which set of figures it is of.
  kind         text not null check (kind in ('demography')),
  title        text not null check (btrim(title) <> ''),
  published_at timestamptz not null,
  published_by bigint not null,
  why          text not null check (btrim(why) <> ''),
  profile      text not null,
  -- The figures as they are told, and nothing else: no true count, no list of what was hidden.
  printed      jsonb not null check (jsonb_typeof(printed) = 'object'),
  primary key (authority_id, id),
  foreign key (authority_id, published_by) references person
);
select tenant_table('published_release', 'select, insert');

-- The true counts beside what was printed of them, against which the next release is attacked. As confidential as the record.
create table release_register (
  authority_id text not null default current_authority() references authority,
  release_id   bigint not null,
  registered   jsonb not null check (jsonb_typeof(registered) = 'object'),
  primary key (authority_id, release_id),
  foreign key (authority_id, release_id) references published_release
);
select tenant_table('release_register', 'insert');

-- The one way to read it, for preparing a release. It has to be asked for by name: nothing that lists or joins tables gets it.
create function releases_to_attack() returns table (registered jsonb)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select r.registered from public.release_register r
    where r.authority_id = (select public.current_authority()) order by r.release_id desc
  $$;
revoke execute on function releases_to_attack() from public;
grant execute on function releases_to_attack() to rightplace_app;

-- What was published cannot be unpublished: it is out in the world, and the next release has to reckon with it.
create function release_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'What was published is kept as it was: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;
create trigger kept before update or delete or truncate on published_release
  for each statement execute function release_is_kept();
create trigger kept before update or delete or truncate on release_register
  for each statement execute function release_is_kept();
