-- What the rules of the return look up. Metres on the national grid, null where the directory gives none. A postcode
-- without any position (of the Isle of Man, say) is a postcode all the same.
alter table reference.postcode
  add column east integer,
  add column north integer,
  alter column latitude drop not null,
  alter column longitude drop not null;

-- Ofsted's lists of providers. A URN may have several lines.
create table reference.provider_line (
  urn            text not null,
  place_codes    text not null,
  provider_codes text not null,
  reg_end        text not null,
  postcode       text not null,
  la             text not null
);
create index provider_line_urn on reference.provider_line (urn);
grant select on reference.provider_line to rightplace_app;
