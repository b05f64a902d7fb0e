-- Whether a provider still reads the first stage of a profile: until the search is over, or it was told that it is over for them. The
-- line in its list stays, with what became of it. The same as firstStageStands in domain/search/disclosure.ts says.
create function first_stage_stands(of_case bigint, of_approach integer) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select exists (
        select from case_standing where authority_id = (select current_authority()) and case_id = of_case
          and state not in ('placed', 'closed', 'not-permitted', 'no-placement-found', 'cancelled'))
      and coalesce((
        select said ->> 'outcome' from search_entry
        where authority_id = (select current_authority()) and case_id = of_case and kind = 'outcome' and about = of_approach
        order by number desc limit 1), '') not in ('not-chosen', 'closed')
  $$;
revoke execute on function first_stage_stands(bigint, integer) from public;
grant execute on function first_stage_stands(bigint, integer) to rightplace_app, rightplace_portal;

alter policy sent_to_the_provider on profile_version
  using ((select current_user) <> 'rightplace_portal' or exists (
    select from search_entry e where e.authority_id = profile_version.authority_id
      and e.case_id = profile_version.case_id and e.profile_version = profile_version.version
      and case profile_version.stage
        when 'profile' then e.kind = 'approach' and first_stage_stands(e.case_id, e.number)
        else e.kind = 'disclosed' and disclosure_stands(e.case_id, e.referral, profile_version.stage, e.at)
          and not exists (select from search_entry later where later.authority_id = e.authority_id
            and later.case_id = e.case_id and later.referral = e.referral and later.kind = 'disclosed'
            and later.number > e.number and later.said ->> 'stage' = e.said ->> 'stage') end));
