-- A document that was erased: what was in it and its key are gone, and so are its name and what it was said to be. That there was
-- one, of what size and with which fingerprint, and when and why it was erased, stays. Only the owner of the tables erases, from the
-- command line: the application reads that it was done, and can neither do nor undo it.
create table attachment_erasure (
  authority_id  text not null default current_authority(),
  attachment_id bigint not null,
  erased_at     timestamptz not null,
  why           text not null check (why <> '' and length(why) <= 500),
  primary key (authority_id, attachment_id),
  foreign key (authority_id, attachment_id) references attachment
);
select tenant_table('attachment_erasure', 'select');
