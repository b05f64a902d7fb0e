-- Whether a transaction has drawn a version of all the cases already is told by its having written the row last. What is put right by hand
-- writes it too, and where it did so before anything was added the version stayed as it was. It is drawn with it now, so that whoever
-- writes the row has drawn one.
create or replace function cases_rewritten() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
begin
  perform from public.cases_known
    where authority_id = old.authority_id and rewritten_in = pg_current_xact_id();
  if found then
    return null;
  end if;
  update public.cases_known
    set rewritten = gen_random_uuid(), rewritten_in = pg_current_xact_id(), version = gen_random_uuid()
    where authority_id = old.authority_id;
  if not found then
    raise exception 'What was rewritten for % cannot be told to those who keep what they read', old.authority_id;
  end if;
  return null;
end
$$;
