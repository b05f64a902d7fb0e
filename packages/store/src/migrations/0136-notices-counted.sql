-- How many notices somebody has not read stands on every page, so it is two counts of one index each: those told, less those
-- read. For that a reading says whose notice it was and when it was told.
alter table notice_read
  add column to_person bigint,
  add column told_at timestamptz;
alter table notice_read no force row level security;
alter table notice no force row level security;
update notice_read r set to_person = n.to_person, told_at = n.at
  from notice n where n.authority_id = r.authority_id and n.id = r.notice_id;
alter table notice_read force row level security;
alter table notice force row level security;
alter table notice_read
  alter column to_person set not null,
  alter column told_at set not null;
create index notice_read_of_person on notice_read (authority_id, to_person, told_at desc);
