-- A hold may be lengthened while it runs: its end moves on, within 28 days from its start, and from 14 days on with the reason. That
-- nobody else has the place then is held by the same exclusion constraint. The first day is held besides, and an hour more is
-- for the change of the clocks.
alter table place_taken
  add column lengthened_why text check (length(lengthened_why) between 1 and 500),
  add constraint holds_have_an_end check (
    kind <> 'hold' or isempty(during) or upper(during) <= lower(during) + interval '29 days 1 hour'),
  add constraint long_holds_say_why check (
    kind <> 'hold' or isempty(during) or upper(during) <= lower(during) + interval '15 days 1 hour'
      or lengthened_why is not null);
grant update (lengthened_why) on place_taken to rightplace_app;

-- It is cut short once, as before, or, a hold that was not ended, made longer and nothing else.
create or replace function only_cut_short() returns trigger language plpgsql as $$
begin
  if (old.ended is null or (old.ended = 'filled' and new.ended = 'released')) and new.ended is not null
     and (isempty(new.during) or (lower(new.during) = lower(old.during) and new.during <@ old.during))
     and to_jsonb(new) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[]
       = to_jsonb(old) - '{during,ended,ended_by,ended_at,why,filled_on}'::text[] then
    return new;
  end if;
  if old.kind = 'hold' and old.ended is null and new.ended is null
     and lower(new.during) = lower(old.during) and new.during @> old.during
     and to_jsonb(new) - '{during,lengthened_why}'::text[] = to_jsonb(old) - '{during,lengthened_why}'::text[] then
    return new;
  end if;
  raise exception 'What held a place may only be ended, or a hold be lengthened' using errcode = 'restrict_violation';
end
$$;
