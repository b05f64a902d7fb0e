-- What of the things that returns tell of was entered or removed here by hand, so that no later return takes it back unawares.
-- As with `reported`, what is believed is in the child's record: this is where it came from. Who and when is in the audit.
create table entered_here (
  authority_id text not null default current_authority() references authority,
  child_id     bigint not null,
  -- As in `reported`.
  kind         text not null,
  key          text not null,
  -- Not in the record any more: a person took it out.
  removed      boolean not null,
  -- Entered before any return told of it.
  whole        boolean not null,
  -- Under which keys it stood before.
  keys         text[] not null,
  -- By cell that was entered here, what had stood in it before: lists of text.
  cells        jsonb not null,
  primary key (authority_id, child_id, kind, key, removed),
  foreign key (authority_id, child_id) references child,
  check (not (removed and whole))
);
select tenant_table('entered_here', 'select, insert, update (whole, keys, cells), delete');
