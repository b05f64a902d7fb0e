-- Where each case stands after the last thing that happened to it, written with it. A list of what is open reads these few words,
-- and not the stories of years of cases that are over. It says nothing that the events do not.
create table case_standing (
  authority_id text not null default current_authority(),
  case_id      bigint not null,
  workflow     text not null,
  state        text not null check (state <> ''),
  -- Words written down for which nobody has answered yet: whoever they are of is asked, though the case be over.
  open_words   integer not null check (open_words >= 0),
  primary key (authority_id, case_id),
  foreign key (authority_id, case_id) references workflow_case
);
select tenant_table('case_standing', 'select, insert, update (state, open_words)');

-- Cases begun before this was kept, authority by authority.
do $$
declare
  before text := current_setting('rightplace.authority', true);
  each   record;
begin
  for each in select authority_id from list_authorities() loop
    perform set_config('rightplace.authority', each.authority_id, true);
    insert into case_standing (case_id, workflow, state, open_words)
    select c.id, c.workflow, (array_agg(e.to_state order by e.number desc))[1],
      greatest(0, count(*) filter (where e.kind = 'write-down') - count(*) filter (where e.kind in ('confirm', 'deny')))
    from workflow_case c join case_event e on e.authority_id = c.authority_id and e.case_id = c.id
    group by c.id, c.workflow;
  end loop;
  perform set_config('rightplace.authority', coalesce(before, ''), true);
end
$$;
