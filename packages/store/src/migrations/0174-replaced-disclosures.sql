-- What was sent of a later stage is read until the stage is sent again for the same approach: what was put right in it would be
-- read still by the old address. The same as isReplaced in domain/search/disclosure.ts says.
alter policy sent_to_the_provider on profile_version
  using ((select current_user) <> 'rightplace_portal' or exists (
    select from search_entry e where e.authority_id = profile_version.authority_id
      and e.case_id = profile_version.case_id and e.profile_version = profile_version.version
      and case profile_version.stage
        when 'profile' then e.kind = 'approach'
        else e.kind = 'disclosed' and disclosure_stands(e.case_id, e.referral, profile_version.stage, e.at)
          and not exists (select from search_entry later where later.authority_id = e.authority_id
            and later.case_id = e.case_id and later.referral = e.referral and later.kind = 'disclosed'
            and later.number > e.number and later.said ->> 'stage' = e.said ->> 'stage') end));
