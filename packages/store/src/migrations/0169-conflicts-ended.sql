-- A conflict of interest is ended by somebody else, who says why; and while it lasts, a manager may say who has the person's
-- cases of this child instead. What is over is kept as it was.
alter table conflict_of_interest
  -- A person's number, or the name of a command.
  add column ended_by text,
  add column ended_why text check (ended_why <> ''),
  add column covered_by bigint,
  add foreign key (authority_id, covered_by) references person,
  add constraint ended_by_somebody check (ended_at is not null or num_nonnulls(ended_by, ended_why) = 0),
  add constraint ended_by_another check (ended_by <> person_id::text),
  add constraint covered_by_another check (covered_by <> person_id);
grant update (ended_by, ended_why, covered_by) on conflict_of_interest to rightplace_app;

create function conflict_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is null then return new; end if;
  raise exception 'Conflict of interest % is over, and is kept as it was', old.id using errcode = 'restrict_violation';
end
$$;
create trigger conflict_ends_once before update on conflict_of_interest
  for each row execute function conflict_ends_once();

-- Notices of one, which name nobody either.
alter table notice
  add column conflict_id bigint,
  add foreign key (authority_id, conflict_id) references conflict_of_interest,
  drop constraint about_one_thing,
  add constraint about_one_thing check (num_nonnulls(case_id, delegation_id, conflict_id) <= 1);
