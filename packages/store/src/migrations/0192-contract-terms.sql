-- Under which terms placements are bought: by framework and kind of placement, or, with no framework named, spot by spot. What was
-- told stays; of the same first day the one told last holds. Agreements keep a copy of what they were made with.
create table contract_terms (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  placements   text not null check (placements in ('fostering', 'residential', 'supported')),
  framework    text not null default '' check (length(framework) <= 120),
  starts       date not null,
  said         jsonb not null check (jsonb_typeof(said) = 'object'),
  told_at      timestamptz not null,
  told_by      bigint not null,
  key          text not null check (key <> ''),
  primary key (authority_id, id),
  foreign key (authority_id, told_by) references person,
  constraint contract_terms_told_once unique (authority_id, key)
);
select tenant_table('contract_terms', 'select, insert');
