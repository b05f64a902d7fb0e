-- A process may have a number in its name, as the law it is under does: section-20.
alter table workflow_case
  drop constraint workflow_case_workflow_check,
  add constraint workflow_case_workflow_check check (workflow ~ '^[a-z][a-z0-9-]*$');
