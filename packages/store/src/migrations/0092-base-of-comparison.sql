-- Which submitted return comparisons with last year were made with, so that a check tells when there is another one. (Freezes
-- are of checks already, so the database is not asked to hold checks to freezes as well.) Where it was not kept, the return
-- is checked again once. `freeze`: last year's return was frozen.
alter table return_check
  add column last_year_freeze bigint,
  drop constraint return_check_cause_check,
  add constraint return_check_cause_check check (cause in ('night', 'import', 'correction', 'freeze', 'asked'));
