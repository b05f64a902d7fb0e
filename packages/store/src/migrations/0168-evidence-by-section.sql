-- Which part of a request was saved: whoever saves one has seen what stands in it, and in no other. Null where all of it was,
-- as when the answers of one case are brought over into another, and for what was saved before this was kept.
alter table case_evidence add column section text;
