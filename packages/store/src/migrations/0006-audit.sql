-- The audit: who did or saw what, when and why. Each authority has one chain: every entry carries the hash of the one
-- before, so that changing, removing or moving any entry breaks all that follow.

create table audit (
  authority_id text not null default current_authority() references authority,
  seq          bigint not null,
  at           timestamptz not null,
  -- Who, as text so that an entry outlives the person's record: a person's number, or the name of a command.
  actor        text not null,
  action       text not null,
  subject_kind text,
  subject_id   text,
  why          text,
  detail       jsonb,
  prev_hash    bytea not null,
  hash         bytea not null,
  primary key (authority_id, seq)
);
create index audit_subject on audit (authority_id, subject_kind, subject_id, seq);
create index audit_actor on audit (authority_id, actor, seq);
select tenant_table('audit', 'select');
grant select, insert on audit to rightplace_auditor;

-- The chain's end, kept apart so that cutting entries off the end is noticed too.
create table audit_head (
  authority_id text primary key default current_authority() references authority,
  seq          bigint not null,
  hash         bytea not null
);
select tenant_table('audit_head', 'select');
grant select, insert, update on audit_head to rightplace_auditor;
grant references, select on authority to rightplace_auditor;

-- Nobody rewrites the audit, its owner included.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();
create trigger append_only before delete or truncate on audit_head
  for each statement execute function audit_is_append_only();

create function audit_head_moves_on() returns trigger language plpgsql as $$
begin
  if new.seq = old.seq + 1 and new.authority_id = old.authority_id then return new; end if;
  raise exception 'The audit''s head only moves on by one entry' using errcode = 'restrict_violation';
end
$$;
create trigger moves_on before update on audit_head for each row execute function audit_head_moves_on();

-- One field of the text that is hashed: its length in bytes, a colon, itself and a comma; '-,' when there is none.
-- Lengths make the text unambiguous whatever the fields hold.
create function audit_field(field text) returns text
  language sql immutable parallel safe
  return coalesce(octet_length(field)::text || ':' || field || ',', '-,');

create function audit_hash(
  prev_hash bytea, authority_id text, seq bigint, at timestamptz, actor text, action text,
  subject_kind text, subject_id text, why text, detail jsonb
) returns bytea
  language sql stable parallel safe
  return sha256(prev_hash || convert_to(
    audit_field(authority_id) || audit_field(seq::text)
    || audit_field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_field(actor) || audit_field(action) || audit_field(subject_kind) || audit_field(subject_id)
    || audit_field(why) || audit_field(detail::text), 'UTF8'));

-- The only way in. It takes the chain's end and holds it until the transaction is over, so that writers at the same
-- time wait for one another and the chain cannot fork. Append last in a transaction: others wait until it ends.
create function append_audit(
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
  update public.audit_head h set seq = head.seq + 1, hash = fresh where h.authority_id = tenant;
  return head.seq + 1;
end
$$;

grant create on schema public to rightplace_auditor;
alter function append_audit(timestamptz, text, text, text, text, text, jsonb) owner to rightplace_auditor;
revoke create on schema public from rightplace_auditor;
revoke execute on function append_audit(timestamptz, text, text, text, text, text, jsonb) from public;
grant execute on function append_audit(timestamptz, text, text, text, text, text, jsonb) to rightplace_app;
