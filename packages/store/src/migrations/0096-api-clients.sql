-- Other systems that may read figures: Power BI and the like. Each brings a token, `rightplace.AUTHORITY.NUMBER.secret`. The
-- authority and the number are no secret and say where to look; the secret is 256 random bits, of which only a SHA-256 hash
-- is kept. It needs neither salt nor a slow hash: what makes those necessary is that people choose guessable passwords.
create table api_client (
  authority_id    text not null default current_authority() references authority,
  id              bigint generated always as identity,
  name            text not null check (btrim(name) <> ''),
  organisation    text not null check (btrim(organisation) <> ''),
  -- What it reads figures for: it goes into the audit of every request.
  purpose         text not null check (btrim(purpose) <> ''),
  scope           text not null check (scope in ('figures-rounded', 'figures', 'children', 'children-named')),
  secret_hash     bytea not null check (octet_length(secret_hash) = 32),
  made_by         bigint not null,
  made_at         timestamptz not null,
  -- The last day on which it works, by London's clock.
  last_day        date not null,
  agreed_by       bigint,
  agreed_at       timestamptz,
  revoked_by      bigint,
  revoked_at      timestamptz,
  last_used_at    timestamptz,
  -- Requests in the minute that began then: every process that serves the client counts here.
  counted_from    timestamptz,
  counted         integer not null default 0,
  primary key (authority_id, id),
  foreign key (authority_id, made_by) references person,
  foreign key (authority_id, agreed_by) references person,
  foreign key (authority_id, revoked_by) references person,
  constraint within_twelve_months
    check (last_day <= ((made_at at time zone 'Europe/London')::date + interval '12 months')::date),
  constraint agreed_whole check ((agreed_by is null) = (agreed_at is null)),
  constraint a_second_person_agrees check (agreed_by is distinct from made_by),
  constraint revoked_whole check ((revoked_by is null) = (revoked_at is null))
);
select tenant_table('api_client', 'select, insert, update (agreed_by, agreed_at, revoked_by, revoked_at, last_used_at, counted_from, counted)');

-- What was agreed or revoked stays so, and what was made is not made anew under the same number.
create function api_client_is_kept() returns trigger language plpgsql as $$
begin
  if (old.agreed_at is not null and (new.agreed_by, new.agreed_at) is distinct from (old.agreed_by, old.agreed_at))
     or (old.revoked_at is not null and (new.revoked_by, new.revoked_at) is distinct from (old.revoked_by, old.revoked_at))
     or (old.revoked_at is not null and new.agreed_at is distinct from old.agreed_at) then
    raise exception 'What was decided about client % is kept as it was', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger kept before update on api_client for each row execute function api_client_is_kept();
