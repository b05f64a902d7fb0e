-- A rule that compares rows of several tables finds one thing to put right, not one in each table: the rows of the other
-- tables are kept with the finding. `[{source, rowKeys, fields, cells}]`, as the finding's own columns of those names.
alter table return_finding
  add column also jsonb not null default '[]' check (jsonb_typeof(also) = 'array');
grant update (also) on return_finding to rightplace_app;
