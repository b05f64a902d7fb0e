-- E-mail to the people of providers is written, held, tried again and given up like all other e-mail (0134). It is of one of few
-- kinds and of nothing else, so no row here can say anything of a child.
alter table mail
  alter column to_person drop not null,
  add column to_portal_person bigint,
  add column portal_kind text check (portal_kind in ('invitation', 'referral', 'news')),
  drop constraint of_one_or_of_many,
  add constraint of_one_thing check (num_nonnulls(notice_id, gathered, portal_kind) = 1),
  add constraint to_one_person check (num_nonnulls(to_person, to_portal_person) = 1),
  add constraint to_providers_of_their_kinds check ((to_portal_person is null) = (portal_kind is null)),
  add constraint written_once_to_portal unique (authority_id, to_portal_person, key),
  add foreign key (authority_id, to_portal_person) references portal_person;

-- The link of an e-mail is made while it is sent, and is another than the officer was shown: of neither is more kept than a hash,
-- and whoever reads the e-mail that waits here finds none. Whichever is followed first is the invitation.
alter table portal_invitation
  add column mailed_hash bytea check (octet_length(mailed_hash) = 32),
  add constraint mailed_link_is_one_persons unique (authority_id, mailed_hash);
grant update (mailed_hash) on portal_invitation to rightplace_app;
