-- Searches that were closed before whoever was said to have approved the home denied it: a director has yet to decide on the home, and
-- the search is on their list till then, as one is of which this happens from now on. Whether the child has left the home since, the
-- list itself asks of the record.
do $$
declare
  before text := current_setting('rightplace.authority', true);
  each   record;
begin
  -- Whoever keeps what they read is told of each authority while it is the one that is looked at.
  set constraints known immediate;
  for each in select authority_id from list_authorities() loop
    perform set_config('rightplace.authority', each.authority_id, true);
    update case_standing s set open_words = s.open_words + 1
    where s.authority_id = each.authority_id and s.workflow = 'placement-request' and s.state = 'closed' and exists (
      select from case_event denial
      where denial.authority_id = s.authority_id and denial.case_id = s.case_id and denial.kind = 'deny'
        and denial.from_state in ('moved', 'closed') and not exists (
          select from case_event later
          where later.authority_id = denial.authority_id and later.case_id = denial.case_id
            and later.number > denial.number and later.step = 'approve-after-move'));
  end loop;
  perform set_config('rightplace.authority', coalesce(before, ''), true);
  set constraints known deferred;
end
$$;
