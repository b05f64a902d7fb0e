-- Every page with a figure asks how many approaches and offers there are: from the index alone.
create index search_entry_told on search_entry (authority_id, at) where kind in ('approach', 'offer');
