-- Whether the record still has the child in the home that a search came to. A stay goes on with the same carers, and where only details
-- were put right; a later change of home ends it, a second one on the day of the move, and the end of care. Where the record does not
-- say so, they are taken to have left. The same as stillLivesThere in domain/search/still-lives-there.ts says.
create function still_lives_there(of_case bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with the_move as (
      select coalesce(said ->> 'moved-on', said ->> 'placed-on') as moved_on from case_event
      where authority_id = (select current_authority()) and case_id = of_case and to_state = 'moved' and from_state is distinct from to_state
      order by number desc limit 1),
    homes as (
      select starts, ends, began from placement
      where authority_id = (select current_authority()) and upper_inf(recorded) and child_id = (
        select child_id from workflow_case where authority_id = (select current_authority()) and id = of_case)),
    changes as (
      select starts > moved_on::date as is_later from homes, the_move
      where began = 'changed' and starts >= moved_on::date)
    select exists (select from the_move where moved_on is not null)
      and exists (select from homes where ends is null)
      and not exists (select from changes where is_later)
      and (select count(*) from changes) <= 1
  $$;
revoke execute on function still_lives_there(bigint) from public;

-- A search whose child has moved in waits for its outcome, and the child may be gone before that is written.
create function has_left_home_of(of_case bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select exists (
        select from case_standing
        where authority_id = (select current_authority()) and case_id = of_case and state = 'moved')
      and not still_lives_there(of_case)
  $$;
revoke execute on function has_left_home_of(bigint) from public;

-- Nothing more than that is new in the two: what was sent is read no longer than the child lives there.
create or replace function disclosure_stands(of_case bigint, of_approach integer, of_stage text, sent_at timestamptz) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with standing as (
      select state from case_standing where authority_id = (select current_authority()) and case_id = of_case),
    log as (
      select number, kind, about, said from search_entry
      where authority_id = (select current_authority()) and case_id = of_case),
    told as (
      select said ->> 'outcome' as outcome from log where kind = 'outcome' and about = of_approach
      order by number desc limit 1),
    offers as (
      select number, about, 'Offer ' || row_number() over (order by number) || ': ' || coalesce(said ->> 'home', '') as key,
        exists (select from log w where w.kind = 'withdrawn' and w.about = o.number) as is_withdrawn,
        exists (select from log n where n.kind = 'not-wanted' and n.about = o.number) as is_unwanted,
        (select d.kind from log d where d.kind in ('shared', 'unsuitable') and d.about = o.number
         order by d.number desc limit 1) as decision
      from log o where kind = 'offer'),
    events as (
      select number, at, step, to_state, said from case_event
      where authority_id = (select current_authority()) and case_id = of_case)
    select not exists (select from told where outcome in ('not-chosen', 'closed')) and case of_stage
      when 'shortlist' then
        exists (select from standing where state in (
          'searching', 'in-house', 'framework', 'spot', 'direct', 'all-tiers', 'escalated', 'on-hold', 'offers-shared',
          'social-work-decision', 'negotiation', 'checks', 'with-director', 'approved', 'notified', 'contract',
          'move-date-confirmed'))
        and exists (select from offers where about = of_approach and decision = 'shared'
          and not is_withdrawn and not is_unwanted)
      when 'match' then
        exists (select from standing where state in ('approved', 'notified', 'contract', 'move-date-confirmed', 'moved'))
        and not has_left_home_of(of_case)
        and exists (select from offers where about = of_approach and not is_withdrawn
          and key = (select said ->> 'offer' from events where step = 'choose' order by number desc limit 1))
        and sent_at >= (select at from events where to_state = 'approved' order by number desc limit 1)
      else false
    end
  $$;

create or replace function first_stage_stands(of_case bigint, of_approach integer) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select exists (
        select from case_standing where authority_id = (select current_authority()) and case_id = of_case
          and state not in ('placed', 'closed', 'not-permitted', 'no-placement-found', 'cancelled'))
      and not has_left_home_of(of_case)
      and coalesce((
        select said ->> 'outcome' from search_entry
        where authority_id = (select current_authority()) and case_id = of_case and kind = 'outcome' and about = of_approach
        order by number desc limit 1), '') not in ('not-chosen', 'closed')
  $$;
