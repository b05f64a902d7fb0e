-- When a hold was lengthened last, and the end that it had at first. Of the days between, its search has a place since then, and of those
-- before since it was held: between two searches for one bed that is what counts.
alter table place_taken
  add column lengthened_from timestamptz,
  add column lengthened_at timestamptz,
  add constraint lengthened_from_an_end check ((lengthened_from is null) = (lengthened_at is null));
grant update (lengthened_from, lengthened_at) on place_taken to rightplace_app;

create or replace function only_cut_short() returns trigger language plpgsql as $$
declare
  lengthening constant text[] := '{during,lengthened_why,lengthened_from,lengthened_at}';
begin
  if (old.ended is null or (old.ended = 'filled' and new.ended = 'released')) and new.ended is not null
     and (isempty(new.during) or (lower(new.during) = lower(old.during) and new.during <@ old.during))
     and to_jsonb(new) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[]
       = to_jsonb(old) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[] then
    return new;
  end if;
  if old.kind = 'hold' and old.ended is null and new.ended is null
     and lower(new.during) = lower(old.during) and new.during @> old.during
     and to_jsonb(new) - lengthening = to_jsonb(old) - lengthening then
    return new;
  end if;
  raise exception 'What held a place may only be ended, or a hold be lengthened' using errcode = 'restrict_violation';
end
$$;
