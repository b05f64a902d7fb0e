-- A provider that was told that theirs is not the home, and later that it is, was shut out of what it was sent, and could be sent nothing.
-- Of what they were told at two times the newer stands, at one moment that theirs is not the home: that it is chosen they were told when
-- that was recorded, while their offer is the chosen one and the approval stands. The same as toldItIsOver in domain/search/told-chosen.ts
-- says.
create function was_told_it_is_over(of_case bigint, of_approach integer) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with log as (
      select number, at, kind, about, said from search_entry
      where authority_id = (select current_authority()) and case_id = of_case),
    told as (
      select at, said ->> 'outcome' as outcome from log where kind = 'outcome' and about = of_approach
      order by number desc limit 1),
    offers as (
      select number, about, 'Offer ' || row_number() over (order by number) || ': ' || coalesce(said ->> 'home', '') as key
      from log where kind = 'offer'),
    events as (
      select number, at, step, from_state, to_state, said from case_event
      where authority_id = (select current_authority()) and case_id = of_case)
    select exists (select from told where outcome in ('not-chosen', 'closed')) and not (
      exists (
        select from case_standing where authority_id = (select current_authority()) and case_id = of_case
          and state in ('notified', 'contract', 'move-date-confirmed', 'moved', 'closed'))
      and exists (
        select from offers o where o.about = of_approach
          and o.key = (select said ->> 'offer' from events where step = 'choose' order by number desc limit 1)
          and not exists (select from log w where w.kind = 'withdrawn' and w.about = o.number))
      and coalesce((
        select at from events where to_state = 'notified' and from_state is distinct from to_state
        order by number desc limit 1) > (select at from told), false))
  $$;
revoke execute on function was_told_it_is_over(bigint, integer) from public;

-- Nothing more than that is new in the two.
create or replace function disclosure_stands(of_case bigint, of_approach integer, of_stage text, sent_at timestamptz) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with standing as (
      select state from case_standing where authority_id = (select current_authority()) and case_id = of_case),
    log as (
      select number, kind, about, said from search_entry
      where authority_id = (select current_authority()) and case_id = of_case),
    offers as (
      select number, about, 'Offer ' || row_number() over (order by number) || ': ' || coalesce(said ->> 'home', '') as key,
        exists (select from log w where w.kind = 'withdrawn' and w.about = o.number) as is_withdrawn,
        exists (select from log n where n.kind = 'not-wanted' and n.about = o.number) as is_unwanted,
        (select d.kind from log d where d.kind in ('shared', 'unsuitable') and d.about = o.number
         order by d.number desc limit 1) as decision
      from log o where kind = 'offer'),
    events as (
      select number, at, step, from_state, to_state, said from case_event
      where authority_id = (select current_authority()) and case_id = of_case)
    select not was_told_it_is_over(of_case, of_approach) and case of_stage
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
        and sent_at >= (
          select at from events where to_state = 'approved' and from_state is distinct from to_state
          order by number desc limit 1)
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
      and not was_told_it_is_over(of_case, of_approach)
  $$;
