-- What a provider answers by the portal is an entry of the search's log, like everything else that is said in it (0143), written by
-- somebody of the provider instead of by somebody of the staff.
alter table search_entry
  alter column by_person drop not null,
  add column by_portal_person bigint,
  -- The approach by the portal to which an entry belongs, itself included: a referral. Null for what was said by other ways.
  add column referral integer,
  add constraint by_one_or_the_other check (num_nonnulls(by_person, by_portal_person) = 1),
  -- A person of a provider writes of what their own provider was sent, and nothing that is the staff's to say.
  add constraint providers_say_what_is_theirs check (by_portal_person is null or (
    referral is not null and about is not null and acting_for is null and by_role = 'external-provider'
    and kind in ('opened', 'question', 'declined', 'offer', 'withdrawn'))),
  add constraint one_portal_form_one_entry unique (authority_id, case_id, by_portal_person, key),
  add foreign key (authority_id, by_portal_person, provider_id) references portal_person (authority_id, id, provider_id),
  add constraint provider_is_known check (by_portal_person is null or provider_id is not null);
create index search_entry_referral on search_entry (authority_id, provider_id) where referral is not null;

-- Whoever writes it: what is about a referral is of the referral.
create function of_the_same_referral() returns trigger language plpgsql as $$
begin
  if new.about is null then
    new.referral := case when new.said ->> 'channel' = 'portal' then new.number end;
  else
    select referral into new.referral from search_entry
      where authority_id = new.authority_id and case_id = new.case_id and number = new.about;
  end if;
  return new;
end
$$;
create trigger of_the_same_referral before insert on search_entry
  for each row execute function of_the_same_referral();

-- The wall. As the portal's role only what this provider was sent is there: of the log the referrals, and what was said between the
-- two, never what the staff note of an offer among themselves; of profiles the versions that were sent. The role is asked for by name
-- because the owner of the tables is a member of it too and is not to be bound by this: a backup would leave rows out.
grant select (authority_id, case_id, number, at, kind, about, by_portal_person, said, key, provider_id, setting_id,
  profile_version, referral) on search_entry to rightplace_portal;
grant insert (case_id, number, at, kind, about, by_portal_person, by_role, said, key) on search_entry to rightplace_portal;
create policy own_referrals on search_entry as restrictive to rightplace_portal
  using ((select current_user) <> 'rightplace_portal' or (
    provider_id = (select current_provider()) and referral is not null
    and kind in ('approach', 'opened', 'question', 'answer', 'declined', 'no-reply', 'offer', 'withdrawn', 'outcome')))
  with check ((select current_user) <> 'rightplace_portal' or (
    provider_id = (select current_provider()) and by_portal_person is not null));

grant select (authority_id, case_id, version, content, approved_at) on profile_version to rightplace_portal;
create policy sent_to_the_provider on profile_version as restrictive to rightplace_portal
  using ((select current_user) <> 'rightplace_portal' or exists (
    select from search_entry e where e.authority_id = profile_version.authority_id
      and e.case_id = profile_version.case_id and e.profile_version = profile_version.version));
