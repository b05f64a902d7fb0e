-- Where the child has moved in on a word that whoever it was said to be of has denied since, no more of who the child is goes out on it.
-- What was sent before stands for as long as the child lives there, so that disclosure_stands says nothing of it. The same as recipientsAt
-- in domain/search/disclosure.ts says, until a director approves the home where the child lives; before the move a denial takes the search back, and the state says it.
create or replace function only_the_stage_that_may() returns trigger language plpgsql as $$
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
  if sent = 'match' and exists (
    select from (
      select number, word_of from case_event
      where authority_id = new.authority_id and case_id = new.case_id
        and (to_state = 'approved' and from_state is distinct from to_state or step = 'approve-after-move')
      order by number desc limit 1) approval
    join case_event denial on denial.authority_id = new.authority_id and denial.case_id = new.case_id
      and denial.kind = 'deny' and denial.by_person = approval.word_of
      and denial.said ->> 'answered-word' = approval.number::text) then
    raise exception 'only_the_stage_that_may: the approval of the home was denied'
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
