-- What was typed when a session had ended is kept for whoever typed it, however the session ended, and put back into
-- its form.

-- The person this transaction acts for. Without one it is null and equals nobody.
create function current_person() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('rightplace.person', true), '')::bigint;

-- Whose a session was that has ended. Nobody is ever signed in by this table: it is not looked at for that. It only says
-- for whom a form is kept that was opened in a session which has ended since.
create table ended_session (
  authority_id text not null default current_authority() references authority,
  secret_hash  bytea not null check (octet_length(secret_hash) = 32),
  person_id    bigint not null,
  ended_at     timestamptz not null,
  primary key (authority_id, secret_hash),
  foreign key (authority_id, person_id) references person
);
create index ended_session_of_person on ended_session (authority_id, person_id);
select tenant_table('ended_session', 'select, insert, delete');
comment on table session is 'Sessions, timed-out ones included for some days: a form sent too late is kept for its person.';

-- That something is kept stays readable within the authority, so that it can be cleared away in time. What it says is
-- behind a second wall: a statement that forgot to ask whose it is would still find its own person's alone. What waits
-- at the moment of this change was typed within the last day and is not carried over.
alter table pending_form drop column fields;
alter table pending_form add column page text not null default '/' check (page ~ '^/' and length(page) <= 2000);
alter table pending_form add unique (authority_id, id, person_id);
grant update (page) on pending_form to rightplace_app;

create table pending_form_text (
  authority_id text not null default current_authority() references authority,
  form_id      bigint not null,
  person_id    bigint not null,
  -- Name and value, in order.
  fields       jsonb not null check (jsonb_typeof(fields) = 'array'),
  primary key (authority_id, form_id),
  foreign key (authority_id, form_id, person_id) references pending_form (authority_id, id, person_id) on delete cascade
);
select tenant_table('pending_form_text', 'select, insert, update (fields)');
create policy own_person on pending_form_text as restrictive
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
