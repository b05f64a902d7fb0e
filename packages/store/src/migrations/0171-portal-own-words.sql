-- A provider may telephone about a referral, and an officer notes what they said: a question, a refusal, an offer. Such a note is the
-- staff's own, in words that nobody has looked through for who the child is. The provider sees what the staff write to them, which
-- was looked through, and what their own people wrote (0166).
alter policy own_referrals on search_entry
  using ((select current_user) <> 'rightplace_portal' or (
    provider_id = (select current_provider()) and referral is not null
    and (kind in ('approach', 'answer', 'outcome')
      or (by_portal_person is not null and kind in ('opened', 'question', 'declined', 'offer', 'withdrawn')))));
