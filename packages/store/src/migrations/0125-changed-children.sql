-- Of which children a change of the record was. Whoever keeps an authority's children in memory reads only these again, and
-- not everybody because of one. It says nothing that the rows of belief do not: each begins or ends at a change's moment.
create table changed_child (
  authority_id text not null default current_authority() references authority,
  at           timestamptz not null,
  child_id     bigint not null,
  primary key (authority_id, at, child_id),
  foreign key (authority_id, at) references record_change (authority_id, at),
  foreign key (authority_id, child_id) references child
);
select tenant_table('changed_child', 'select, insert');

-- Changes made before this was kept, authority by authority: nobody sees the rows of two at once, the owner included.
do $$
declare
  before text := current_setting('rightplace.authority', true);
  each   record;
begin
  for each in select authority_id from list_authorities() loop
    perform set_config('rightplace.authority', each.authority_id, true);
    insert into changed_child (at, child_id)
    select distinct at, child_id
    from (select child_id, recorded from child_details union all
          select child_id, recorded from period_of_care union all
          select child_id, recorded from category_of_need union all
          select child_id, recorded from legal_status union all
          select child_id, recorded from placement union all
          select child_id, recorded from child_fact) belief,
      lateral (values (lower(recorded)), (upper(recorded))) moment (at)
    where at is not null;
  end loop;
  perform set_config('rightplace.authority', coalesce(before, ''), true);
end
$$;
