-- Places that nobody else can have: held for a search until a moment, or blocked for a reason. Free places of a setting are
-- counted from 1, and no two of these have the same one at once: two searches never hold one bed.
create table place_taken (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  setting_id   bigint not null,
  place        integer not null check (place between 1 and 200),
  kind         text not null check (kind in ('hold', 'block')),
  -- The search that it is held for.
  case_id      bigint,
  -- Why it is blocked.
  reason       text check (reason ~ '^[a-z][a-z-]*$'),
  note         text check (length(note) between 1 and 500),
  -- Runs out by the clock: nothing has to be done for that. What is given up or filled is cut short.
  during       tstzrange not null check (isempty(during) or (lower_inc(during) and not lower_inf(during) and not upper_inc(during))),
  made_by      bigint,
  made_at      timestamptz not null,
  -- The form by which it was made, so that one form sent twice is one hold.
  key          text not null check (key <> ''),
  ended        text check (ended in ('released', 'filled')),
  ended_by     bigint,
  ended_at     timestamptz,
  why          text check (length(why) between 1 and 500),
  -- The child's first day there.
  filled_on    date,
  primary key (authority_id, id),
  foreign key (authority_id, setting_id) references care_setting,
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, made_by) references person,
  foreign key (authority_id, ended_by) references person,
  constraint one_form_one_place unique nulls not distinct (authority_id, made_by, key),
  constraint holds_are_for_a_search check ((kind = 'hold') = (case_id is not null)),
  constraint holds_run_out check (kind <> 'hold' or not upper_inf(during)),
  constraint blocks_have_a_reason check ((kind = 'block') = (reason is not null)),
  constraint only_holds_are_filled check (ended is distinct from 'filled' or (kind = 'hold' and filled_on is not null)),
  constraint one_place_one_use exclude using gist (
    authority_id with =, setting_id with =, place with =, during with &&),
  constraint one_search_one_place exclude using gist (
    authority_id with =, setting_id with =, case_id with =, during with &&) where (kind = 'hold')
);
create index place_taken_case on place_taken (authority_id, case_id) where kind = 'hold';
select tenant_table('place_taken', 'select, insert, update (during, ended, ended_by, ended_at, why, filled_on)');

-- It is only ever cut short, and once, except that what was filled and came to nothing is given up after all.
create function only_cut_short() returns trigger language plpgsql as $$
begin
  if (old.ended is null or (old.ended = 'filled' and new.ended = 'released')) and new.ended is not null
     and (isempty(new.during) or (lower(new.during) = lower(old.during) and new.during <@ old.during))
     and to_jsonb(new) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[]
       = to_jsonb(old) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[] then
    return new;
  end if;
  raise exception 'What held a place may only be ended' using errcode = 'restrict_violation';
end
$$;
create trigger only_cut_short before update on place_taken for each row execute function only_cut_short();
