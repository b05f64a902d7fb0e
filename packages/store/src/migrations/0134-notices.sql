-- Notices: what one person is told of. They are saved with what they tell of, in one transaction, and nothing here is ever
-- changed: that one was read, or is about nothing any more, is a second record. No notice says anything of a child: who it
-- is, and whether whoever was told may know, is looked up when they open it.
create table notice (
  authority_id  text not null default current_authority() references authority,
  id            bigint generated always as identity,
  to_person     bigint not null,
  kind          text not null check (kind ~ '^[a-z][a-z-]*$'),
  urgent        boolean not null,
  at            timestamptz not null,
  -- What happened, so that nobody is told of it twice.
  key           text not null check (key <> ''),
  -- What it is about; neither where it is what is due for children.
  case_id       bigint,
  delegation_id bigint,
  primary key (authority_id, id),
  constraint told_once unique (authority_id, to_person, key),
  foreign key (authority_id, to_person) references person,
  foreign key (authority_id, case_id) references workflow_case,
  foreign key (authority_id, delegation_id) references delegation,
  constraint about_one_thing check (num_nonnulls(case_id, delegation_id) <= 1)
);
create index notice_of_person on notice (authority_id, to_person, at desc);
create index notice_of_case on notice (authority_id, case_id, kind);
select tenant_table('notice', 'select, insert');

create table notice_read (
  authority_id text not null default current_authority(),
  notice_id    bigint not null,
  at           timestamptz not null,
  -- Not read by whoever was told: it was about what somebody has done meanwhile.
  moved_on     boolean not null,
  primary key (authority_id, notice_id),
  foreign key (authority_id, notice_id) references notice
);
select tenant_table('notice_read', 'select, insert');

-- How a person wants to be told by e-mail of what is not urgent. The last one counts.
create table notice_choice (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  person_id    bigint not null,
  at           timestamptz not null,
  by_mail      text not null check (by_mail in ('at-once', 'daily', 'never')),
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index notice_choice_of_person on notice_choice (authority_id, person_id, id desc);
select tenant_table('notice_choice', 'select, insert');

-- E-mail that is to be sent: of one notice, or of all that a day brought. It is written with what it tells of and sent later,
-- so that no decision waits for a mail server. Its words are made when it is sent, and are the same for everybody.
create table mail (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  to_person    bigint not null,
  urgent       boolean not null,
  key          text not null check (key <> ''),
  notice_id    bigint,
  -- Of a day's: how many notices of each kind.
  gathered     jsonb check (jsonb_typeof(gathered) = 'object'),
  written_at   timestamptz not null,
  -- Not before then: held outside the hours of mail.
  due_at       timestamptz not null,
  tries        integer not null default 0,
  next_at      timestamptz not null,
  -- Why the last try failed, as the mail server said.
  fault        text,
  -- To which it was sent.
  address      text,
  ended_at     timestamptz,
  ended        text check (ended in ('sent', 'given-up', 'not-needed')),
  primary key (authority_id, id),
  constraint written_once unique (authority_id, to_person, key),
  foreign key (authority_id, to_person) references person,
  foreign key (authority_id, notice_id) references notice,
  constraint of_one_or_of_many check (num_nonnulls(notice_id, gathered) = 1),
  constraint mail_ends_somehow check ((ended_at is null) = (ended is null))
);
create index mail_waiting on mail (authority_id, next_at) where ended_at is null;
create index mail_of_person on mail (authority_id, to_person, id desc);
create index mail_of_notice on mail (authority_id, notice_id);
select tenant_table('mail', 'select, insert, update (tries, next_at, fault, address, ended_at, ended)');

create function mail_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is null then return new; end if;
  raise exception 'Mail % is over, and is kept as it was', old.id using errcode = 'restrict_violation';
end
$$;
create trigger mail_ends_once before update on mail for each row execute function mail_ends_once();
