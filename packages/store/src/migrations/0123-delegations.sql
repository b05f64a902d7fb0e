-- Who stands in for whom: a role of one person's, in which another decides for a time. Nothing here is changed: one that ends
-- before its time is ended by a second record.
create table delegation (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  for_person   bigint not null,
  -- The role of theirs. How far it reaches is read from the roles they hold at the time.
  role         text not null check (role in ('team-manager', 'group-manager', 'director')),
  stands_in    bigint not null,
  reason       text not null check (reason in ('acting-up', 'duty', 'leave')),
  starts       timestamptz not null,
  -- The first moment at which it no longer holds.
  ends         timestamptz not null,
  recorded_by  bigint not null,
  recorded_at  timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, for_person) references person,
  foreign key (authority_id, stands_in) references person,
  foreign key (authority_id, recorded_by) references person,
  constraint nobody_stands_in_for_themselves check (stands_in <> for_person),
  constraint nobody_appoints_themselves check (stands_in <> recorded_by),
  constraint delegated_forwards check (recorded_at <= starts and starts < ends),
  -- The longest there is, and an hour for the clocks. Each reason's own is the application's to ask.
  constraint delegated_for_a_time check (ends <= starts + interval '91 days 1 hour')
);
create index delegation_stands_in on delegation (authority_id, stands_in, ends);
create index delegation_for_person on delegation (authority_id, for_person, ends);
select tenant_table('delegation', 'select, insert');

create table delegation_end (
  authority_id  text not null default current_authority(),
  delegation_id bigint not null,
  ended_by      bigint not null,
  ended_at      timestamptz not null,
  primary key (authority_id, delegation_id),
  foreign key (authority_id, delegation_id) references delegation,
  foreign key (authority_id, ended_by) references person
);
select tenant_table('delegation_end', 'select, insert');

-- When a delegation is over: as recorded, or sooner.
create function delegation_over(d delegation) returns timestamptz language sql stable as $$
  select least(d.ends, (select e.ended_at from delegation_end e
                        where e.authority_id = d.authority_id and e.delegation_id = d.id))
$$;

-- The application asks first and says who does; of two who record at one moment, this lets one in.
create function one_stands_in_at_a_time() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.authority_id || ' delegations', 0));
  if exists (select from delegation d
             where d.authority_id = new.authority_id and d.for_person = new.for_person and d.role = new.role
               and d.starts < new.ends and new.starts < delegation_over(d) and d.starts < delegation_over(d)) then
    raise exception 'Somebody stands in for person % then', new.for_person
      using errcode = 'exclusion_violation', constraint = 'one_stands_in_at_a_time';
  end if;
  return new;
end
$$;
create trigger one_stands_in_at_a_time before insert on delegation
  for each row execute function one_stands_in_at_a_time();

-- What is done in a colleague's name is done while that is so, whatever the application believes.
create function acts_while_delegated() returns trigger language plpgsql as $$
begin
  if not exists (select from delegation d
                 where d.authority_id = new.authority_id and d.stands_in = new.by_person
                   and d.for_person = new.acting_for and d.role = new.by_role
                   and d.starts <= new.at and new.at < delegation_over(d)) then
    raise exception 'Person % does not stand in for person % at %', new.by_person, new.acting_for, new.at
      using errcode = 'restrict_violation', constraint = 'acts_while_delegated';
  end if;
  return new;
end
$$;
create trigger acts_while_delegated before insert on case_event
  for each row when (new.acting_for <> new.by_person) execute function acts_while_delegated();
