-- A reviewing officer chairs panels by name, and is away at times: another reviewing officer stands in for them.
alter table delegation drop constraint delegation_role_check;
alter table delegation add constraint delegation_role_check
  check (role in ('director', 'group-manager', 'team-manager', 'reviewing-officer'));
