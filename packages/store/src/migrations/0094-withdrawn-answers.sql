-- An answer that stood may be withdrawn, with a reason: the finding is open again, and another answer may be given. What was
-- answered and decided stays as it was.
alter table finding_answer
  add column withdrawn_by bigint,
  add column withdrawn_at timestamptz,
  add column withdrawn_why text,
  add foreign key (authority_id, withdrawn_by) references person,
  add constraint answer_withdrawn_whole check (
    (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_why is null)),
  add constraint withdrawal_says_why check (btrim(withdrawn_why) <> ''),
  -- Only what stands is withdrawn.
  add constraint refused_is_not_withdrawn check (withdrawn_at is null or decision is distinct from 'refused');
grant update (withdrawn_by, withdrawn_at, withdrawn_why) on finding_answer to rightplace_app;

drop index one_answer_stands;
create unique index one_answer_stands on finding_answer (authority_id, finding_id)
  where lapsed_check is null and withdrawn_at is null and decision is distinct from 'refused';

create or replace function answer_is_kept() returns trigger language plpgsql as $$
begin
  if old.lapsed_check is not null or old.withdrawn_at is not null or (old.decision is not null and
     (new.decision, new.decided_by, new.decided_at, new.note)
       is distinct from (old.decision, old.decided_by, old.decided_at, old.note)) then
    raise exception 'Answer % was decided, withdrawn or has lapsed, and is kept as it was', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
