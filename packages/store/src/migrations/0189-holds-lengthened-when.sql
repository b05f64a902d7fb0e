-- Each time that a hold was lengthened, the first first: from which end on, and when. Of the days since that end its search has a place
-- since then, and of those before as it was: between two searches for one bed that is what counts.
alter table place_taken
  add column lengthened jsonb not null default '[]' check (jsonb_typeof(lengthened) = 'array');
grant update (lengthened) on place_taken to rightplace_app;

create or replace function only_cut_short() returns trigger language plpgsql as $$
declare
  lengthening constant text[] := '{during,lengthened_why,lengthened}';
begin
  if (old.ended is null or (old.ended = 'filled' and new.ended = 'released')) and new.ended is not null
     and (isempty(new.during) or (lower(new.during) = lower(old.during) and new.during <@ old.during))
     and to_jsonb(new) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[]
       = to_jsonb(old) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[] then
    return new;
  end if;
  if old.kind = 'hold' and old.ended is null and new.ended is null
     and lower(new.during) = lower(old.during) and new.during @> old.during
     and (new.lengthened = old.lengthened or new.lengthened - (-1) = old.lengthened)
     and to_jsonb(new) - lengthening = to_jsonb(old) - lengthening then
    return new;
  end if;
  raise exception 'What held a place may only be ended, or a hold be lengthened' using errcode = 'restrict_violation';
end
$$;
