-- Local thresholds, names and targets, each with the days it holds for and when it was set. Statute is not here.

create table setting (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  key          text not null check (key ~ '^[a-z][a-z0-9.-]*$'),
  value        jsonb not null,
  starts       date not null,
  ends         date check (ends > starts),
  valid        daterange generated always as (daterange(starts, ends)) stored,
  recorded     tstzrange not null check (is_belief(recorded)),
  set_by       bigint,
  primary key (authority_id, id),
  foreign key (authority_id, set_by) references person,
  constraint one_value_at_once exclude using gist (
    authority_id with =, key with =, valid with &&, recorded with &&)
);
create trigger only_close_belief before update on setting for each row execute function only_close_belief();
select tenant_table('setting', 'select, insert, update (recorded)');
