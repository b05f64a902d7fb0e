-- What has happened to cases lately, and what was done in somebody's name, without going through years of cases that are over.
create index case_event_at on case_event (authority_id, at);
create index case_event_acting_for on case_event (authority_id, acting_for, at) where acting_for is not null;
create index workflow_case_workflow on workflow_case (authority_id, workflow);
