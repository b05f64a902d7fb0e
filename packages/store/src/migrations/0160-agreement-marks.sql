-- What is written down on the way from an agreement to its first payment: that it was sent, signed by either side, that the
-- countersigned copy is filed, that payments are set up; and that one of these was taken back. Rows are only ever added.
create table placement_agreement_mark (
  authority_id text not null default current_authority(),
  agreement_id bigint not null,
  number       integer not null check (number > 0),
  what         text not null check (what ~ '^[a-z][a-z-]*$'),
  said         jsonb not null check (jsonb_typeof(said) = 'object'),
  -- Which version of the agreement stood then: what was signed is that one.
  version      integer not null,
  by           bigint not null,
  at           timestamptz not null,
  -- Of the form, so that the same one sent twice is one mark.
  key          text not null check (key <> ''),
  primary key (authority_id, agreement_id, number),
  constraint marked_once unique (authority_id, by, key),
  foreign key (authority_id, agreement_id, version) references placement_agreement_version,
  foreign key (authority_id, by) references person
);
select tenant_table('placement_agreement_mark', 'select, insert');
