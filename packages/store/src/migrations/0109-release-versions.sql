-- The same figures under the same title are published once. Other figures under it are a version of their own.
alter table published_release add column version integer not null default 1 check (version > 0);

-- What was published twice before this was asked about is numbered as it came, authority by authority: nobody sees the rows of
-- two at once, the owner of the tables included. It is kept as it was in everything else.
alter table published_release disable trigger kept;
do $$
declare
  before text := current_setting('rightplace.authority', true);
  each   record;
begin
  for each in select authority_id from list_authorities() loop
    perform set_config('rightplace.authority', each.authority_id, true);
    update published_release r set version = n.version
    from (select id, row_number() over (partition by kind, title order by id) as version
            from published_release where authority_id = each.authority_id) n
    where r.authority_id = each.authority_id and n.id = r.id and n.version > 1;
  end loop;
  perform set_config('rightplace.authority', coalesce(before, ''), true);
end
$$;
alter table published_release enable trigger kept;

-- Two people who press the button together cannot both have published the same version.
alter table published_release add constraint published_release_once unique (authority_id, kind, title, version);
