-- What is told of providers and settings, and the days for which it holds: frameworks, standing, terms, Ofsted's judgements,
-- exemptions from the fostering limit, fees. As of children, what was believed is never written over: a correction closes the
-- old row's `recorded` and adds rows.
create table register_fact (
  authority_id text not null default current_authority() references authority,
  id           bigint generated always as identity,
  provider_id  bigint,
  setting_id   bigint,
  kind         text not null check (kind in ('framework', 'standing', 'terms', 'judgement', 'exemption', 'fee')),
  -- Of a framework its kind of placement and its name: a provider is on several at once. Empty elsewhere.
  key          text not null default '',
  value        jsonb not null check (jsonb_typeof(value) = 'object'),
  starts       date not null,
  ends         date check (ends > starts),
  valid        daterange generated always as (daterange(starts, ends)) stored,
  recorded     tstzrange not null check (is_belief(recorded)),
  -- Null for what was loaded by a command.
  recorded_by  bigint,
  primary key (authority_id, id),
  foreign key (authority_id, provider_id) references provider,
  foreign key (authority_id, setting_id) references care_setting,
  foreign key (authority_id, recorded_by) references person,
  constraint frameworks_are_of_providers check (
    (kind = 'framework') = (provider_id is not null) and (kind = 'framework') <> (setting_id is not null)),
  constraint frameworks_have_a_key check ((kind = 'framework') = (key <> '')),
  constraint terms_make_sense check (kind <> 'terms' or (
    (value ->> 'places')::int between 0 and 200 and (value ->> 'agesFrom')::int between 0 and 25
    and (value ->> 'agesTo')::int between (value ->> 'agesFrom')::int and 25)),
  constraint told_once_of_a_day exclude using gist (
    authority_id with =, coalesce(provider_id, 0) with =, coalesce(setting_id, 0) with =, kind with =, key with =,
    valid with &&, recorded with &&)
);
create index register_fact_now on register_fact (authority_id) where upper_inf(recorded);
create trigger only_close_belief before update on register_fact for each row execute function only_close_belief();
select tenant_table('register_fact', 'select, insert, update (recorded)');
