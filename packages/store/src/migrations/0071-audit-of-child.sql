-- Which entries of the audit are about a child or name them: lists, downloads, pages of brothers and sisters. It is only
-- an index to the audit, which stays what is true. It is a table because an index on the detail would not be used: under
-- row-level security PostgreSQL asks an index only with operators that cannot leak, and looking into JSON is not one.
create table audit_child (
  authority_id text not null default current_authority() references authority,
  -- As it was written, so that an entry outlives the child's record.
  child_id     text not null,
  seq          bigint not null,
  primary key (authority_id, child_id, seq),
  foreign key (authority_id, seq) references audit
);
select tenant_table('audit_child', 'select');
grant insert on audit_child to rightplace_auditor;
create trigger append_only before update or delete or truncate on audit_child
  for each statement execute function audit_is_append_only();

-- The children an entry is about: its subject, and those in `children` of its detail.
create function audit_children(subject_kind text, subject_id text, detail jsonb) returns setof text
  language sql immutable parallel safe
begin atomic
  select subject_id where subject_kind = 'child' and subject_id is not null
  union
  select named #>> '{}' from jsonb_array_elements(
    case when jsonb_typeof(detail -> 'children') = 'array' then detail -> 'children' else '[]' end) named
  where jsonb_typeof(named) = 'string';
end;

create or replace function append_audit(
  at timestamptz, actor text, action text, subject_kind text, subject_id text, why text, detail jsonb
) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, public
as $$
declare
  tenant text := public.current_authority();
  head   public.audit_head;
  fresh  bytea;
begin
  if tenant is null then
    raise exception 'An audit entry belongs to an authority, and none is set' using errcode = 'insufficient_privilege';
  end if;
  select * into head from public.audit_head h where h.authority_id = tenant for update;
  if not found then
    insert into public.audit_head (authority_id, seq, hash) values (tenant, 0, '\x') on conflict do nothing;
    select * into strict head from public.audit_head h where h.authority_id = tenant for update;
  end if;
  fresh := public.audit_hash(head.hash, tenant, head.seq + 1, at, actor, action, subject_kind, subject_id, why, detail);
  insert into public.audit (authority_id, seq, at, actor, action, subject_kind, subject_id, why, detail, prev_hash, hash)
  values (tenant, head.seq + 1, at, actor, action, subject_kind, subject_id, why, detail, head.hash, fresh);
  insert into public.audit_child (authority_id, child_id, seq)
  select tenant, child, head.seq + 1 from public.audit_children(subject_kind, subject_id, detail) child;
  update public.audit_head h set seq = head.seq + 1, hash = fresh where h.authority_id = tenant;
  return head.seq + 1;
end
$$;

-- Entries from before, authority by authority: nobody sees the rows of two at once, the owner of the tables included.
do $$
declare
  before text := current_setting('rightplace.authority', true);
  each   record;
begin
  for each in select authority_id from list_authorities() loop
    perform set_config('rightplace.authority', each.authority_id, true);
    insert into audit_child (authority_id, child_id, seq)
    select a.authority_id, child, a.seq
    from audit a, audit_children(a.subject_kind, a.subject_id, a.detail) child
    where a.authority_id = each.authority_id;
  end loop;
  perform set_config('rightplace.authority', coalesce(before, ''), true);
end
$$;
