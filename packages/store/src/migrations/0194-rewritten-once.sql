-- That something was put right by hand was drawn for each row of it, which for many rows took longer with every one: each draw reads past
-- all before it in the transaction. It is drawn once in a transaction now, told by the transaction that drew it last. Whatever draws a
-- version of all the cases first takes that away, so that no number of a transaction of another server, brought over by a backup, stands
-- for one to come. A draw that is undone, with a savepoint as well, leaves none behind, and the next is made.
alter table cases_known add column rewritten_in xid8;

create or replace function cases_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  changed text := case when tg_op = 'DELETE' then old.authority_id else new.authority_id end;
begin
  perform from public.cases_known
    where authority_id = changed and xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text;
  if not found then
    insert into public.cases_known (authority_id, version) values (changed, gen_random_uuid())
      on conflict (authority_id) do update set version = excluded.version, rewritten_in = null;
  end if;
  return null;
end
$$;

create or replace function cases_rewritten() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
begin
  perform from public.cases_known
    where authority_id = old.authority_id and rewritten_in = pg_current_xact_id();
  if found then
    return null;
  end if;
  update public.cases_known set rewritten = gen_random_uuid(), rewritten_in = pg_current_xact_id()
    where authority_id = old.authority_id;
  if not found then
    raise exception 'What was rewritten for % cannot be told to those who keep what they read', old.authority_id;
  end if;
  return null;
end
$$;
