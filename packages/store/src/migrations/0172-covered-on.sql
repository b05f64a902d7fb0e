-- Whoever has somebody's cases of a child meanwhile has them for as long as they hold a role that they held on the day they
-- were chosen: one who has moved to another team since, or is no social worker, is not left with a child they were given.
alter table conflict_of_interest add column covered_on date;
grant update (covered_on) on conflict_of_interest to rightplace_app;
