-- Whom of the register an approach was made to, for which home of theirs, and which approved profile they were sent. Who is not in
-- the register, and what was written before it, has none: the name that was typed stands in `said`.
alter table search_entry
  add column provider_id bigint,
  add column setting_id bigint,
  add column profile_version integer,
  add foreign key (authority_id, provider_id) references provider,
  add foreign key (authority_id, setting_id) references care_setting,
  add foreign key (authority_id, case_id, profile_version) references profile_version,
  add constraint profiles_go_with_approaches check (
    profile_version is null or (kind = 'approach' and coalesce(provider_id, setting_id) is not null)),
  -- Approaches of before were only said to be by the portal: those stay as they were written.
  add constraint by_portal_with_its_profile check (
    kind <> 'approach' or said ->> 'channel' is distinct from 'portal'
      or (provider_id is not null and profile_version is not null)) not valid;
create index search_entry_provider on search_entry (authority_id, provider_id, case_id) where provider_id is not null;

-- What is said of an approach, a question or an offer is of the same provider, whoever writes it. A wall for providers stands on this.
create function of_the_same_provider() returns trigger language plpgsql as $$
begin
  select provider_id into new.provider_id from search_entry
    where authority_id = new.authority_id and case_id = new.case_id and number = new.about;
  return new;
end
$$;
create trigger of_the_same_provider before insert on search_entry
  for each row when (new.about is not null) execute function of_the_same_provider();
