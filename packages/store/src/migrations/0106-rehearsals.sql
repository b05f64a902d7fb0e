-- A rehearsal is a return frozen to see how far it is, before it is submitted. It is kept as a submission is, byte for byte,
-- but counts as none: nothing is compared with it unless somebody asks, and whoever may freeze may take it away again.
alter table return_freeze
  add column kind text not null default 'submission' check (kind in ('submission', 'rehearsal')),
  drop constraint return_freeze_authority_id_collection_year_version_key,
  add constraint freeze_of_version unique (authority_id, collection_year, kind, version);

create function freeze_taken_away() returns trigger language plpgsql as $$
begin
  if old.kind = 'rehearsal' then return old; end if;
  raise exception 'A submitted return is kept as it was: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;
create function freeze_file_taken_away() returns trigger language plpgsql as $$
begin
  if exists (select from return_freeze f where f.authority_id = old.authority_id and f.id = old.freeze_id
             and f.kind = 'rehearsal') then
    return old;
  end if;
  raise exception 'A submitted return is kept as it was: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

drop trigger kept on return_freeze;
drop trigger kept on return_freeze_file;
create trigger kept before update or truncate on return_freeze for each statement execute function freeze_is_kept();
create trigger kept before update or truncate on return_freeze_file for each statement execute function freeze_is_kept();
create trigger taken_away before delete on return_freeze for each row execute function freeze_taken_away();
create trigger taken_away before delete on return_freeze_file for each row execute function freeze_file_taken_away();
grant delete on return_freeze, return_freeze_file to rightplace_app;
