-- Of which line of the price something was paid, where the finance system says it: the core fee, or an addition by its name. Nothing said
-- is the whole of what is payable for the nights.
alter table placement_payment add column of_line text check (of_line <> '' and length(of_line) <= 300);
