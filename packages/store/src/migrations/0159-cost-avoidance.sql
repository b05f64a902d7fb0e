-- Lines of cost avoided: a weekly price brought down, for which nights that is claimed, in which forum, and on what evidence. An
-- officer drafts them and finance verifies. Nothing is rewritten: a line that was sent back is drafted anew as another.
create table cost_avoidance (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  agreement_id bigint not null,
  forum        text not null check (forum ~ '^[a-z][a-z-]*$'),
  category     text not null check (category ~ '^[a-z][a-z-]*$'),
  -- The line of the price that came down: the core fee, or an addition by its name.
  of_line      text not null check (of_line <> '' and length(of_line) <= 300),
  agreed_on    date not null,
  before_pence bigint not null,
  after_pence  bigint not null,
  nights       daterange not null,
  why_weeks    text not null check (why_weeks <> ''),
  evidence     text not null check (evidence <> ''),
  by           bigint not null,
  at           timestamptz not null,
  -- Of the form, so that the same one sent twice is one line.
  key          text not null check (key <> ''),
  -- The one that was sent back, which this is drafted instead of.
  instead_of   bigint,
  -- Until it is sent back or taken back.
  counts       boolean not null default true,
  primary key (authority_id, id),
  foreign key (authority_id, agreement_id) references placement_agreement,
  foreign key (authority_id, by) references person,
  foreign key (authority_id, instead_of) references cost_avoidance,
  constraint avoided_once unique (authority_id, by, key),
  constraint drafted_by_somebody unique (authority_id, id, by),
  constraint it_came_down check (before_pence > after_pence and after_pence >= 0),
  constraint nights_are_said check (
    not isempty(nights) and not lower_inf(nights) and not upper_inf(nights) and upper(nights) - lower(nights) <= 364),
  -- Whichever forum claims it: the same nights of one line of a price are counted once.
  constraint counted_once exclude using gist (
    authority_id with =, agreement_id with =,
    lower(regexp_replace(btrim(of_line), '\s+', ' ', 'g')) with =, nights with &&) where (counts)
);
create index cost_avoidance_of_agreement on cost_avoidance (authority_id, agreement_id);
select tenant_table('cost_avoidance', 'select, insert, update (counts)');

create function only_stops_counting() returns trigger language plpgsql as $$
begin
  if old.counts and not new.counts and to_jsonb(new) - 'counts' = to_jsonb(old) - 'counts' then
    return new;
  end if;
  raise exception 'A line of cost avoided may only cease to count' using errcode = 'restrict_violation';
end
$$;
create trigger only_stops_counting before update on cost_avoidance
  for each row execute function only_stops_counting();

-- What became of a line, in order. Who drafted it stands beside who verified it, so that the database refuses the same person.
create table cost_avoidance_decision (
  authority_id text not null default current_authority(),
  line_id      bigint not null,
  number       integer not null check (number > 0),
  what         text not null check (what in ('verified', 'sent-back', 'taken-back')),
  reason       text not null,
  by           bigint not null,
  drafted_by   bigint not null,
  at           timestamptz not null,
  primary key (authority_id, line_id, number),
  foreign key (authority_id, line_id, drafted_by) references cost_avoidance (authority_id, id, by),
  foreign key (authority_id, by) references person,
  constraint verified_by_another check (what <> 'verified' or by <> drafted_by),
  constraint refused_with_a_reason check (what = 'verified' or reason <> '')
);
select tenant_table('cost_avoidance_decision', 'select, insert');
