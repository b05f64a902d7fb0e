-- Every page with a figure asks how often cases came into the states that measures are told by: from the index alone.
create index case_event_into on case_event (authority_id, to_state, at) include (from_state)
  where from_state is distinct from to_state;
