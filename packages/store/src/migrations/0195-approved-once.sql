-- What the director says of an approval while it stands, as that a word was theirs, is no approval anew: what the provider was sent of
-- the child since the approval is theirs to read on. Nothing else is new. The same as lastApproval in domain/search/approval.ts says.
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
      select number, at, step, from_state, to_state, said from case_event
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
        and sent_at >= (
          select at from events where to_state = 'approved' and from_state is distinct from to_state
          order by number desc limit 1)
      else false
    end
  $$;
