-- What a person wrote when they asked for work, and is nowhere else until it is done: theirs to take up again when it is not.
alter table work add column typed text check (typed <> '');
