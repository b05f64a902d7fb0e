-- More of a profile goes to few providers: to those on the shortlist, and, who the child is, to the one whose offer the director
-- approved (domain/profile, domain/search). Versions are numbered on through all stages of a request.
alter table profile_version
  add column stage text not null default 'profile' check (stage in ('profile', 'shortlist', 'match')),
  -- Of what was written for the stage, that it was approved with; null where nothing was.
  add column added_revision integer;

-- What was said of words in the way holds at the stage at which it was said, and at those after it: what may be told to one provider
-- may not be told to all. With the match addresses of others go out once somebody says why the home has to know.
alter table profile_answer
  add column stage text not null default 'profile' check (stage in ('profile', 'shortlist', 'match')),
  drop constraint profile_answer_kind_check,
  add constraint profile_answer_kind_check check (
    stage = 'match' or kind not in ('full-name', 'address', 'postcode', 'phone', 'email', 'born'));

-- What the placements team writes for a stage besides the request. Each time it is saved is a revision of the whole.
create table profile_addition (
  authority_id text not null default current_authority() references authority,
  case_id      bigint not null,
  stage        text not null check (stage in ('shortlist', 'match')),
  revision     integer not null check (revision > 0),
  answers      jsonb not null check (jsonb_typeof(answers) = 'object'),
  saved_by     bigint not null,
  saved_at     timestamptz not null,
  -- Of the form, so that one sent twice is one revision.
  key          text not null check (key <> ''),
  primary key (authority_id, case_id, stage, revision),
  unique (authority_id, case_id, saved_by, key),
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, saved_by) references person
);
select tenant_table('profile_addition', 'select, insert');

-- Whether what was sent of a stage with an approach, at a moment, is still to be seen. The same as disclosureStands in
-- domain/search/disclosure.ts says of it, said here from the rows themselves: whatever the code above the database asks for, who a
-- child is is shown to nobody but the provider whose offer is approved. It tells whether and nothing else, so that a provider's
-- session may ask without reading what it is worked out from.
create function disclosure_stands(of_case bigint, of_approach integer, of_stage text, sent_at timestamptz) returns boolean
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
        and exists (select from offers where about = of_approach and not is_withdrawn
          and key = (select said ->> 'offer' from events where step = 'choose' order by number desc limit 1))
        and sent_at >= (select at from events where to_state = 'approved' order by number desc limit 1)
      else false
    end
  $$;
revoke execute on function disclosure_stands(bigint, integer, text, timestamptz) from public;
grant execute on function disclosure_stands(bigint, integer, text, timestamptz) to rightplace_app, rightplace_portal;

-- A later stage goes with an entry of its own, about the approach it is sent with.
alter table search_entry
  drop constraint profiles_go_with_approaches,
  add constraint profiles_go_with_approaches check (
    profile_version is null or kind = 'disclosed' or (kind = 'approach' and coalesce(provider_id, setting_id) is not null)),
  add constraint disclosed_with_its_profile check (
    kind <> 'disclosed' or (profile_version is not null and said ->> 'stage' is not null));

-- With an approach goes the first stage and no other; with a later stage exactly that, and only to whom it may go at that moment.
create function only_the_stage_that_may() returns trigger language plpgsql as $$
declare
  sent text := (select stage from profile_version
    where authority_id = new.authority_id and case_id = new.case_id and version = new.profile_version);
begin
  -- Of a version that there is not, the foreign key says so.
  if sent <> (case new.kind when 'approach' then 'profile' else new.said ->> 'stage' end)
    or (sent is not null and new.kind = 'disclosed' and not disclosure_stands(new.case_id, new.about, sent, new.at)) then
    raise exception 'only_the_stage_that_may: this stage of the profile does not go there now'
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger only_the_stage_that_may before insert on search_entry
  for each row when (new.profile_version is not null) execute function only_the_stage_that_may();

-- The wall for providers: that more was sent is theirs to know, and what was sent for as long as it stands.
alter policy own_referrals on search_entry
  using ((select current_user) <> 'rightplace_portal' or (
    provider_id = (select current_provider()) and referral is not null
    and (kind in ('approach', 'answer', 'outcome', 'disclosed')
      or (by_portal_person is not null and kind in ('opened', 'question', 'declined', 'offer', 'withdrawn')))));
grant select (stage) on profile_version to rightplace_portal;
alter policy sent_to_the_provider on profile_version
  using ((select current_user) <> 'rightplace_portal' or exists (
    select from search_entry e where e.authority_id = profile_version.authority_id
      and e.case_id = profile_version.case_id and e.profile_version = profile_version.version
      and case profile_version.stage
        when 'profile' then e.kind = 'approach'
        else e.kind = 'disclosed' and disclosure_stands(e.case_id, e.referral, profile_version.stage, e.at) end));
